import type { Scope } from "@/server/access/scope";
import type { Id } from "@/server/core/ids";
import { addItem, addMeter, addProduct } from "@/server/offer/catalogue";
import { addComponent, type Drafted, draftOffer } from "@/server/offer/draft";
import type { NewItem } from "@/server/offer/input";
import type { DealParties } from "./parties";

export type ItemName = "setup" | "connectivity" | "compute" | "storage" | "seats" | "installation";
export type DealItems = Readonly<Record<ItemName, Id<"item">>>;
export type DealMeters = { readonly compute: Id<"meter">; readonly storage: Id<"meter"> };

export const family = "branch";

/** What an order usually takes of each, at least and at most. */
const quantities: Readonly<Record<ItemName, readonly [min: string, usual: string, max: string | null]>> = {
  setup: ["1", "1", "50"],
  connectivity: ["1", "1", "50"],
  compute: ["0", "720", null],
  storage: ["0", "50000", null],
  seats: ["5", "25", "500"],
  installation: ["0", "1", "50"],
};

/** The products of Meridian and its three suppliers, and every item of them that can be charged for. */
export async function modelCatalogue(
  scope: Scope,
  { meridian, nimbus, castellan, fieldline }: DealParties,
): Promise<{ readonly items: DealItems; readonly meters: DealMeters }> {
  const meters = {
    compute: await addMeter(scope, { key: "cloud.compute", name: "Compute", unit: "vCPU-hour" }),
    storage: await addMeter(scope, { key: "cloud.storage", name: "Storage", unit: "GB-hour" }),
  };
  const network = await addProduct(scope, { supplierId: meridian, name: "Branch network", family });
  const cloud = await addProduct(scope, { supplierId: nimbus, name: "Nimbus Flex", family });
  const security = await addProduct(scope, { supplierId: castellan, name: "Castellan Endpoint", family });
  const field = await addProduct(scope, { supplierId: fieldline, name: "Field service", family });
  const add = (item: Omit<NewItem, "taxClass" | "meterId"> & { meterId?: Id<"meter"> }) =>
    addItem(scope, { taxClass: "standard", meterId: null, ...item });

  const setup = await add({
    ...{ productId: network, sku: "MER-SETUP", name: "Branch setup", unit: "branch", charge: "one_time" },
    recipe: { kind: "manual", title: "Prepare the branch", hours: 24, after: [] },
  });
  const connectivity = await add({
    ...{
      productId: network,
      sku: "MER-CONN",
      name: "Managed connectivity",
      unit: "branch",
      charge: "recurring",
    },
    recipe: { kind: "manual", title: "Provision the line", hours: 72, after: ["MER-SETUP"] },
  });
  const compute = await add({
    ...{ productId: cloud, sku: "NIM-COMPUTE", name: "Cloud compute", unit: "vCPU-hour", charge: "usage" },
    meterId: meters.compute,
    recipe: { kind: "supplier_api", title: "Open the cloud account", hours: 4, after: [] },
  });
  const storage = await add({
    ...{ productId: cloud, sku: "NIM-STORE", name: "Cloud storage", unit: "GB-hour", charge: "usage" },
    meterId: meters.storage,
    recipe: { kind: "supplier_api", title: "Attach the storage", hours: 4, after: ["NIM-COMPUTE"] },
  });
  const seats = await add({
    ...{ productId: security, sku: "CAS-SEAT", name: "Security seat", unit: "seat", charge: "recurring" },
    recipe: { kind: "supplier_api", title: "Assign the seats", hours: 8, after: ["MER-CONN"] },
  });
  const installation = await add({
    ...{
      productId: field,
      sku: "FLD-INSTALL",
      name: "On-site installation",
      unit: "visit",
      charge: "milestone",
    },
    recipe: { kind: "manual", title: "Install on site", hours: 120, after: ["MER-CONN"] },
  });
  return { items: { setup, connectivity, compute, storage, seats, installation }, meters };
}

/** The bundle as a draft, every component with its usual quantity. */
export async function draftSecureBranch(scope: Scope, items: DealItems): Promise<Drafted> {
  const drafted = await draftOffer(scope, {
    code: "secure-branch",
    name: "Secure Branch",
    summary:
      "Everything a branch office needs: the line, the cloud, the security, and somebody who installs it.",
    family,
    termMonths: 36,
  });
  for (const [name, itemId] of Object.entries(items)) {
    const [quantityMin, quantityDefault, quantityMax] = quantities[name as ItemName];
    await addComponent(scope, {
      versionId: drafted.versionId,
      itemId,
      quantityMin,
      quantityDefault,
      quantityMax,
    });
  }
  return drafted;
}
