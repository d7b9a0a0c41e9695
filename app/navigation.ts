import type { NavItem, Navigation } from "@/components/shell/types";

const stages = [
  "Offers",
  "Quotes",
  "Orders",
  "Activation",
  "Usage",
  "Invoices",
  "Settlement",
  "Payouts",
] as const;

type Stage = (typeof stages)[number];

function items(portal: string, labels: readonly string[]): NavItem[] {
  return labels.map((label) => ({ label, href: `/${portal}/${label.toLowerCase()}` }));
}

function through(portal: string, shown: readonly Stage[], more: readonly string[]): Navigation {
  return {
    home: { label: "Today", href: `/${portal}` },
    stages: items(portal, shown),
    more: items(portal, more),
  };
}

export const operatorNavigation = through("operator", stages, [
  "Partners",
  "Approvals",
  "Ledger",
  "Trace",
  "Jobs",
  "Audit",
]);

export const partnerNavigation = through("partner", stages, ["Partners", "Approvals", "Trace"]);

/**
 * Suppliers and contractors are asked to deliver and are paid for it; offers, quotes and invoices are not
 * theirs.
 */
export const supplierNavigation = through(
  "supplier",
  ["Orders", "Activation", "Usage", "Settlement", "Payouts"],
  ["Trace"],
);
