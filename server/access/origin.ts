const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Where people reach us. It is what the installation says of itself, never what a request says, because
 * a link with somebody else's host would hand its token to them. On one's own machine its names are all one.
 */
export function originOf(headers: Headers, appUrl: string): string {
  const host = headers.get("host") ?? "";
  const { host: ours, origin } = new URL(appUrl);
  return loopback.test(ours) && loopback.test(host) ? `http://${host}` : origin;
}

/**
 * Whether a page of ours sent this request. Browsers say so themselves and no page can change what they say;
 * what says nothing is not a browser, and has no cookie that is worth protecting.
 */
export function isFromOurPage(headers: Headers, origin: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  return headers.get("origin") === origin;
}

/** A path of ours to return to, or the front page. Nothing that a browser could read as another host. */
export function returnPath(wanted: string | null | undefined): string {
  const front = "/";
  if (!wanted || wanted.length > 2000 || !/^\/[^/\\]/.test(wanted)) return front;
  const parsed = new URL(wanted, "https://us.invalid");
  const leads = `${parsed.pathname}${parsed.search}`;
  const isPage = !/^\/(api|sign-in)(\/|$)/.test(parsed.pathname);
  return parsed.host === "us.invalid" && isPage && !leads.startsWith("//") ? leads : front;
}
