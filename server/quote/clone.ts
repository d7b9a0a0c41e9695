import { quoteVersion } from "@/db/schema/quote";
import type { Scope } from "@/server/access/scope";
import { voidApprovals } from "@/server/approval/void";
import { record } from "@/server/audit/record";
import { type Id, newId } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { emit } from "@/server/events/emit";
import { QuoteClone } from "./input";
import { moveVersion } from "./move";
import { propose } from "./propose";
import { type HeldVersion, holdOwnVersion, readComposition, readNewest } from "./read/version";
import { isOver } from "./rules/transition";
import { versionOf, writeContents } from "./write";

type Cloned = { readonly quoteId: Id<"quote">; readonly versionId: Id<"quoteVersion"> };

/**
 * Makes the next version of a quote, a draft with the same wishes at the prices of now; the version it comes
 * from no longer counts. Asked twice, there is one next version.
 */
export async function cloneQuote(scope: Scope, clone: QuoteClone): Promise<Cloned> {
  const { versionId, validDays } = QuoteClone.parse(clone);
  const held = await holdOwnVersion(scope, versionId);
  const { quote, version } = held;
  const newest = await readNewest(scope, quote.id);
  if (newest.id !== version.id) {
    if (newest.number === version.number + 1 && newest.status === "draft") {
      return { quoteId: quote.id, versionId: newest.id };
    }
    throw new Refusal("CONFLICT", `There is a newer version of ${quote.number}. Go on from that one.`);
  }
  if (version.status === "accepted" || version.status === "ordered") {
    throw new Refusal("CONFLICT", "This quote was accepted; what was ordered is changed on the order.");
  }
  const proposal = await propose(scope, { ...(await readComposition(scope, held)), validDays });
  await supersede(scope, held);

  const { now, db } = scope;
  const { operatorId, ownerPath } = version;
  const id = newId("quoteVersion", now);
  const number = version.number + 1;
  await db.insert(quoteVersion).values({
    ...versionOf(proposal),
    ...{ operatorId, id, quoteId: quote.id, number, status: "draft", createdAt: now, ownerPath },
  });
  await writeContents(scope, { id, ownerPath }, proposal);
  await record(scope, {
    code: "quote.version.drafted",
    summary: `${quote.number}: version ${number} from version ${version.number}`,
    object: { kind: "quote", id: quote.id },
    after: { versionId: id, status: "draft", digest: proposal.digest },
  });
  await emit(scope, "quote.drafted", { quoteId: quote.id, quoteVersionId: id });
  return { quoteId: quote.id, versionId: id };
}

async function supersede(scope: Scope, held: HeldVersion): Promise<void> {
  if (isOver(held.version.status)) return;
  const set = { endedAt: scope.now, voidedReason: "superseded" };
  await moveVersion(scope, held, { to: "voided", by: "partner", told: "voided", set });
  await voidApprovals(scope, { subjectKind: "quote_version", subjectId: held.version.id });
}
