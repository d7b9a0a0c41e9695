import "server-only";
import type { Route } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { database } from "@/db/connection";
import { type Portal, portalOf } from "@/server/access/actor";
import { readCast } from "@/server/access/cast";
import { returnPath } from "@/server/access/origin";
import { readSession, type Session } from "@/server/access/session";
import { sessionCookie } from "@/server/access/sign-in";
import { env } from "@/server/env";

export type { Session };

/** Who is looking at this page; read once a request. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const held = (await cookies()).get(sessionCookie(env().appUrl).name);
  return held ? readSession(database(), held.value, new Date()) : null;
});

/** Who is signed in, in the portal that is theirs. Others are led to the door, or to their own portal. */
export async function signedIn(portal?: Portal): Promise<Session> {
  const session = await currentSession();
  if (!session) return toSignIn();
  const own = portalOf(session.actor.role);
  return portal && portal !== own ? redirect(frontOf(own)) : session;
}

/** The Today page of a portal. */
export function frontOf(portal: Portal): Route {
  return `/${portal}` as Route;
}

/** Leads to the door, and from there back to this page. */
export async function toSignIn(): Promise<never> {
  const path = (await headers()).get("x-tributary-path");
  redirect(path && path !== "/" ? `/sign-in?${new URLSearchParams({ to: path })}` : "/sign-in");
}

/** A path of ours to go on to, whatever an address's query says. */
export function ownPath(wanted: string | undefined): Route {
  return returnPath(wanted) as Route;
}

export type CastMember = Awaited<ReturnType<typeof readCast>>[number];

/** What the door offers: the provider's name if there is one, and the cast where this is a demo. */
export async function waysIn(): Promise<{ provider: string | null; cast: readonly CastMember[] }> {
  const { oidc, demo } = env();
  return { provider: oidc?.name ?? null, cast: demo ? await readCast(database()) : [] };
}
