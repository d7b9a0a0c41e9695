import { approval } from "@/db/schema/approval";
import { elevated, type Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { type Id, newId } from "@/server/core/ids";
import { emit } from "@/server/events/emit";
import type { ApprovalSubject } from "./rules/vocabulary";

export type Asked = {
  readonly subjectKind: ApprovalSubject;
  readonly subjectId: string;
  /** Of all that the decision is about; a change of the subject has another digest. */
  readonly digest: string;
  /** Which rule asks for the decision, as `pricing_exception`. */
  readonly policy: string;
  /** What is asked, in a sentence. Stands in the audit too, so it carries no price. */
  readonly summary: string;
  readonly reason: string;
  /** The few figures the question turns on, for the record of past decisions. */
  readonly facts?: Readonly<Record<string, string>>;
};

/** Asks for a decision. At most one request a subject is open; the database holds that too. */
export async function requestApproval(scope: Scope, asked: Asked): Promise<{ approvalId: Id<"approval"> }> {
  const { actor, now } = scope;
  const id = newId("approval", now);
  const { digest, facts = {}, ...told } = asked;
  await elevated(scope, async ({ db }) => {
    await db.insert(approval).values({
      ...told,
      facts,
      operatorId: actor.operator,
      id,
      subjectDigest: digest,
      status: "pending",
      requestedBy: actor.user,
      requestedByName: actor.name,
      requestedAt: now,
      partyId: actor.party,
    });
  });
  await record(scope, {
    code: "approval.request.made",
    summary: asked.summary,
    object: { kind: "approval", id },
    after: { status: "pending", subject: asked.subjectId, policy: asked.policy, digest },
  });
  await emit(scope, "approval.requested", { approvalId: id });
  return { approvalId: id };
}
