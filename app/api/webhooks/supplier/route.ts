import { env } from "@/server/env";
import { hearCallback } from "@/server/events/hear";
import { readCallback } from "@/server/integrations/supplier/callback";

const limit = 65_536;

/**
 * Where suppliers' systems tell what became of a task. Kept before it is answered, so that nothing they told
 * is lost.
 */
export async function POST(request: Request): Promise<Response> {
  const body = await request.text();
  if (body.length > limit) return Response.json({ message: "That is too large." }, { status: 413 });
  const callback = readCallback(env().secrets.signing, request.headers, body);
  if (!callback) return Response.json({ message: "The signature does not fit." }, { status: 401 });
  await hearCallback(callback);
  return Response.json({ message: "Taken." }, { status: 202 });
}
