import { z } from "zod";
import { listInput } from "@/server/core/list";
import { idOf } from "@/server/core/ref";

export const BillRunRequest = z.strictObject({ until: z.date() });
export type BillRunRequest = z.infer<typeof BillRunRequest>;

export const BillRunRef = z.strictObject({ billRunId: idOf("billRun") });
export type BillRunRef = z.infer<typeof BillRunRef>;

export const BillRunList = listInput(["requestedAt", "until", "invoices"], ["status"]);
export type BillRunList = z.infer<typeof BillRunList>;

export const ShardList = listInput(["number", "doneAt"], ["status"]).extend({ billRunId: idOf("billRun") });
export type ShardList = z.infer<typeof ShardList>;

export const InvoiceList = listInput(
  ["issuedAt", "number", "customer", "seller", "gross", "open", "dueAt"],
  ["status", "currency", "billRunId"],
);
export type InvoiceList = z.infer<typeof InvoiceList>;

export const InvoiceRef = z.strictObject({ invoiceId: idOf("invoice") });
export type InvoiceRef = z.infer<typeof InvoiceRef>;

export const LineRef = z.strictObject({ invoiceLineId: idOf("invoiceLine") });
export type LineRef = z.infer<typeof LineRef>;

/**
 * A payment as somebody reads it off the bank statement; the amount in major units of the invoice's
 * currency.
 */
export const NewPayment = z.strictObject({
  invoiceId: idOf("invoice"),
  amount: z.string().trim().min(1).max(40),
  reference: z.string().trim().min(1, "Say by which reference the bank knows it.").max(140),
  receivedAt: z.date(),
  /** Chosen by the caller: the same key is the same payment. */
  requestKey: z.string().min(8).max(100),
});
export type NewPayment = z.infer<typeof NewPayment>;
