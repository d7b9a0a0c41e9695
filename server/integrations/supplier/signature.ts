import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";

/**
 * The secret shared with one supplier of one operator: made from the installation's signing key, kept
 * nowhere.
 */
export function secretOf(signingKey: string, operatorId: string, supplierId: string): string {
  return createHmac("sha256", signingKey).update(`supplier:${operatorId}:${supplierId}`).digest("base64");
}

/** The headers that prove who sent a body, and when (Standard Webhooks 1.0.0, symmetric signatures). */
export function signedHeaders(secret: string, id: string, at: Date, body: string): Record<string, string> {
  return {
    "webhook-id": id,
    "webhook-timestamp": Math.floor(at.getTime() / 1000).toString(),
    "webhook-signature": new Webhook(secret).sign(id, at, body),
  };
}

/**
 * Whether a body comes from who holds the secret, signed within five minutes of now (the library reads the
 * clock).
 */
export function isSigned(secret: string, headers: Headers, body: string): boolean {
  try {
    new Webhook(secret).verify(body, Object.fromEntries(headers));
    return true;
  } catch {
    return false;
  }
}
