import { and, eq, inArray } from "drizzle-orm";
import { approval } from "@/db/schema/approval";
import { elevated, type Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import type { ApprovalSubject } from "./rules/vocabulary";

type Subject = { readonly subjectKind: ApprovalSubject; readonly subjectId: string };

/** What was asked about has changed: open requests and approvals of it no longer count. */
export async function voidApprovals(scope: Scope, { subjectKind, subjectId }: Subject): Promise<void> {
  const voided = await elevated(scope, ({ db }) =>
    db
      .update(approval)
      .set({ status: "voided" })
      .where(
        and(
          eq(approval.subjectKind, subjectKind),
          eq(approval.subjectId, subjectId),
          inArray(approval.status, ["pending", "approved"]),
        ),
      )
      .returning({ id: approval.id, summary: approval.summary }),
  );
  for (const { id, summary } of voided) {
    await record(scope, {
      code: "approval.request.voided",
      summary: `${summary} · void, because it changed`,
      object: { kind: "approval", id },
      after: { status: "voided" },
    });
  }
}
