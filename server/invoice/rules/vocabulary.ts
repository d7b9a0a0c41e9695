export const billRunStatuses = ["requested", "rating", "issued", "failed"] as const;
export type BillRunStatus = (typeof billRunStatuses)[number];

export type ShardStatus = "planned" | "done";

/** A draft belongs to a run that has not ended; nobody but the run works with it. */
export const invoiceStatuses = ["draft", "issued", "partially_paid", "paid", "voided"] as const;
export type InvoiceStatus = (typeof invoiceStatuses)[number];

/**
 * A party as an invoice prints it: copied when the invoice is made, so that a later move does not change
 * it.
 */
export type Addressee = {
  readonly legalName: string;
  readonly taxId: string | null;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  /** ISO 3166-1, two letters. */
  readonly country: string;
};
