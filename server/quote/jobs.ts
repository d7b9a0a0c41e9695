import { defineJob, type Job } from "@/server/events/client";
import { expireQuote } from "./end";
import { readValidUntil } from "./read/version";

const expire = defineJob(
  {
    id: "quote-expire",
    name: "Expire a quote that was not answered",
    on: "quote.sent",
    idempotency: "event.data.quoteVersionId",
  },
  async ({ event, step, asSystem }) => {
    const { quoteVersionId } = event.data;
    const until = await step.run("read the day", () =>
      asSystem(async (scope) => (await readValidUntil(scope, quoteVersionId)).toISOString()),
    );
    await step.sleepUntil("wait for an answer", new Date(until));
    await step.run("expire", () => asSystem((scope) => expireQuote(scope, quoteVersionId)));
  },
);

export const quoteJobs: readonly Job[] = [expire];
