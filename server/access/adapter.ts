import type { Adapter, AdapterUser } from "next-auth/adapters";
import type { UserId } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import {
  linkAccount,
  markVerified,
  type Person,
  personByAccount,
  personByEmail,
  personById,
} from "./identity";
import { keepLink, useLink } from "./link";
import type { Database } from "./scope";
import { type Browser, endSession, lifetime, openSession, readSession } from "./session";

/** What Auth.js may do with the identity schema, for one request of one browser. */
export function identityAdapter(database: Database, browser: Browser, clock: () => Date): Adapter {
  return { ...people(database, clock), ...sessions(database, browser, clock), ...links(database, clock) };
}

function people(database: Database, clock: () => Date) {
  return {
    getUser: async (id) => told(await personById(database, id as UserId)),
    getUserByEmail: async (email) => told(await personByEmail(database, email)),
    getUserByAccount: async ({ provider, providerAccountId: subject }) =>
      told(await personByAccount(database, { provider, subject })),
    createUser: () => {
      throw new Refusal("NOT_ALLOWED", "Only who was invited can sign in.");
    },
    updateUser: async ({ id, emailVerified }) => {
      if (emailVerified) await markVerified(database, id as UserId, clock());
      const kept = told(await personById(database, id as UserId));
      if (!kept) throw new Refusal("NOT_FOUND", "There is no such person.");
      return kept;
    },
    linkAccount: async ({ provider, providerAccountId: subject, userId }) => {
      await linkAccount(database, { provider, subject, userId: userId as UserId, now: clock() });
    },
  } satisfies Adapter;
}

function sessions(database: Database, browser: Browser, clock: () => Date) {
  return {
    createSession: async ({ sessionToken, userId }) => {
      const opened = { token: sessionToken, userId: userId as UserId, browser, now: clock() };
      const { endsAt } = await openSession(database, opened);
      return { sessionToken, userId, expires: endsAt };
    },
    getSessionAndUser: async (sessionToken) => {
      const held = await readSession(database, sessionToken, clock());
      const user = held && told(await personById(database, held.user.id));
      if (!user) return null;
      const expires = new Date(clock().getTime() + lifetime.idle);
      return { session: { sessionToken, userId: user.id, expires }, user };
    },
    updateSession: () => null, // Reading a session notes that it was seen; there is nothing else to change.
    deleteSession: (sessionToken) => endSession(database, sessionToken),
  } satisfies Adapter;
}

function links(database: Database, clock: () => Date) {
  return {
    createVerificationToken: async (link) => {
      const { identifier: email, token: tokenHash, expires: expiresAt } = link;
      await keepLink(database, { tokenHash, email, expiresAt }, clock());
      return link;
    },
    useVerificationToken: async ({ identifier: email, token: tokenHash }) => {
      const used = await useLink(database, { tokenHash, email }, clock());
      return used && { identifier: used.email, token: used.tokenHash, expires: used.expiresAt };
    },
  } satisfies Adapter;
}

function told(person: Person | null): AdapterUser | null {
  return (
    person && { id: person.id, email: person.email, name: person.name, emailVerified: person.verifiedAt }
  );
}
