import { z } from "zod";
import type { OperatorId } from "@/server/core/ids";
import { idOf, partyIdOf } from "@/server/core/ref";

/**
 * Everything that is told to later stages, in the order of the story, named `<stage>.<object>.<action>`.
 * An event carries names of things, never the things: whoever hears it reads them as they are by then.
 */
export const catalogue = {
  "party.joined": event({ partyId: partyIdOf }),
  "party.moved": event({ partyId: partyIdOf }),
  "agreement.signed": event({ agreementId: idOf("agreement"), agreementVersionId: idOf("agreementVersion") }),

  "offer.published": event({ offerId: idOf("offer"), offerVersionId: idOf("offerVersion") }),
  "price.version.published": event({ priceListId: idOf("priceList"), priceVersionId: idOf("priceVersion") }),

  "quote.drafted": event({ quoteId: idOf("quote"), quoteVersionId: idOf("quoteVersion") }),
  "quote.submitted": event({ quoteId: idOf("quote"), quoteVersionId: idOf("quoteVersion") }),
  "quote.approved": event({ quoteId: idOf("quote"), quoteVersionId: idOf("quoteVersion") }),
  "quote.returned": event({ quoteId: idOf("quote"), quoteVersionId: idOf("quoteVersion") }),
  "quote.sent": event({ quoteId: idOf("quote"), quoteVersionId: idOf("quoteVersion") }),
  "quote.accepted": event({ quoteId: idOf("quote"), quoteVersionId: idOf("quoteVersion") }),
  "quote.declined": event({ quoteId: idOf("quote"), quoteVersionId: idOf("quoteVersion") }),
  "quote.expired": event({ quoteId: idOf("quote"), quoteVersionId: idOf("quoteVersion") }),
  "quote.voided": event({ quoteId: idOf("quote"), quoteVersionId: idOf("quoteVersion") }),

  "order.placed": event({ orderId: idOf("order") }),
  "order.item.completed": event({ orderId: idOf("order"), orderItemId: idOf("orderItem") }),
  "order.item.failed": event({ orderId: idOf("order"), orderItemId: idOf("orderItem") }),
  "order.completed": event({ orderId: idOf("order") }),

  "task.ready": event({ taskId: idOf("task") }),
  /** A supplier's system told us by a signed call; the words are its own. */
  "supplier.answered": event({
    taskId: idOf("task"),
    outcome: z.enum(["done", "failed"]),
    words: z.string().min(1).max(1000),
  }),
  "task.completed": event({ taskId: idOf("task") }),
  "task.failed": event({ taskId: idOf("task") }),
  "subscription.activated": event({ subscriptionId: idOf("subscription") }),

  "usage.file.received": event({ usageFileId: idOf("usageFile") }),
  "usage.mapping.added": event({ usageSourceId: idOf("usageSource") }),
  "usage.batch.closed": event({ usageFileId: idOf("usageFile") }),

  "bill.run.requested": event({ billRunId: idOf("billRun") }),
  "bill.run.issued": event({ billRunId: idOf("billRun") }),
  "invoice.issued": event({ invoiceId: idOf("invoice") }),
  "payment.recorded": event({ paymentId: idOf("payment"), invoiceId: idOf("invoice") }),

  "settlement.accrued": event({ invoiceId: idOf("invoice") }),
  "settlement.released": event({ invoiceId: idOf("invoice"), paymentId: idOf("payment") }),

  "payout.run.proposed": event({ payoutRunId: idOf("payoutRun") }),
  "payout.run.approved": event({ payoutRunId: idOf("payoutRun") }),
  "payout.run.executed": event({ payoutRunId: idOf("payoutRun") }),
  "statement.issued": event({ statementId: idOf("statement"), payoutRunId: idOf("payoutRun") }),

  "approval.requested": event({ approvalId: idOf("approval") }),
  "approval.decided": event({ approvalId: idOf("approval") }),

  "job.retried": event({ runId: idOf("run"), engine: z.enum(["embedded", "inngest"]) }),

  /** `mail` names the letter in `emails/`, `aboutId` the thing it is about. */
  "mail.requested": event({ mail: z.string().min(1), userId: idOf("user"), aboutId: z.string().min(1) }),
} as const;

export type EventName = keyof typeof catalogue;

/** What an event carries, with the operator in whose network it happened. */
export type EventData<Name extends EventName> = z.infer<(typeof catalogue)[Name]>;

/** What an emitter says; `emit` adds the operator, who is never taken from input. */
export type EventFacts<Name extends EventName> = Omit<EventData<Name>, "operatorId">;

export const eventNames = Object.keys(catalogue) as EventName[];

function event<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject({ operatorId: z.custom<OperatorId>(isText, "The operator is missing."), ...shape });
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.length > 0;
}
