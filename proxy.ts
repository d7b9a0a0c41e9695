import { type NextRequest, NextResponse } from "next/server";
import { env } from "./server/env";

/** Before a page is made: where it was asked for, for the way back from the door, and what it may load. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const policy = contentPolicy(pathname);
  const headers = new Headers(request.headers);
  headers.set("x-tributary-path", `${pathname}${search}`);
  headers.set("x-nonce", policy.nonce);
  headers.set("content-security-policy", policy.text); // Next.js finds the nonce for its own scripts here.
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy.text);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("referrer-policy", "same-origin"); // One-time links must not travel as a referrer.
  response.headers.set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  if (env().appUrl.startsWith("https:")) {
    response.headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  }
  return response;
}

function contentPolicy(pathname: string): { nonce: string; text: string } {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const { production, oidc } = env();
  const development = !production;
  // The form that asks an identity provider is redirected there, which browsers count as the form's target.
  const provider = oidc && pathname.startsWith("/sign-in") ? ` https: ${new URL(oidc.issuer).origin}` : "";
  const text = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'", // Charts, menus and long lists place themselves by style attributes.
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${provider}`,
    "frame-ancestors 'none'",
  ].join("; ");
  return { nonce, text };
}

export const config = {
  matcher: [{ source: "/((?!api/|_next/static|_next/image|favicon.ico|.*\\.(?:png|svg|ico|woff2|txt)$).*)" }],
};
