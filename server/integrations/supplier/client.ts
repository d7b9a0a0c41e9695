import { z } from "zod";
import { secretOf, signedHeaders } from "./signature";

/** What a supplier's provisioning system is asked to do. */
export type SupplierRequest = {
  readonly operatorId: string;
  readonly supplierId: string;
  readonly taskId: string;
  readonly attempt: number;
  readonly title: string;
  readonly sku: string;
  readonly quantity: string;
  readonly unit: string;
  readonly order: string;
};

/**
 * What it answers. `accepted` means that it will call back; `refused` is its final no, in its own words.
 * Anything that may
 * be otherwise in a minute (no answer, an answer of 429 or 5xx) is `unavailable`, to be tried again.
 */
export type SupplierResponse =
  | { readonly outcome: "done"; readonly proof: string }
  | { readonly outcome: "accepted"; readonly reference: string }
  | { readonly outcome: "refused"; readonly message: string }
  | { readonly outcome: "unavailable"; readonly message: string };

export type SupplierConnection = {
  readonly baseUrl: string;
  readonly signingKey: string;
  readonly callbackUrl: string;
  readonly now: Date;
  readonly timeoutMs?: number;
};

const words = z.string().trim().min(1).max(1000);
const done = z.object({ outcome: z.literal("done"), proof: words });
const accepted = z.object({ outcome: z.literal("accepted"), reference: words });
const refused = z.object({ message: words });

/**
 * Hands a task to a supplier. The key of the attempt makes a request that arrives twice one request; the body
 * is signed;
 * redirects are not followed, and an answer is read up to 64 kB.
 */
export async function callSupplier(
  connection: SupplierConnection,
  request: SupplierRequest,
): Promise<SupplierResponse> {
  const { baseUrl, signingKey, callbackUrl, now, timeoutMs = 10_000 } = connection;
  const key = `${request.taskId}-${request.attempt}`;
  const body = JSON.stringify({ ...request, callbackUrl });
  const secret = secretOf(signingKey, request.operatorId, request.supplierId);
  try {
    const response = await fetch(new URL("/tasks", baseUrl), {
      method: "POST",
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        "content-type": "application/json",
        "idempotency-key": key,
        ...signedHeaders(secret, key, now, body),
      },
      body,
    });
    return read(response.status, await response.text());
  } catch (error) {
    return {
      outcome: "unavailable",
      message: `No answer: ${error instanceof Error ? error.message : "unknown"}.`,
    };
  }
}

function read(status: number, text: string): SupplierResponse {
  if (status === 429 || status >= 500) return { outcome: "unavailable", message: `It answered ${status}.` };
  const said = parse(text.slice(0, 65_536));
  if (status >= 400) {
    const no = refused.safeParse(said);
    return { outcome: "refused", message: no.success ? no.data.message : `It answered ${status}.` };
  }
  const yes = z.union([done, accepted]).safeParse(said);
  return yes.success ? yes.data : { outcome: "refused", message: "Its answer was not understood." };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
