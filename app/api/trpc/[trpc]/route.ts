import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { contextOf } from "@/app/context";
import { currentSession } from "@/app/session";
import { isFromOurPage, originOf } from "@/server/access/origin";
import { env } from "@/server/env";
import { log } from "@/server/log";
import { appRouter } from "@/server/router";

const endpoint = "/api/trpc";
const bytesMost = 1_000_000;

async function answer(request: Request): Promise<Response> {
  const checked = request.method === "POST" ? await ourPost(request) : request;
  if (checked instanceof Response) return checked;
  const context = contextOf(await currentSession(), request.headers);
  const response = await fetchRequestHandler({
    endpoint,
    req: checked,
    router: appRouter,
    createContext: () => context,
    onError({ error, path }) {
      if (error.code !== "INTERNAL_SERVER_ERROR") return;
      const { message: reason, stack } = error.cause ?? error;
      log().error({ path, correlation: context.correlation, reason, stack }, "a call failed");
    },
  });
  response.headers.set("cache-control", "no-store");
  response.headers.set("x-request-id", context.correlation);
  return response;
}

/** A change comes from our own page, as JSON, and is not endless; another site's form can be none of this. */
async function ourPost(request: Request): Promise<Request | Response> {
  if (!isFromOurPage(request.headers, originOf(request.headers, env().appUrl))) {
    return refused(403, "This call was not made by our own page.");
  }
  if (!request.headers.get("content-type")?.startsWith("application/json")) {
    return refused(415, "Calls are made in JSON.");
  }
  const body = await textWithin(request, bytesMost);
  if (body === null) return refused(413, "That is too much for one call.");
  return new Request(request.url, { method: "POST", headers: request.headers, body });
}

/** The body, or null as soon as it turns out longer than it may be, whatever its header said. */
async function textWithin(request: Request, most: number): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length > most) {
      await reader?.cancel();
      return null;
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** The rest of what was sent is not read, so the connection ends with the answer. */
function refused(status: number, message: string): Response {
  return Response.json({ error: { message } }, { status, headers: { connection: "close" } });
}

export { answer as GET, answer as POST };
