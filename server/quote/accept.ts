import { and, eq, ne } from "drizzle-orm";
import { quoteVersion } from "@/db/schema/quote";
import type { Scope } from "@/server/access/scope";
import { dayText } from "@/server/core/calendar";
import { Refusal } from "@/server/core/refusal";
import { readParty } from "@/server/party/read";
import { QuoteAcceptance } from "./input";
import { moveVersion } from "./move";
import { type HeldVersion, holdOwnVersion } from "./read/version";
import { isValid } from "./rules/validity";

/**
 * The customer said yes. The prices that were pinned to its legs hold, even if the lists have moved on since.
 * The row is held, so however often it is submitted it is accepted once, and its order is placed once.
 */
export async function acceptQuote(scope: Scope, acceptance: QuoteAcceptance) {
  const { versionId, acceptedByName, requestKey } = QuoteAcceptance.parse(acceptance);
  const held = await holdOwnVersion(scope, versionId);
  const { quote, version } = held;
  const accepted = { quoteId: quote.id, versionId };
  if (version.status === "accepted" || version.status === "ordered") {
    assertSame(held, { acceptedByName, requestKey });
    return accepted;
  }
  const partner = await readParty(scope, quote.partnerId);
  if (version.status === "sent") {
    if (!isValid(version.validUntil, scope.now)) {
      const last = dayText(new Date(version.validUntil.getTime() - 1), partner.timeZone);
      throw new Refusal("CONFLICT", `This quote was valid to ${last}. Make a new version at today's prices.`);
    }
    if (partner.status !== "active") {
      throw new Refusal("CONFLICT", "Your account is suspended at the moment, so no order can be placed.");
    }
  }
  await assertFreshKey(scope, held, requestKey);
  const set = { acceptedAt: scope.now, acceptedByName, acceptKey: requestKey };
  await moveVersion(scope, held, { to: "accepted", by: "partner", told: "accepted", set });
  return accepted;
}

type Said = Pick<QuoteAcceptance, "acceptedByName" | "requestKey">;

function assertSame({ version }: HeldVersion, { acceptedByName, requestKey }: Said): void {
  if (version.acceptKey === requestKey && version.acceptedByName === acceptedByName) return;
  throw new Refusal("CONFLICT", `This quote was accepted already, by ${version.acceptedByName}.`);
}

/** One key is one submission: it cannot accept two quotes. The database holds that too. */
async function assertFreshKey({ db }: Scope, { version }: HeldVersion, requestKey: string): Promise<void> {
  const [other] = await db
    .select({ id: quoteVersion.id })
    .from(quoteVersion)
    .where(
      and(
        eq(quoteVersion.operatorId, version.operatorId),
        eq(quoteVersion.ownerPath, version.ownerPath),
        eq(quoteVersion.acceptKey, requestKey),
        ne(quoteVersion.id, version.id),
      ),
    );
  if (other) throw new Refusal("CONFLICT", "This submission has accepted another quote already.");
}
