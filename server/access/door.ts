import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { sha256Hex } from "@/server/core/digest";
import type { UserId } from "@/server/core/ids";
import { type Limited, withinLimit } from "./attempt";
import { castAddress } from "./cast";
import { addressOf } from "./identity";
import { keepLink, linkSeconds } from "./link";
import { isFromOurPage, originOf, returnPath } from "./origin";
import { type Browser, endSession } from "./session";
import { authConfig, newToken, providers, type Surroundings, sessionCookie } from "./sign-in";

const base = "/api/auth";

/**
 * Everything under /api/auth. A list of what is open; whatever is not in it does not exist. Posts come from
 * our own pages, links are used by a post only, and Auth.js sees no host but ours.
 */
export function openDoor(around: Surroundings) {
  return async (request: Request): Promise<Response> => {
    const visit = visitOf(around, request);
    const action = `${request.method} ${new URL(request.url).pathname.slice(base.length)}`;
    if (request.method === "POST") {
      if (!isFromOurPage(request.headers, visit.origin)) {
        around.note("sign-in refused", { reason: "foreign page" });
        return new Response("This form was not sent by our own page.", { status: 403 });
      }
      const form = await formOf(request);
      if (!form) return new Response("This is not a form we know.", { status: 415 });
      if (action === `POST /signin/${providers.link}`) return askForLink(visit, form);
      if (action === `POST /callback/${providers.link}`) return enterByLink(visit, form);
      if (action === "POST /cast" && around.demo) return enterAsCast(visit, form);
      if (action === `POST /signin/${providers.oidc}` && around.oidc) return askProvider(visit, form);
      if (action === "POST /signout") return visit.auth("/signout", { callbackUrl: "/sign-in" });
    }
    if (action === `GET /callback/${providers.oidc}` && around.oidc) return enterByProvider(visit);
    if (action === "GET /verify-request") return toPage(visit, "/sign-in/sent");
    return new Response("There is nothing here.", { status: 404 });
  };
}

type Visit = {
  readonly around: Surroundings;
  readonly request: Request;
  readonly origin: string;
  readonly browser: Browser;
  /** Calls Auth.js: posts the form, or passes a get on as it came. */
  auth(path: string, form?: Record<string, string>, query?: Record<string, string>): Promise<Response>;
};

function visitOf(around: Surroundings, request: Request): Visit {
  const origin = originOf(request.headers, around.appUrl);
  const browser = browserOf(request.headers);
  const { handlers } = NextAuth(() => authConfig(around, origin, browser));
  const auth: Visit["auth"] = (path, form, query) => {
    const url = new URL(`${base}${path}`, origin);
    url.search = query ? `${new URLSearchParams(query)}` : new URL(request.url).search;
    const headers = new Headers(request.headers);
    headers.delete("content-length");
    // Entering never looks at who was here before, or an account could be linked to an old session's person.
    if (path.startsWith("/callback/")) headers.set("cookie", withoutSession(around, headers.get("cookie")));
    if (!form) return handlers.GET(new NextRequest(url, { headers }));
    headers.set("content-type", "application/x-www-form-urlencoded");
    return handlers.POST(
      new NextRequest(url, { method: "POST", headers, body: `${new URLSearchParams(form)}` }),
    );
  };
  return { around, request, origin, browser, auth };
}

async function askForLink(visit: Visit, form: Map<string, string>): Promise<Response> {
  const to = returnPath(form.get("to"));
  const email = addressIn(form);
  if (!email) return toPage(visit, "/sign-in", { error: "Address", to });
  const allowed =
    (await within(visit, "link.from", visit.browser.ip)) && (await within(visit, "link.to", email));
  if (!allowed) return toPage(visit, "/sign-in", { error: "Often", to });
  return visit.auth(`/signin/${providers.link}`, { email, callbackUrl: to });
}

async function enterByLink(visit: Visit, form: Map<string, string>): Promise<Response> {
  const email = addressIn(form);
  const token = form.get("token");
  const allowed = await within(visit, "enter.from", visit.browser.ip);
  if (!allowed) return toPage(visit, "/sign-in", { error: "Often" });
  if (!email || !token) return toPage(visit, "/sign-in/problem", { error: "Verification" });
  const callbackUrl = returnPath(form.get("to"));
  return entered(visit, await visit.auth(`/callback/${providers.link}`, {}, { token, email, callbackUrl }));
}

/** One of the demo's cast: gets a one-time link like anybody, and the link is used at once. */
async function enterAsCast(visit: Visit, form: Map<string, string>): Promise<Response> {
  const { database, clock, secret } = visit.around;
  if (!(await within(visit, "cast.from", visit.browser.ip)))
    return toPage(visit, "/sign-in", { error: "Often" });
  const email = await castAddress(database, (form.get("user") ?? "") as UserId);
  if (!email) return toPage(visit, "/sign-in/problem", { error: "Uninvited" });
  const token = newToken();
  const now = clock();
  const expiresAt = new Date(now.getTime() + linkSeconds * 1000);
  await keepLink(database, { tokenHash: sha256Hex(`${token}${secret}`), email, expiresAt }, now);
  const callbackUrl = returnPath(form.get("to"));
  return entered(visit, await visit.auth(`/callback/${providers.link}`, {}, { token, email, callbackUrl }));
}

async function askProvider(visit: Visit, form: Map<string, string>): Promise<Response> {
  if (!(await within(visit, "enter.from", visit.browser.ip)))
    return toPage(visit, "/sign-in", { error: "Often" });
  return visit.auth(`/signin/${providers.oidc}`, { callbackUrl: returnPath(form.get("to")) });
}

async function enterByProvider(visit: Visit): Promise<Response> {
  return entered(visit, await visit.auth(`/callback/${providers.oidc}`));
}

/** Who comes in anew leaves the session that this browser had. */
async function entered({ around, request }: Visit, response: Response): Promise<Response> {
  const { name } = sessionCookie(around.appUrl);
  const opened = response.headers.getSetCookie().some((cookie) => cookie.startsWith(`${name}=`));
  const former = opened && readCookie(request.headers.get("cookie"), name);
  if (former) await endSession(around.database, former);
  return response;
}

async function within({ around }: Visit, what: Limited, who: string): Promise<boolean> {
  const allowed = await withinLimit(around.database, { what, who, now: around.clock() });
  if (!allowed) around.note("sign-in refused", { reason: `too often: ${what}` });
  return allowed;
}

function toPage({ origin }: Visit, path: string, query: Record<string, string> = {}): Response {
  const search = new URLSearchParams(query);
  const location = `${origin}${path}${search.size > 0 ? `?${search}` : ""}`;
  return new Response(null, { status: 303, headers: { location } });
}

function addressIn(form: Map<string, string>): string | null {
  try {
    return addressOf(form.get("email") ?? "");
  } catch {
    return null;
  }
}

/** The fields of a short form; null for anything else. */
async function formOf(request: Request): Promise<Map<string, string> | null> {
  if (!request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded")) return null;
  if (Number(request.headers.get("content-length") ?? 0) > 10_000) return null;
  return new Map(new URLSearchParams((await request.text()).slice(0, 10_000)));
}

export function browserOf(headers: Headers): Browser {
  // The nearest proxy writes the last entry, and the server itself if there is none in front of it.
  const ip = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return { userAgent: headers.get("user-agent") ?? "", ip: ip || "unknown" };
}

export function readCookie(header: string | null, name: string): string | null {
  const found = header?.split(/;\s*/).find((pair) => pair.startsWith(`${name}=`));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : null;
}

function withoutSession(around: Surroundings, header: string | null): string {
  const { name } = sessionCookie(around.appUrl);
  const pairs = header?.split(/;\s*/) ?? [];
  return pairs.filter((pair) => !pair.startsWith(`${name}=`) && !pair.startsWith(`${name}.`)).join("; ");
}
