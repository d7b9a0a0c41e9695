import { Agent, request as begin } from "node:http";
import type { Transport } from "./protocol";

const agent = new Agent({ keepAlive: true });

/**
 * Calls an endpoint over HTTP and waits as long as the step
 * takes, where `fetch` would give up after five minutes.
 */
export const overHttp: Transport = async (request) => {
  const body = Buffer.from(await request.arrayBuffer());
  return new Promise((resolve, reject) => {
    const headers = { ...Object.fromEntries(request.headers), "content-length": String(body.byteLength) };
    const call = begin(request.url, { method: request.method, headers, agent }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () => {
        const told = Object.entries(answer.headersDistinct).flatMap(([name, values]) =>
          (values ?? []).map((value): [string, string] => [name, value]),
        );
        resolve(new Response(Buffer.concat(parts), { status: answer.statusCode ?? 502, headers: told }));
      });
    });
    call.on("error", reject);
    call.end(body);
  });
};
