/** What a party does in the network. */
export const partyRoles = [
  "operator",
  "distributor",
  "reseller",
  "sub_reseller",
  "supplier",
  "contractor",
  "agent",
  "marketplace",
  "customer",
] as const;
export type PartyRole = (typeof partyRoles)[number];

/** Those who sell on: they have edges, agreements and quotes. */
export const sellingRoles = [
  "distributor",
  "reseller",
  "sub_reseller",
  "agent",
] as const satisfies readonly PartyRole[];

export const partyStatuses = ["invited", "active", "suspended", "closed"] as const;
export type PartyStatus = (typeof partyStatuses)[number];

/**
 * How a child trades with its parent: buys and resells, earns a share, or earns a share and bills nothing.
 */
export const edgeModels = ["buy_sell", "commission", "agent"] as const;
export type EdgeModel = (typeof edgeModels)[number];

export type AgreementStatus = "draft" | "active" | "superseded" | "terminated";

/** When a share that was accrued at issue may be paid. */
export type ShareDue = "issue" | "payment";

/**
 * One edge of a deal's chain, from the operator down to the customer, as it stood when the deal was quoted.
 */
export type ChainEdge = {
  readonly edgeId: string | null;
  readonly parentId: string;
  readonly childId: string;
  readonly model: EdgeModel;
  readonly agreementVersionId: string | null;
};

/**
 * The parties and edges of one deal; later changes of the tree never rewrite it. Carries no price and no
 * rate.
 */
export type ChainSnapshot = {
  readonly edges: readonly ChainEdge[];
};
