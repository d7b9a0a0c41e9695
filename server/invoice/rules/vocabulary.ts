export type BillRunStatus = "requested" | "rating" | "numbering" | "issued" | "failed";

export type ShardStatus = "planned" | "done";

export type InvoiceStatus = "draft" | "issued" | "partially_paid" | "paid" | "voided";
