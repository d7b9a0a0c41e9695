import { insertRows } from "@/db/insert-rows";
import { subscription, subscriptionItem } from "@/db/schema/activation";
import { meter } from "@/db/schema/offer";
import { order, orderItem } from "@/db/schema/order";
import { quote, quoteVersion } from "@/db/schema/quote";
import type { Database, Scope } from "@/server/access/scope";
import { sha256Hex } from "@/server/core/digest";
import { type Id, newId, type OperatorId, type PartyId } from "@/server/core/ids";
import { EUR } from "@/server/core/money/currency";
import { type Network, openNetwork } from "@/server/party/fixtures";
import { finishFile } from "./finish";
import { importFile } from "./import";
import { type Received, receiveFile } from "./receive";
import { addSource } from "./source";

type MeterName = "compute" | "storage";

/** A customer with a subscription that meters measure, as activation leaves it. */
export type Measured = {
  readonly subscriptionId: Id<"subscription">;
  readonly items: Readonly<Record<MeterName, Id<"subscriptionItem">>>;
  readonly ownerPath: string;
};

/** A network with a supplier whose usage is measured. */
export type UsageWorld = Network & {
  readonly supplierId: PartyId;
  readonly partnerId: PartyId;
  readonly sourceId: Id<"usageSource">;
  readonly meters: Readonly<Record<MeterName, Id<"meter">>>;
  subscribe(count: number, validFrom: Date): Promise<readonly Measured[]>;
  /** Receives a file of this content and takes it in, as the route and the job do. */
  take(name: string, content: string | Uint8Array, options?: TakeOptions): Promise<Received>;
  /** Takes a received file in, again if need be. */
  importIt(fileId: Id<"usageFile">, content: Uint8Array, options?: TakeOptions): Promise<void>;
};

type TakeOptions = {
  readonly rowsPerChunk?: number;
  readonly pieceBytes?: number;
  readonly at?: Date;
  readonly sourceId?: Id<"usageSource">;
};

export async function openUsage(database: Database, now: Date): Promise<UsageWorld> {
  const network = await openNetwork(database, now);
  const { operatorId, top, run } = network;
  const supplierId = await network.add(top, "Nimbus Cloud", "supplier");
  const partnerId = await network.add(top, "Little Creek", "reseller");
  const customerId = await network.add(partnerId, "Orchard Foods", "customer");
  const meters = { compute: newId("meter", now), storage: newId("meter", now) };
  await run(({ db }) =>
    db.insert(meter).values([
      { operatorId, id: meters.compute, key: "compute", name: "Compute", unit: "Hours" },
      { operatorId, id: meters.storage, key: "storage", name: "Storage", unit: "GB-Months" },
    ]),
  );
  const sourceId = await run((scope) => addSource(scope, { supplierId, name: "Nimbus usage", format: "focus_1_0" }));
  const world = { ...network, supplierId, partnerId, sourceId, meters };
  const importIt: UsageWorld["importIt"] = async (fileId, content, { rowsPerChunk, pieceBytes, at } = {}) => {
    const inOwnScope = <Result>(work: (scope: Scope) => Promise<Result>) => run(work, at);
    const size = rowsPerChunk === undefined ? {} : { rowsPerChunk };
    await importFile({ fileId, inScope: inOwnScope, content: () => pieces(content, pieceBytes), ...size });
    await run((scope) => finishFile(scope, fileId), at);
  };
  return {
    ...world,
    importIt,
    subscribe: (count, validFrom) =>
      run((scope) => subscribe(scope, { ...world, customerId }, count, validFrom)),
    async take(name, content, options = {}) {
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      const digest = sha256Hex(Buffer.from(bytes).toString("latin1"));
      const stored = { storageKey: digest.slice(0, 32), digest, bytes: BigInt(bytes.length) };
      const from = options.sourceId ?? sourceId;
      const received = await run((scope) => receiveFile(scope, { sourceId: from, name, ...stored }), options.at);
      if (!received.takenBefore) await importIt(received.fileId, bytes, options);
      return received;
    },
  };
}

/** Rows of the earlier stages that a subscription stands on; every foreign key holds. */
async function subscribe(
  { actor, db }: Scope,
  { meters, supplierId, partnerId, customerId }: Omit<UsageWorld, "subscribe" | "take" | "importIt"> & { customerId: PartyId },
  count: number,
  validFrom: Date,
): Promise<readonly Measured[]> {
  const deals = Array.from({ length: count }, () =>
    dealRows(actor.operator, { partnerId, customerId, supplierId, meters }, validFrom),
  );
  await insertRows(db, quote, deals.map((deal) => deal.quote));
  await insertRows(db, quoteVersion, deals.map((deal) => deal.version));
  await insertRows(db, order, deals.map((deal) => deal.order));
  await insertRows(db, orderItem, deals.flatMap((deal) => deal.orderItems));
  await insertRows(db, subscription, deals.map((deal) => deal.subscription));
  await insertRows(db, subscriptionItem, deals.flatMap((deal) => deal.items));
  return deals.map((deal) => deal.measured);
}

const ownerPath = "/little-creek/orchard-foods/";

type Sides = Pick<UsageWorld, "partnerId" | "supplierId" | "meters"> & { readonly customerId: PartyId };

function dealRows(operatorId: OperatorId, { partnerId, customerId, supplierId, meters }: Sides, from: Date) {
  const at = { operatorId, createdAt: from, ownerPath };
  const sides = { partnerId, customerId };
  const terms = { termMonths: 12, chain: { parties: [], edges: [] } as never, currency: EUR, timeZone: "Europe/Berlin" };
  const [quoteId, quoteVersionId, orderId] = [newId("quote", from), newId("quoteVersion", from), newId("order", from)];
  const [subscriptionId, offerVersionId] = [newId("subscription", from), newId("offerVersion", from)];
  const offerName = "Secure Branch";
  const made = (["compute", "storage"] as const).map((name, position) => {
    const meterId = meters[name];
    const thing = {
      ...{ operatorId, ownerPath, supplierId, meterId, name, itemId: newId("item", from) },
      ...{ unit: name === "compute" ? "Hours" : "GB-Months", charge: "usage" as const, taxClass: "standard", quantity: "0" },
    };
    const orderItemId = newId("orderItem", from);
    return {
      orderItem: {
        ...{ ...thing, id: orderItemId, orderId, position, sku: name, quoteLineId: newId("quoteLine", from) },
        ...{ recipe: { kind: "manual" as const, title: name, hours: 1, after: [] }, status: "completed" as const },
      },
      item: { ...thing, id: newId("subscriptionItem", from), subscriptionId, orderItemId, validFrom: from },
    };
  });
  const [compute, storage] = made.map(({ item }) => item.id);
  return {
    quote: {
      ...{ ...at, ...sides, id: quoteId, number: quoteId, offerId: newId("offer", from), requestKey: quoteId },
      ...{ requestDigest: "", createdByName: "Test" },
    },
    version: {
      ...{ ...at, ...terms, id: quoteVersionId, quoteId, number: 1, status: "ordered" as const, offerVersionId },
      validUntil: from,
    },
    order: {
      ...{ ...at, ...sides, ...terms, id: orderId, number: orderId, quoteVersionId, offerVersionId, offerName },
      ...{ family: "cloud", status: "completed" as const, placedAt: from },
    },
    orderItems: made.map((each) => each.orderItem),
    subscription: {
      ...{ ...at, ...sides, id: subscriptionId, number: `SUB-${subscriptionId.slice(-6)}`, orderId, offerName },
      ...{ status: "active" as const, currency: EUR, timeZone: terms.timeZone, activatedAt: from, billableFrom: from },
    },
    items: made.map((each) => each.item),
    measured: { subscriptionId, items: { compute, storage } as Measured["items"], ownerPath },
  };
}

async function* pieces(content: Uint8Array, most = 1 << 16): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += most) yield content.subarray(at, at + most);
}
