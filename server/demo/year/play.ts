import type { Database } from "@/server/access/scope";
import { connectSupplier } from "@/server/activation/connect";
import { sealAll } from "@/server/audit/sealer";
import { EUR } from "@/server/core/money/currency";
import { startSupplierSimulator } from "@/server/integrations/supplier/simulator";
import { winCustomer } from "@/server/quote/customer";
import { mapMeter } from "@/server/usage/map-meter";
import { addSource } from "@/server/usage/source";
import { openDeal } from "../fixture";
import { nimbusServices } from "../focus-file";
import { bill, collect, deliverUsage, mapAccounts, payOut } from "./month";
import { raisePrices } from "./prices";
import { close, completeManual, fulfil, grant, propose, type Sale } from "./sell";
import { act, instant, type World } from "./world";

export type Options = {
  /** The story ends in this instant's month. */
  readonly now: Date;
  /** How many months have gone by; the year has twelve. */
  readonly months: number;
  readonly signingKey: string;
  /** Where the suppliers' systems listen once the story is over. */
  readonly supplierUrl?: string | undefined;
  readonly tell?: (sentence: string) => void;
};

/**
 * Plays the demo world through the verbs, month by month, with a moved clock: sales, activations, usage
 * files, bill
 * runs, payments and payouts, and one of each thing that goes wrong. Nothing is inserted that a verb did not
 * do.
 */
export async function playYear(database: Database, options: Options): Promise<World> {
  const { now, months, tell = () => undefined } = options;
  const begin = beginning(now, months);
  const answersAtOnce = { mode: "done" } as const;
  const simulator = await startSupplierSimulator({
    signingKey: options.signingKey,
    behaviours: { "NIM-COMPUTE": answersAtOnce, "NIM-STORE": answersAtOnce, "CAS-SEAT": answersAtOnce },
    limits: { "CAS-SEAT": 40 },
  });
  try {
    const world = await openWorld(database, begin, simulator);
    tell("The network is founded and Secure Branch is on sale.");
    for (let month = 0; month < months; month += 1) {
      await playMonth(world, month, months);
      await sealAll(database, earlier(instant(world, month + 1, 8), now));
      tell(`${instant(world, month, 1).toISOString().slice(0, 7)} is played.`);
    }
    await leaveOpen(world, now);
    if (options.supplierUrl) await connect(world, now, options.supplierUrl);
    return world;
  } finally {
    await simulator.close();
  }
}

/** A month is billed on the third of the next; before that day, the story ends one month earlier. */
function beginning(now: Date, months: number): Date {
  const last = now.getUTCMonth() - (now.getUTCDate() <= 3 ? 1 : 0);
  return new Date(Date.UTC(now.getUTCFullYear(), last - months, 1));
}

async function openWorld(database: Database, begin: Date, simulator: World["simulator"]): Promise<World> {
  const deal = await openDeal(database, new Date(begin.getTime() + 8 * 3_600_000));
  const at = new Date(begin.getTime() + 12 * 3_600_000);
  const source = await deal.as(
    deal.people.operations,
    async (scope) => {
      const sourceId = await addSource(scope, {
        supplierId: deal.parties.nimbus,
        name: "Nimbus FOCUS export",
        format: "focus_1_0",
      });
      for (const { service, unit, meter, factor } of nimbusServices) {
        await mapMeter(scope, { sourceId, service, sku: "*", unit, meterId: deal.meters[meter], factor });
      }
      return sourceId;
    },
    at,
  );
  const world: World = { database, deal, simulator, source, begin, accounts: new Map() };
  await connect(world, at, simulator.url);
  return world;
}

async function connect(world: World, at: Date, baseUrl: string): Promise<void> {
  const { deal } = world;
  await deal.run(async (scope) => {
    for (const name of ["nimbus", "castellan"] as const) {
      await connectSupplier(scope, { supplierId: deal.parties[name], baseUrl });
    }
  }, at);
}

/** What a month brings, and then its books. */
async function playMonth(world: World, month: number, months: number): Promise<void> {
  if (month === 0) await sellFirst(world);
  if (month === 1) await sellAbroad(world);
  if (month === 2) await sellThroughCloudBay(world);
  if (month === 4) await raisePrices(world, instant(world, 4, 20));
  const isLast = month === months - 1;
  await deliverUsage(world, {
    month,
    ...(month === 3 ? { unmatched: "NIM-ACC-7731" } : {}),
    ...(month === 5 ? { late: 6, credit: true } : {}),
    ...(isLast ? { unmatched: "NIM-ACC-9902" } : {}),
  });
  await bill(world, month);
  if (isLast) return;
  await collect(world, month);
  await payOut(world, month, { approve: true });
}

/**
 * Tidewater buys at list; Orchard Foods gets a discount that finance has to grant, and its activation gets
 * stuck.
 */
async function sellFirst(world: World): Promise<void> {
  const { people, parties } = world.deal;
  const tidewater: Sale = {
    seller: people.harborSales,
    customerId: parties.tidewater,
    quantities: { seats: "24" },
    acceptedBy: "Ruth Tide",
  };
  await sell(world, instant(world, 0, 3), tidewater, "NIM-ACC-1001");
  const orchard: Sale = {
    seller: people.creekSales,
    customerId: parties.orchard,
    quantities: { seats: "45" },
    acceptedBy: "Olive Orchard",
    discount: {
      rate: 120_000n,
      reason: "Orchard signs for all of its branches this year if the first one is 12 % off.",
    },
  };
  await sell(world, instant(world, 0, 9), orchard, "NIM-ACC-1002");
}

async function sellAbroad(world: World): Promise<void> {
  const { people, parties } = world.deal;
  const summit: Sale = {
    seller: people.redwoodOwner,
    customerId: parties.summit,
    quantities: { seats: "30" },
    acceptedBy: "Pat Summit",
  };
  await sell(world, instant(world, 1, 6), summit, "NIM-ACC-2001");
}

/** The same chain as Orchard's, through a marketplace that takes its fee first. */
async function sellThroughCloudBay(world: World): Promise<void> {
  const { people, parties } = world.deal;
  const at = instant(world, 2, 8);
  const { customerId } = await act(world, people.creekSales, at, (scope) =>
    winCustomer(scope, {
      name: "Harvest Lane Bakery",
      country: "DE",
      timeZone: "Europe/Berlin",
      currency: EUR,
      profile: {
        legalName: "Harvest Lane Bakery GmbH",
        taxId: "DE811907980",
        street: "Mühlenweg 4",
        postcode: "20459",
        city: "Hamburg",
        email: "office@harvest-lane.example",
      },
    }),
  );
  const bakery: Sale = {
    seller: people.creekSales,
    customerId,
    quantities: { seats: "8" },
    acceptedBy: "Bo Harvest",
    marketplaceId: parties.cloudbay,
  };
  await sell(world, at, bakery, "NIM-ACC-1003");
}

async function sell(world: World, at: Date, sale: Sale, account: string): Promise<void> {
  const hour = 3_600_000;
  const versionId = await propose(world, at, sale);
  if (sale.discount) await grant(world, new Date(at.getTime() + 4 * hour), "Margins hold at every tier.");
  const orderId = await close(world, new Date(at.getTime() + 6 * hour), sale, versionId);
  await fulfil(world, new Date(at.getTime() + 50 * hour), orderId, account);
  await mapAccounts(world, new Date(at.getTime() + 130 * hour));
}

/**
 * What waits for the first person who looks: an exception to decide, a stuck task, a payout run to approve.
 */
async function leaveOpen(world: World, now: Date): Promise<void> {
  const { people, parties } = world.deal;
  const at = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  const second: Sale = {
    seller: people.harborSales,
    customerId: parties.tidewater,
    quantities: { seats: "60" },
    acceptedBy: "Ruth Tide",
  };
  const versionId = await propose(world, at(40), second);
  const orderId = await close(world, at(36), second, versionId);
  await completeManual(world, at(30), orderId, "MER-SETUP", people.operations, "Branch folder signed off");
  await completeManual(world, at(12), orderId, "MER-CONN", people.operations, "Line test passed, 938 Mbit/s");
  await propose(world, at(6), {
    seller: people.creekSales,
    customerId: parties.orchard,
    quantities: { seats: "20" },
    acceptedBy: "Olive Orchard",
    discount: { rate: 180_000n, reason: "The second branch; a rival offers 15 % less." },
  });
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}
