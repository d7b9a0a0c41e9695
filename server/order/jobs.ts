import { defineJob, type Job } from "@/server/events/client";
import { placeOrder } from "./place";

const place = defineJob(
  {
    id: "order-place",
    name: "Place the order of an accepted quote",
    on: "quote.accepted",
    idempotency: "event.data.quoteVersionId",
  },
  ({ event, step, asSystem }) =>
    step.run("place", () =>
      asSystem((scope) => placeOrder(scope, { quoteVersionId: event.data.quoteVersionId })),
    ),
);

export const orderJobs: readonly Job[] = [place];
