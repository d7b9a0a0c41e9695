import type { Role } from "@/server/access/actor";
import { type PartyRole, sellingRoles } from "./vocabulary";

/** Whether somebody of such a party can have such a role: each kind of organisation has its own portal. */
export function mayBe(kind: PartyRole, role: Role): boolean {
  return rolesAt(kind).includes(role);
}

/** The roles that a party's people can have; none for those who have no portal. */
export function rolesAt(kind: PartyRole): readonly Role[] {
  if (kind === "operator") {
    return [
      "operator_admin",
      "operator_catalogue",
      "operator_partner",
      "operator_operations",
      "operator_finance",
      "operator_auditor",
    ];
  }
  if (sellingRoles.some((selling) => selling === kind)) {
    return ["partner_owner", "partner_sales", "partner_finance", "partner_viewer"];
  }
  if (kind === "supplier") return ["supplier_desk"];
  return kind === "contractor" ? ["contractor", "supplier_desk"] : [];
}
