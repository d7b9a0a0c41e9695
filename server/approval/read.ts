import { and, asc, desc, eq, ilike, inArray, or, type SQL, sql } from "drizzle-orm";
import { approval } from "@/db/schema/approval";
import { party } from "@/db/schema/party";
import type { Scope } from "@/server/access/scope";
import type { Id } from "@/server/core/ids";
import { offsetOf, type Page } from "@/server/core/list";
import { Refusal } from "@/server/core/refusal";
import type { ApprovalQueue } from "./input";

export type Approval = typeof approval.$inferSelect;

/** A request, held until the transaction ends so that two people cannot decide it at once. */
export async function holdApproval({ db }: Scope, id: Id<"approval">): Promise<Approval> {
  const [held] = await db.select().from(approval).where(eq(approval.id, id)).for("update");
  if (!held) throw new Refusal("NOT_FOUND", "There is no such request for approval.");
  return held;
}

const seen = {
  id: approval.id,
  subjectKind: approval.subjectKind,
  subjectId: approval.subjectId,
  subjectDigest: approval.subjectDigest,
  policy: approval.policy,
  summary: approval.summary,
  reason: approval.reason,
  facts: approval.facts,
  status: approval.status,
  requestedBy: approval.requestedBy,
  requestedByName: approval.requestedByName,
  requestedAt: approval.requestedAt,
  partyId: approval.partyId,
  partyName: party.name,
  timeZone: party.timeZone,
  decidedByName: approval.decidedByName,
  decidedAt: approval.decidedAt,
  comment: approval.comment,
};

const ofParty = and(eq(party.operatorId, approval.operatorId), eq(party.id, approval.partyId));

/** One request, with who asked, who decided and what they said. */
export async function readApproval({ db }: Scope, id: Id<"approval">) {
  const [found] = await db.select(seen).from(approval).innerJoin(party, ofParty).where(eq(approval.id, id));
  if (!found) throw new Refusal("NOT_FOUND", "There is no such request for approval.");
  return found;
}

export type ApprovalSeen = Awaited<ReturnType<typeof readApproval>>;

/** The requests of one subject, newest first. */
export async function readApprovalsOf(
  { db }: Scope,
  subjectKind: Approval["subjectKind"],
  subjectIds: readonly string[],
): Promise<readonly ApprovalSeen[]> {
  if (subjectIds.length === 0) return [];
  return db
    .select(seen)
    .from(approval)
    .innerJoin(party, ofParty)
    .where(and(eq(approval.subjectKind, subjectKind), inArray(approval.subjectId, [...subjectIds])))
    .orderBy(desc(approval.requestedAt), desc(approval.id));
}

/** What waits for a decision, the longest first, and what was decided. */
export async function listApprovals({ db }: Scope, input: ApprovalQueue): Promise<Page<ApprovalSeen>> {
  const where = narrowed(input);
  const rows = await db
    .select(seen)
    .from(approval)
    .innerJoin(party, ofParty)
    .where(where)
    .orderBy(...orderOf(input), asc(approval.id))
    .limit(input.size)
    .offset(offsetOf(input));
  const [counted] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(approval)
    .innerJoin(party, ofParty)
    .where(where);
  return { rows, total: counted?.total ?? 0 };
}

function orderOf({ sort, dir }: ApprovalQueue): readonly SQL[] {
  const way = dir === "desc" ? desc : asc;
  if (sort === "requestedAt") return [way(approval.requestedAt)];
  if (sort === "status") return [way(approval.status)];
  if (sort === "kind") return [way(approval.subjectKind)];
  const open = sql`case when ${approval.status} = 'pending' then ${approval.requestedAt} end`;
  return [sql`${open} asc nulls last`, desc(approval.requestedAt)];
}

function narrowed({ q, filters }: ApprovalQueue): SQL | undefined {
  const { status = [], kind = [] } = filters;
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  return and(
    q
      ? or(...[approval.summary, approval.requestedByName, party.name].map((text) => ilike(text, like)))
      : undefined,
    status.length > 0 ? inArray(approval.status, status as Approval["status"][]) : undefined,
    kind.length > 0 ? inArray(approval.subjectKind, kind as Approval["subjectKind"][]) : undefined,
  );
}
