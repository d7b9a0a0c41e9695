import { z } from "zod";
import { type Id, type IdKind, prefixes } from "@/server/core/ids";

/**
 * Everything that is told to later stages, in the order of the story, named `<stage>.<object>.<action>`.
 * An event carries names of things, never the things: whoever hears it reads them as they are by then.
 */
export const catalogue = {
  "party.joined": event({ partyId: ref("party") }),
  "party.moved": event({ partyId: ref("party") }),
  "agreement.signed": event({ agreementId: ref("agreement"), agreementVersionId: ref("agreementVersion") }),

  "offer.published": event({ offerId: ref("offer"), offerVersionId: ref("offerVersion") }),
  "price.version.published": event({ priceListId: ref("priceList"), priceVersionId: ref("priceVersion") }),

  "quote.submitted": event({ quoteId: ref("quote"), quoteVersionId: ref("quoteVersion") }),
  "quote.approved": event({ quoteId: ref("quote"), quoteVersionId: ref("quoteVersion") }),
  "quote.declined": event({ quoteId: ref("quote"), quoteVersionId: ref("quoteVersion") }),
  "quote.accepted": event({ quoteId: ref("quote"), quoteVersionId: ref("quoteVersion") }),

  "order.placed": event({ orderId: ref("order") }),
  "order.item.completed": event({ orderId: ref("order"), orderItemId: ref("orderItem") }),

  "task.ready": event({ taskId: ref("task") }),
  "task.completed": event({ taskId: ref("task") }),
  "task.failed": event({ taskId: ref("task") }),
  "subscription.activated": event({ subscriptionId: ref("subscription") }),

  "usage.file.received": event({ usageFileId: ref("usageFile") }),
  "usage.mapping.added": event({ usageMappingId: ref("usageMapping") }),
  "usage.batch.closed": event({ usageFileId: ref("usageFile") }),

  "bill.run.requested": event({ billRunId: ref("billRun") }),
  "bill.shard.requested": event({ billRunId: ref("billRun"), shard: z.int().nonnegative() }),
  "bill.run.completed": event({ billRunId: ref("billRun") }),
  "invoice.issued": event({ invoiceId: ref("invoice") }),
  "payment.recorded": event({ paymentId: ref("payment"), invoiceId: ref("invoice") }),

  "settlement.accrued": event({ invoiceId: ref("invoice") }),
  "settlement.released": event({ invoiceId: ref("invoice"), paymentId: ref("payment") }),

  "payout.run.proposed": event({ payoutRunId: ref("payoutRun") }),
  "payout.run.approved": event({ payoutRunId: ref("payoutRun") }),
  "payout.run.executed": event({ payoutRunId: ref("payoutRun") }),
  "statement.issued": event({ statementId: ref("statement"), payoutRunId: ref("payoutRun") }),

  "approval.requested": event({ approvalId: ref("approval") }),
  "approval.decided": event({ approvalId: ref("approval") }),

  /** `mail` names the letter in `emails/`, `aboutId` the thing it is about. */
  "mail.requested": event({ mail: z.string().min(1), userId: ref("user"), aboutId: z.string().min(1) }),
} as const;

export type EventName = keyof typeof catalogue;

/** What an event carries, with the operator in whose network it happened. */
export type EventData<Name extends EventName> = z.infer<(typeof catalogue)[Name]>;

/** What an emitter says; `emit` adds the operator, who is never taken from input. */
export type EventFacts<Name extends EventName> = Omit<EventData<Name>, "operatorId">;

export const eventNames = Object.keys(catalogue) as EventName[];

function event<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject({ operatorId: z.custom<Id<"operator">>(isText, "the operator's id"), ...shape });
}

function ref<Kind extends IdKind>(kind: Kind) {
  const isOne = (value: unknown) => isText(value) && value.startsWith(`${prefixes[kind]}_`);
  return z.custom<Id<Kind>>(isOne, `an id of the form ${prefixes[kind]}_…`);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length > 0;
}
