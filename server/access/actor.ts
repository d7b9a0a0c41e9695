import type { OperatorId, PartyId, UserId } from "@/server/core/ids";

/**
 * What a membership lets a person be. `system` is a job acting for one operator; `anonymous` holds a
 * public link.
 */
export const roles = [
  "operator_admin",
  "operator_catalogue",
  "operator_partner",
  "operator_operations",
  "operator_finance",
  "operator_auditor",
  "partner_owner",
  "partner_sales",
  "partner_finance",
  "partner_viewer",
  "supplier_desk",
  "contractor",
  "system",
  "anonymous",
] as const;

export type Role = (typeof roles)[number];

export type Portal = "operator" | "partner" | "supplier";

/**
 * Who is asking, for which party, in whose network. Never built from input: a session, a key or a job
 * makes it.
 */
export type Actor = {
  readonly user: UserId | null;
  readonly name: string;
  readonly operator: OperatorId;
  readonly party: PartyId;
  /** The party's place in the tree, e.g. `/meridian/alpine/`; an operator's own people stand at the top. */
  readonly path: string;
  readonly role: Role;
};

export function portalOf(role: Role): Portal {
  if (role.startsWith("operator_") || role === "system") return "operator";
  return role.startsWith("partner_") ? "partner" : "supplier";
}

/** The operator's own people and its jobs see every row of their operator. */
export function isOperator({ role }: Actor): boolean {
  return role.startsWith("operator_") || role === "system";
}
