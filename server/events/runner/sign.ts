import { createHmac } from "node:crypto";

/**
 * A body as the protocol signs it: JSON with its keys in order (RFC 8785). `JSON.stringify` writes
 * numbers and text as that standard asks; what is left to us is the order.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  if ("toJSON" in value && typeof value.toJSON === "function") return canonical(value.toJSON());
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(",")}}`;
}

/** The header `x-inngest-signature`: HMAC-SHA256 over the body and the time in seconds. */
export function signature(body: string, signingKey: string, at: Date): string {
  const t = Math.floor(at.getTime() / 1000).toString();
  const key = signingKey.replace(/^signkey-\w+-/, "");
  return `t=${t}&s=${createHmac("sha256", key).update(body).update(t).digest("hex")}`;
}
