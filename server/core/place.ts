/** Whose portal a page stands in. */
export type PlaceOf = "operator" | "partner" | "supplier";

/** What has a page of its own, and where each portal keeps it; a portal that is not named has none. */
const places: Readonly<Record<string, Readonly<Partial<Record<PlaceOf, string>>>>> = {
  party: { operator: "/operator/partners/", partner: "/partner/partners/" },
  customer: { operator: "/operator/partners/", partner: "/partner/customers/" },
  offer: { operator: "/operator/offers/", partner: "/partner/offers/" },
  quote: { operator: "/operator/quotes/", partner: "/partner/quotes/" },
  approval: { operator: "/operator/approvals/" },
  order: { operator: "/operator/orders/", partner: "/partner/orders/" },
  task: {
    operator: "/operator/activation/",
    partner: "/partner/activation/",
    supplier: "/supplier/activation/",
  },
  subscription: {
    operator: "/operator/activation/subscriptions/",
    partner: "/partner/activation/subscriptions/",
  },
  usage_file: { operator: "/operator/usage/", supplier: "/supplier/usage/" },
  bill_run: { operator: "/operator/invoices/runs/" },
  invoice: { operator: "/operator/invoices/", partner: "/partner/invoices/" },
  settlement_line: {
    operator: "/operator/settlement/",
    partner: "/partner/settlement/",
    supplier: "/supplier/settlement/",
  },
  payout_run: { operator: "/operator/payouts/" },
  statement: {
    operator: "/operator/payouts/statements/",
    partner: "/partner/payouts/",
    supplier: "/supplier/payouts/",
  },
};

/** The address of a thing's page in a portal, or null where the portal has no page for it. */
export function placeOf(portal: PlaceOf, kind: string, id: string): string | null {
  const folder = places[kind]?.[portal];
  return folder === undefined ? null : `${folder}${encodeURIComponent(id)}`;
}
