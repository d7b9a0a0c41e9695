import { z } from "zod";
import type { MembershipId, SessionId } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { type Context, can, router } from "./procedures";
import type { Database } from "./scope";
import { listSessions, revokeSession, type Session, switchMembership } from "./session";

const MembershipRef = z.strictObject({ membershipId: z.custom<MembershipId>(startsWith("mbr_")) });
const SessionRef = z.strictObject({ sessionId: z.custom<SessionId>(startsWith("ses_")) });

/** What people do with their own sign-in; nobody reaches another person's. */
export const sessionRouter = router({
  me: can("session.read").query(({ ctx }) => signedIn(ctx).session),

  list: can("session.read").query(async ({ ctx }) => {
    const { session, identity } = signedIn(ctx);
    const held = await listSessions(identity, session.user.id, ctx.now);
    return held.map((each) => ({ ...each, current: each.id === session.id }));
  }),

  switchTo: can("session.change")
    .input(MembershipRef)
    .mutation(({ ctx, input }) => {
      const { session, identity } = signedIn(ctx);
      return switchMembership(identity, {
        session: session.id,
        user: session.user.id,
        to: input.membershipId,
      });
    }),

  revoke: can("session.change")
    .input(SessionRef)
    .mutation(({ ctx, input }) => {
      const { session, identity } = signedIn(ctx);
      return revokeSession(identity, { id: input.sessionId, user: session.user.id });
    }),
});

function signedIn({ session, identity, database }: Context): { session: Session; identity: Database } {
  if (!session) throw new Refusal("NOT_ALLOWED", "Only a person who signed in has a session.");
  return { session, identity: identity ?? database };
}

function startsWith(prefix: string) {
  return (value: unknown) => typeof value === "string" && value.startsWith(prefix) && value.length < 64;
}
