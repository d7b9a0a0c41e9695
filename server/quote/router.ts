import { can, router } from "@/server/access/procedures";
import { acceptQuote } from "./accept";
import { changeQuote } from "./change";
import { cloneQuote } from "./clone";
import { winCustomer } from "./customer";
import { draftQuote } from "./draft";
import { declineQuote, voidQuote } from "./end";
import { decideQuoteException } from "./exception";
import {
  CustomerList,
  CustomerRef,
  ExceptionDecision,
  ExceptionRef,
  LegRef,
  NewCustomer,
  QuoteAcceptance,
  QuoteChange,
  QuoteClone,
  QuoteDraft,
  QuoteEnd,
  QuoteList,
  QuotePreview,
  QuoteRef,
  QuoteSubmission,
  QuoteVersionRef,
} from "./input";
import { previewQuote } from "./preview";
import { readChoices } from "./read/choices";
import { listCustomers, readCustomer } from "./read/customer";
import { readException } from "./read/exception";
import { explainLeg } from "./read/explain";
import { listQuotes } from "./read/list";
import { readQuote } from "./read/quote";
import { readWishes } from "./read/version";
import { sendQuote } from "./send";
import { submitQuote } from "./submit";

export const quoteRouter = router({
  list: can("quote.read")
    .input(QuoteList)
    .query(({ ctx, input }) => listQuotes(ctx.scope, input)),

  get: can("quote.read")
    .input(QuoteRef)
    .query(({ ctx, input }) => readQuote(ctx.scope, input)),

  preview: can("quote.compose")
    .input(QuotePreview)
    .query(({ ctx, input }) => previewQuote(ctx.scope, input)),

  choices: can("quote.compose").query(({ ctx }) => readChoices(ctx.scope)),

  explain: can("quote.read")
    .input(LegRef)
    .query(({ ctx, input }) => explainLeg(ctx.scope, input)),

  /** What was asked for when a version was made, to begin a change of it. */
  wishes: can("quote.compose")
    .input(QuoteVersionRef)
    .query(({ ctx, input }) => readWishes(ctx.scope, input)),

  draft: can("quote.compose")
    .input(QuoteDraft)
    .mutation(({ ctx, input }) => draftQuote(ctx.scope, input)),

  change: can("quote.compose")
    .input(QuoteChange)
    .mutation(({ ctx, input }) => changeQuote(ctx.scope, input)),

  submit: can("quote.compose")
    .input(QuoteSubmission)
    .mutation(({ ctx, input }) => submitQuote(ctx.scope, input)),

  exception: can("exception.read")
    .input(ExceptionRef)
    .query(({ ctx, input }) => readException(ctx.scope, input.approvalId)),

  decideException: can("approval.decide")
    .input(ExceptionDecision)
    .mutation(({ ctx, input }) => decideQuoteException(ctx.scope, input)),

  send: can("quote.compose")
    .input(QuoteVersionRef)
    .mutation(({ ctx, input }) => sendQuote(ctx.scope, input)),

  accept: can("quote.accept")
    .input(QuoteAcceptance)
    .mutation(({ ctx, input }) => acceptQuote(ctx.scope, input)),

  decline: can("quote.accept")
    .input(QuoteEnd)
    .mutation(({ ctx, input }) => declineQuote(ctx.scope, input)),

  void: can("quote.compose")
    .input(QuoteEnd)
    .mutation(({ ctx, input }) => voidQuote(ctx.scope, input)),

  clone: can("quote.compose")
    .input(QuoteClone)
    .mutation(({ ctx, input }) => cloneQuote(ctx.scope, input)),
});

/** Whom partners quote for. */
export const customerRouter = router({
  list: can("party.read")
    .input(CustomerList)
    .query(({ ctx, input }) => listCustomers(ctx.scope, input)),

  get: can("party.read")
    .input(CustomerRef)
    .query(({ ctx, input }) => readCustomer(ctx.scope, input.id)),

  add: can("customer.add")
    .input(NewCustomer)
    .mutation(({ ctx, input }) => winCustomer(ctx.scope, input)),
});
