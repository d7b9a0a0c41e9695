import { and, desc, eq, inArray, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { approval } from "@/db/schema/approval";
import { party } from "@/db/schema/party";
import { quote, quoteVersion } from "@/db/schema/quote";
import { isOperator } from "@/server/access/actor";
import type { Scope } from "@/server/access/scope";
import { type ApprovalSeen, readApproval } from "@/server/approval/read";
import type { Id } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { nearest } from "../rules/similar";
import { worthTo } from "../rules/view";
import { readQuote } from "./quote";

/**
 * A discount that waits for the operator's word, as its consequence: what every tier keeps with it and
 * without it, who bears it, and how such questions were decided before. It shows all tiers, so it is the
 * operator's alone. Once the quote says something else there is no consequence to show.
 */
export async function readException(scope: Scope, approvalId: Id<"approval">) {
  if (!isOperator(scope.actor)) throw new Refusal("NOT_ALLOWED", "The operator decides pricing exceptions.");
  const request = await readApproval(scope, approvalId);
  if (request.subjectKind !== "quote_version")
    throw new Refusal("INVALID", "That request is not about a quote.");
  const subject = await readSubject(scope, request.subjectId as Id<"quoteVersion">);
  const asked = {
    rate: factOf(request, "discountRate"),
    partnerId: subject.partnerId,
    offerId: subject.offerId,
  };
  return {
    request,
    quoteId: subject.quoteId,
    number: subject.number,
    /** Nobody decides what they asked for themselves. */
    isOwn: request.requestedBy !== null && request.requestedBy === scope.actor.user,
    discountRate: asked.rate,
    discountBand: factOf(request, "discountBand"),
    consequence:
      subject.digest === request.subjectDigest ? await readConsequence(scope, request, subject) : null,
    past: nearest(await readPast(scope, approvalId), asked, 5),
  };
}

export type ExceptionSeen = Awaited<ReturnType<typeof readException>>;
export type Tier = NonNullable<ExceptionSeen["consequence"]>["tiers"][number];

type Subject = Awaited<ReturnType<typeof readSubject>>;

async function readSubject({ db, actor }: Scope, versionId: Id<"quoteVersion">) {
  const [found] = await db
    .select({
      quoteId: quote.id,
      number: quote.number,
      partnerId: quote.partnerId,
      offerId: quote.offerId,
      versionId: quoteVersion.id,
      digest: quoteVersion.digest,
    })
    .from(quoteVersion)
    .innerJoin(quote, and(eq(quote.operatorId, quoteVersion.operatorId), eq(quote.id, quoteVersion.quoteId)))
    .where(and(eq(quoteVersion.operatorId, actor.operator), eq(quoteVersion.id, versionId)));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such quote.");
  return found;
}

async function readConsequence(scope: Scope, request: ApprovalSeen, { quoteId, versionId }: Subject) {
  const { version, ...head } = await readQuote(scope, { id: quoteId, versionId });
  const { lines, parties, worth, totals, termMonths, currency, validUntil } = version;
  const atList = lines.map((line) => ({
    ...line,
    legs: line.legs.map((leg) => ({ ...leg, amount: leg.list, discountBearerId: null })),
  }));
  const tiers = parties.map((each, place) => ({
    ...each,
    without: worthTo(each.id, atList, { currency, termMonths }),
    with: worth[place] ?? worthTo(each.id, lines, { currency, termMonths }),
  }));
  const bearer = parties.find(({ id }) => id === request.facts["bearerId"]);
  return {
    ...{ partner: head.partner, customer: head.customer, offer: head.offer },
    ...{ versionNumber: version.number, lines, totals, termMonths, currency, validUntil },
    ...{ tiers, bearerName: bearer?.name ?? null, lastDay: version.lastDay },
  };
}

const partner = alias(party, "partner");
const customer = alias(party, "customer");
const remembered = 500;

/** How pricing exceptions were decided before, the newest first. */
async function readPast({ db, actor }: Scope, except: Id<"approval">) {
  const decided = await db
    .select({
      id: approval.id,
      status: approval.status,
      decidedAt: approval.decidedAt,
      decidedByName: approval.decidedByName,
      comment: approval.comment,
      facts: approval.facts,
      quoteId: quote.id,
      number: quote.number,
      partnerId: quote.partnerId,
      partnerName: partner.name,
      customerName: customer.name,
      offerId: quote.offerId,
    })
    .from(approval)
    .innerJoin(
      quoteVersion,
      and(eq(quoteVersion.operatorId, approval.operatorId), eq(quoteVersion.id, approval.subjectId)),
    )
    .innerJoin(quote, and(eq(quote.operatorId, approval.operatorId), eq(quote.id, quoteVersion.quoteId)))
    .innerJoin(partner, and(eq(partner.operatorId, approval.operatorId), eq(partner.id, quote.partnerId)))
    .innerJoin(customer, and(eq(customer.operatorId, approval.operatorId), eq(customer.id, quote.customerId)))
    .where(
      and(
        eq(approval.operatorId, actor.operator),
        eq(approval.subjectKind, "quote_version"),
        inArray(approval.status, ["approved", "rejected", "sent_back"]),
        ne(approval.id, except),
      ),
    )
    .orderBy(desc(approval.decidedAt))
    .limit(remembered);
  return decided.map(({ facts, ...row }) => ({ ...row, rate: factOf({ facts }, "discountRate") }));
}

function factOf({ facts }: Pick<ApprovalSeen, "facts">, name: string): bigint {
  return BigInt(facts[name] ?? "0");
}
