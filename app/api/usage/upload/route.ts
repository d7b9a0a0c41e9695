import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { contextOf } from "@/app/context";
import { currentSession } from "@/app/session";
import { isFromOurPage, originOf } from "@/server/access/origin";
import type { Id } from "@/server/core/ids";
import { Refusal } from "@/server/core/refusal";
import { env } from "@/server/env";
import { dropUpload, keepUpload, tooLarge, uploadBytesMost } from "@/server/integrations/storage/upload";
import { log } from "@/server/log";
import { createCaller } from "@/server/router";

/**
 * Takes in a usage file as the body of the request, as it comes: `?source=uso_…&name=march.csv`. Who may send
 * one is
 * asked at the same door as everything else, before the first byte is kept and again when the file is
 * recorded.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOurPage(request.headers, originOf(request.headers, env().appUrl))) {
    return refused(403, "This file was not sent by our own page.");
  }
  const { searchParams } = new URL(request.url);
  const sourceId = (searchParams.get("source") ?? "") as Id<"usageSource">;
  const name = searchParams.get("name") ?? "";
  const context = contextOf(await currentSession(), request.headers);
  try {
    await createCaller(context).usage.mayReceive({ id: sourceId });
    const length = Number(request.headers.get("content-length") ?? 0);
    if (length > uploadBytesMost) throw tooLarge(uploadBytesMost);
    if (!request.body) throw new Refusal("INVALID", "There is no file in what was sent.");
    const upload = await keepUpload(piecesOf(request.body));
    const received = await createCaller({ ...context, upload })
      .usage.receive({ sourceId, name })
      .catch(async (error: unknown) => {
        await dropUpload(upload.storageKey);
        throw error;
      });
    if (received.takenBefore) await dropUpload(upload.storageKey);
    return Response.json(received, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    if (error instanceof TRPCError) return refused(getHTTPStatusCodeFromError(error), error.message);
    if (error instanceof Refusal) return refused(413, error.message);
    log().error({ reason: error instanceof Error ? error.message : "unknown" }, "an upload failed");
    return refused(500, "The file did not come through whole. Nothing was taken in; please send it again.");
  }
}

async function* piecesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function refused(status: number, message: string): Response {
  return Response.json({ error: { message } }, { status, headers: { "cache-control": "no-store" } });
}
