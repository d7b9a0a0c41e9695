import type { Actor, Role } from "./actor";

const operatorAll = [
  "operator_admin",
  "operator_catalogue",
  "operator_partner",
  "operator_operations",
  "operator_finance",
  "operator_auditor",
] as const satisfies readonly Role[];
const partnerAll = ["partner_owner", "partner_sales", "partner_finance", "partner_viewer"] as const;
const supplierAll = ["supplier_desk", "contractor"] as const;
const everyone = [...operatorAll, ...partnerAll, ...supplierAll] as const;

/** Everything a person may do, and every role that may do it, in the order of the story. */
export const permissions = {
  "session.read": everyone,
  "session.change": everyone,
  "search.read": everyone,
  "today.read": everyone,

  "party.read": everyone,
  "agreement.read": [...operatorAll, "partner_owner", "partner_finance", "partner_sales"],
  "party.manage": ["operator_admin", "operator_partner", "system"],
  "account.change": ["operator_admin", "operator_partner", "partner_owner", "supplier_desk", "system"],

  "offer.read": [...operatorAll, ...partnerAll],
  "offer.model": ["operator_admin", "operator_catalogue", "system"],
  "offer.rehearse": ["operator_admin", "operator_catalogue", "operator_finance", "system"],
  "offer.publish": ["operator_admin", "operator_finance", "system"],
  "price.read": everyone,
  "price.change": ["operator_admin", "operator_catalogue", "system"],

  "customer.add": ["operator_admin", "operator_partner", "partner_owner", "partner_sales", "system"],
  "quote.read": [...operatorAll, ...partnerAll],
  "quote.compose": ["partner_owner", "partner_sales", "system"],
  "quote.accept": ["partner_owner", "partner_sales", "system"],
  "approval.read": [...operatorAll, "partner_owner", "partner_sales", "partner_finance"],
  "exception.read": operatorAll,
  "approval.decide": ["operator_admin", "operator_finance", "system"],

  "order.read": everyone,
  "order.place": ["partner_owner", "partner_sales", "system"],

  "task.read": everyone,
  "task.complete": ["operator_admin", "operator_operations", ...supplierAll, "system"],
  "task.repair": ["operator_admin", "operator_operations", "system"],
  "subscription.read": [...operatorAll, ...partnerAll],

  "usage.read": everyone,
  "usage.import": ["operator_admin", "operator_operations", "supplier_desk", "system"],
  "usage.map": ["operator_admin", "operator_operations", "system"],

  "invoice.read": [...operatorAll, "partner_owner", "partner_sales", "partner_finance", "partner_viewer"],
  "invoice.run": ["operator_admin", "operator_finance", "system"],
  "payment.record": ["operator_admin", "operator_finance", "system"],

  "settlement.read": [...operatorAll, "partner_owner", "partner_finance", ...supplierAll],
  "rule.read": operatorAll,
  "rule.change": ["operator_admin", "operator_finance", "system"],
  "ledger.read": ["operator_admin", "operator_finance", "operator_auditor"],

  "payout.read": [...operatorAll, "partner_owner", "partner_finance", ...supplierAll],
  "payout.run.read": ["operator_admin", "operator_finance", "operator_auditor"],
  "payout.propose": ["operator_admin", "operator_finance", "system"],
  "payout.approve": ["operator_admin", "operator_finance", "system"],
  "payout.execute": ["operator_admin", "operator_finance", "system"],

  "trace.read": everyone,
  "trace.replay": [
    "operator_admin",
    "operator_finance",
    "operator_auditor",
    "partner_owner",
    "partner_finance",
  ],
  "audit.read": ["operator_admin", "operator_auditor", "operator_finance"],
  "job.read": ["operator_admin", "operator_operations", "operator_finance", "operator_auditor"],
  "job.retry": ["operator_admin", "operator_operations", "system"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export function may(actor: Pick<Actor, "role">, permission: Permission): boolean {
  const allowed: readonly Role[] = permissions[permission];
  return allowed.includes(actor.role);
}
