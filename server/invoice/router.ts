import { can, router } from "@/server/access/procedures";
import {
  BillRunList,
  BillRunRef,
  BillRunRequest,
  InvoiceList,
  InvoiceRef,
  LineRef,
  NewPayment,
  ShardList,
} from "./input";
import { recordPayment } from "./pay";
import { readBillRunChoices } from "./read/choices";
import { explainLine } from "./read/explain";
import { readInvoice } from "./read/invoice";
import { listInvoices } from "./read/list";
import { previewBillRun } from "./read/preview";
import { listBillRuns, listShards, readBillRun } from "./read/run";
import { requestBillRun } from "./request";

export const billRunRouter = router({
  list: can("invoice.read")
    .input(BillRunList)
    .query(({ ctx, input }) => listBillRuns(ctx.scope, input)),

  get: can("invoice.read")
    .input(BillRunRef)
    .query(({ ctx, input }) => readBillRun(ctx.scope, input)),

  shards: can("invoice.read")
    .input(ShardList)
    .query(({ ctx, input }) => listShards(ctx.scope, input)),

  choices: can("invoice.run").query(({ ctx }) => readBillRunChoices(ctx.scope)),

  preview: can("invoice.run")
    .input(BillRunRequest)
    .query(({ ctx, input }) => previewBillRun(ctx.scope, input)),

  request: can("invoice.run")
    .input(BillRunRequest)
    .mutation(({ ctx, input }) => requestBillRun(ctx.scope, input)),
});

export const invoiceRouter = router({
  list: can("invoice.read")
    .input(InvoiceList)
    .query(({ ctx, input }) => listInvoices(ctx.scope, input)),

  get: can("invoice.read")
    .input(InvoiceRef)
    .query(({ ctx, input }) => readInvoice(ctx.scope, input)),

  explain: can("invoice.read")
    .input(LineRef)
    .query(({ ctx, input }) => explainLine(ctx.scope, input)),

  pay: can("payment.record")
    .input(NewPayment)
    .mutation(({ ctx, input }) => recordPayment(ctx.scope, input)),
});
