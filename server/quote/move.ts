import { and, eq } from "drizzle-orm";
import { quoteVersion } from "@/db/schema/quote";
import type { Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { emit } from "@/server/events/emit";
import type { HeldVersion, VersionRow } from "./read/version";
import { type Mover, moveQuote } from "./rules/transition";
import type { QuoteStatus } from "./rules/vocabulary";

type Told =
  | "submitted"
  | "approved"
  | "returned"
  | "sent"
  | "accepted"
  | "declined"
  | "expired"
  | "voided"
  | "ordered";

type Move = {
  readonly to: QuoteStatus;
  readonly by: Mover;
  /** What happened: the end of the audit's code, and the event's name where later stages may hear of it. */
  readonly told: Told;
  readonly set?: Partial<VersionRow>;
};

/** Moves a held version by the one table of transitions, and writes down and tells that it did. */
export async function moveVersion(
  scope: Scope,
  { quote, version }: HeldVersion,
  move: Move,
): Promise<VersionRow> {
  const { to, by, told, set = {} } = move;
  const status = moveQuote(version.status, to, by);
  const change = { ...set, status };
  await scope.db
    .update(quoteVersion)
    .set(change)
    .where(and(eq(quoteVersion.operatorId, version.operatorId), eq(quoteVersion.id, version.id)));
  await record(scope, {
    code: `quote.version.${told}`,
    summary: `${quote.number}, version ${version.number}: ${told}`,
    object: { kind: "quote", id: quote.id },
    before: { versionId: version.id, status: version.status },
    after: { versionId: version.id, status, digest: change.digest ?? version.digest },
  });
  const names = { quoteId: quote.id, quoteVersionId: version.id };
  if (told !== "ordered") await emit(scope, `quote.${told}`, names); // The order tells of itself.
  return { ...version, ...change };
}
