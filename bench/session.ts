import { isIP } from "node:net";

/** Where the server to be measured listens: this machine only. */
export function loopback(address: string | undefined): URL {
  const url = new URL(address ?? "http://localhost:3000");
  const { hostname } = url;
  if (hostname !== "localhost" && !(isIP(hostname) === 4 && hostname.startsWith("127."))) {
    throw new Error(`Only a server on this machine is measured; ${hostname} is not.`);
  }
  return url;
}

/** Signs in as one of the demo's cast, as the door's button does; answers with the cookies. */
export async function enterAs(base: URL, name: string): Promise<string> {
  const door = await (await fetch(new URL("/sign-in", base))).text();
  const before = door.slice(0, door.indexOf(`>${name}<`));
  const user = [...before.matchAll(/<button[^>]*value="(usr_[^"]+)"/g)].at(-1)?.[1];
  if (!user) throw new Error(`${name} is not at the door of ${base.href}.`);
  const jar = new Map<string, string>();
  let next: URL | null = new URL("/api/auth/cast", base);
  let init: RequestInit = { method: "POST", body: new URLSearchParams({ user, to: "/" }) };
  for (let hop = 0; next && hop < 6; hop += 1) {
    const headers = { cookie: cookiesOf(jar), origin: base.origin };
    const answer: Response = await fetch(next, { ...init, headers, redirect: "manual" });
    for (const each of answer.headers.getSetCookie()) {
      const [pair = ""] = each.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const to = answer.headers.get("location");
    next = to ? new URL(to, base) : null;
    init = {};
  }
  return cookiesOf(jar);
}

/** The pages of the operator that are measured: Today, a list, one thing of it, and its trace. */
export async function pagesOf(base: URL, cookie: string): Promise<readonly (readonly [string, string])[]> {
  const list = await (await fetch(new URL("/operator/invoices", base), { headers: { cookie } })).text();
  const detail = /href="(\/operator\/invoices\/inv_[^"?]+)"/.exec(list)?.[1];
  const begin = await (await fetch(new URL("/operator/trace", base), { headers: { cookie } })).text();
  const trace = /href="(\/operator\/trace\/settlement_line\/[^"?]+)"/.exec(begin)?.[1];
  if (!detail || !trace)
    throw new Error("The world has no invoice or nothing to trace; start it with its demo.");
  return [
    ["Today", "/operator"],
    ["a list", "/operator/invoices"],
    ["a detail", detail],
    ["the trace", trace],
  ];
}

function cookiesOf(jar: ReadonlyMap<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
}
