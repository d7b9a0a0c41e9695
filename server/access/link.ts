import { and, eq, lt } from "drizzle-orm";
import { verificationToken } from "@/db/schema/identity";
import { asIdentity } from "./identity";
import type { Database } from "./scope";

/** How long a one-time link opens the door. */
export const linkSeconds = 600;

/** Only the token's digest is known here; the token itself is in the mail. */
export type KeptLink = { readonly tokenHash: string; readonly email: string; readonly expiresAt: Date };

export async function keepLink(database: Database, link: KeptLink, now: Date): Promise<void> {
  await asIdentity(database, async (db) => {
    await db.insert(verificationToken).values({ ...link, createdAt: now });
    await db.delete(verificationToken).where(lt(verificationToken.expiresAt, now));
  });
}

/** Takes the link away and hands it out: of two who come at once, one gets it. */
export async function useLink(
  database: Database,
  { tokenHash, email }: Pick<KeptLink, "tokenHash" | "email">,
  now: Date,
): Promise<KeptLink | null> {
  const [used] = await asIdentity(database, (db) =>
    db
      .delete(verificationToken)
      .where(and(eq(verificationToken.tokenHash, tokenHash), eq(verificationToken.email, email)))
      .returning({
        tokenHash: verificationToken.tokenHash,
        email: verificationToken.email,
        expiresAt: verificationToken.expiresAt,
      }),
  );
  return used && used.expiresAt > now ? used : null;
}
