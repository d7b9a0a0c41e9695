import { skipCSRFCheck } from "@auth/core";
import type { NextAuthConfig } from "next-auth";
import { identityAdapter } from "./adapter";
import { addressOf, mayEnter, type Person, personByAccount, personByEmail } from "./identity";
import { linkSeconds } from "./link";
import type { Database } from "./scope";
import { type Browser, lifetime } from "./session";

/** What signing in needs from the process around it. */
export type Surroundings = {
  readonly database: Database;
  readonly clock: () => Date;
  readonly appUrl: string;
  readonly secret: string;
  /** Whether the demo's cast may be signed in by a click. */
  readonly demo: boolean;
  readonly oidc?:
    | {
        readonly issuer: string;
        readonly clientId: string;
        readonly clientSecret: string;
        readonly name: string;
        /** The provider checks addresses, though it does not say so with each sign-in. */
        readonly trustsEmail?: boolean;
      }
    | undefined;
  sendLink(link: { email: string; url: string; minutes: number }): Promise<void>;
  /** Does something after the answer went out, so that its duration tells nothing. */
  later(work: () => Promise<void>): void;
  /** For whoever watches the door. Never a token, never an address. */
  note(what: string, facts?: Record<string, string>): void;
};

export const providers = { link: "link", oidc: "oidc" } as const;

/** `__Host-` binds the cookie to this host and to https; plain http exists on one's own machine only. */
export function sessionCookie(appUrl: string): { name: string; secure: boolean } {
  const secure = appUrl.startsWith("https:");
  return { name: secure ? "__Host-tributary-session" : "tributary-session", secure };
}

/** Auth.js, as we run it: one-time links and one provider, sessions in our database, nobody signs up. */
export function authConfig(around: Surroundings, origin: string, browser: Browser): NextAuthConfig {
  const { name, secure } = sessionCookie(around.appUrl);
  return {
    basePath: "/api/auth",
    trustHost: true, // The door has put our own origin into the request.
    secret: around.secret,
    skipCSRFCheck, // The door has refused what did not come from our own page.
    useSecureCookies: secure,
    cookies: { sessionToken: { name, options: { httpOnly: true, sameSite: "lax", path: "/", secure } } },
    adapter: identityAdapter(around.database, browser, around.clock),
    session: { strategy: "database", maxAge: lifetime.whole / 1000, generateSessionToken: newToken },
    pages: {
      signIn: "/sign-in",
      signOut: "/sign-in",
      error: "/sign-in/problem",
      verifyRequest: "/sign-in/sent",
    },
    providers: [linkProvider(around, origin), ...(around.oidc ? [oidcProvider(around.oidc)] : [])],
    callbacks: { signIn: (asked) => mayPass(around, asked) },
    events: { signIn: ({ user }) => around.note("signed in", user.id ? { user: user.id } : {}) },
    logger: {
      error: (error) => around.note("sign-in failed", { reason: error.name }),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

export function newToken(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url");
}

/**
 * Whoever asks gets the same answer after the same work: the token is kept for any address, and only when
 * the answer is out do we look whether somebody lives there, and write to them.
 */
function linkProvider(around: Surroundings, origin: string): NextAuthConfig["providers"][number] {
  return {
    id: providers.link,
    type: "email",
    name: "One-time link",
    maxAge: linkSeconds,
    normalizeIdentifier: addressOf,
    generateVerificationToken: newToken,
    sendVerificationRequest: ({ identifier: email, token, url }) => {
      const to = new URL(url).searchParams.get("callbackUrl") ?? "/";
      const link = confirmationUrl(origin, { token, email, to });
      around.later(async () => {
        const person = await personByEmail(around.database, email);
        if (!person || !(await mayEnter(around.database, person.id))) return;
        await around.sendLink({ email, url: link, minutes: linkSeconds / 60 });
      });
    },
  };
}

/** The page that asks for one more click: programs that read mails follow links, but press no buttons. */
function confirmationUrl(
  origin: string,
  { token, email, to }: Record<"token" | "email" | "to", string>,
): string {
  const path = to.startsWith(origin) ? to.slice(origin.length) : to;
  return `${origin}/sign-in/confirm?${new URLSearchParams({ token, email, to: path || "/" })}`;
}

function oidcProvider(oidc: NonNullable<Surroundings["oidc"]>): NextAuthConfig["providers"][number] {
  return {
    id: providers.oidc,
    type: "oidc",
    name: oidc.name,
    issuer: oidc.issuer,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    checks: ["pkce", "state", "nonce"],
    idToken: false, // Many providers tell the address at their userinfo endpoint only.
    authorization: { params: { scope: "openid email profile" } },
    account: () => ({}), // We never act in a person's name there, so no token of theirs is kept.
    // `mayPass` lets an unlinked account in only with a verified address of somebody who was invited.
    allowDangerousEmailAccountLinking: true,
  };
}

type Asked = Parameters<NonNullable<NonNullable<NextAuthConfig["callbacks"]>["signIn"]>>[0];

async function mayPass(
  around: Surroundings,
  { user, account, profile, email }: Asked,
): Promise<boolean | string> {
  if (email?.verificationRequest) return true;
  const person =
    account?.type === "email"
      ? await personByEmail(around.database, user.email ?? "")
      : await personBehind(around, account?.providerAccountId, profile);
  if (person && (await mayEnter(around.database, person.id))) return true;
  around.note("sign-in refused", { reason: "nobody here" });
  return "/sign-in/problem?error=Uninvited";
}

async function personBehind(
  { database, oidc }: Surroundings,
  subject: string | undefined,
  profile: Asked["profile"],
): Promise<Person | null> {
  if (!subject) return null;
  const linked = await personByAccount(database, { provider: providers.oidc, subject });
  if (linked) return linked;
  const verified = profile?.email_verified === true || oidc?.trustsEmail === true;
  return verified && profile?.email ? personByEmail(database, profile.email.toLowerCase()) : null;
}
