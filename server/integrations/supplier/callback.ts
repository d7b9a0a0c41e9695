import { z } from "zod";
import { isSigned, secretOf } from "./signature";

const Callback = z.object({
  operatorId: z.string().startsWith("opr_").max(64),
  supplierId: z.string().max(64),
  taskId: z.string().startsWith("tsk_").max(64),
  outcome: z.enum(["done", "failed"]),
  words: z.string().trim().min(1).max(1000),
});

export type SupplierCallback = z.infer<typeof Callback>;

/** A supplier's later answer, or null unless exactly that supplier of that operator signed it. */
export function readCallback(signingKey: string, headers: Headers, body: string): SupplierCallback | null {
  const parsed = Callback.safeParse(parse(body));
  if (!parsed.success) return null;
  const { operatorId, supplierId } = parsed.data;
  return isSigned(secretOf(signingKey, operatorId, supplierId), headers, body) ? parsed.data : null;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
