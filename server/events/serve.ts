import { InngestCommHandler } from "inngest";
import { inngest, type Job } from "./client";

/**
 * The endpoint at which an engine calls the functions. It answers no call without Inngest's
 * signature, neither a run nor a sync nor a look at what is served, except to Inngest's dev server.
 */
export function handlerOf(jobs: readonly Job[]): (request: Request) => Promise<Response> {
  const handler: (request: Request) => Promise<Response> = new InngestCommHandler({
    frameworkName: "nextjs",
    client: inngest,
    functions: jobs,
    enableUnauthedSync: false,
    handler: (request: Request) => ({
      body: () => request.text(),
      headers: (name: string) => request.headers.get(name),
      method: () => request.method,
      url: () => new URL(request.url),
      transformResponse: ({ body, status, headers }) => new Response(body, { status, headers }),
    }),
  }).createHandler();
  return handler;
}
