import { expect, test } from "vitest";
import { filesUnder, isOfTests, read } from "@/server/fixtures/sources";

/** Who may see for a moment what the caller may not, and what for. */
const allowed: Record<string, string> = {
  "server/activation/task.ts":
    "a task done moves its order and its subscription, which its desk may not write",
  "server/approval/request.ts": "a question is written where those who decide it find it",
  "server/approval/void.ts": "what was asked has changed, so the question is void, whoever changed it",
  "server/offer/prices.ts":
    "a chain is priced edge by edge; the quote keeps a leg for those alone who may see it",
  "server/party/bank.ts": "a party's own account is a priced row, which the operator's side writes",
  "server/party/chain.ts": "a deal needs every edge of its chain; the caller knows its own",
  "server/party/number.ts": "a gapless number comes from the operator's series",
  "server/quote/read/version.ts":
    "a quote is worked out again from what was asked; one discount is in its legs",
  "server/quote/write.ts":
    "the legs of a quote are priced rows of every tier, which the operator's side writes",
  "server/trace/graph.ts": "a trace is walked by ids; every fact on the way is read as the asker",
  "server/trace/replay/replay.ts": "a division needs every edge of its line; the asker is told its own parts",
  "server/trace/usage-row.ts": "the rated item of a row is found by its id alone",
  "server/usage/receive.ts": "a supplier's desk hands a file in; its rows are the operator's side's to write",
};

test("only the files listed here decide with more sight than their caller has", () => {
  const callers = filesUnder(["server"], /\.tsx?$/)
    .filter((file) => !isOfTests(file) && file !== "server/access/scope.ts")
    .filter((file) => /\belevated\s*[(<]/.test(read(file)));
  expect(callers, "list a new caller with its reason; it returns no figure of another edge").toEqual(
    Object.keys(allowed).sort(),
  );
});

/** Who waits for several things at once, and why none of them can look through another's raised sight. */
const sideBySide: Record<string, string> = {
  "server/events/runner/live.ts": "runs, each with connections of its own",
  "server/integrations/supplier/simulator.ts": "calls over the network, without a database",
  "server/invoice/jobs.ts": "steps, each in a transaction of its own",
  "server/usage/import.ts": "chunks, each in a transaction of its own",
};

test("nothing runs side by side on the transaction of one scope", () => {
  const found = filesUnder(["server"], /\.tsx?$/)
    .filter((file) => !isOfTests(file))
    .filter((file) => /\bPromise\.(all|allSettled|any|race)\b/.test(read(file)));
  expect(found, "raised sight is the connection's: what overlaps with it would see as much").toEqual(
    Object.keys(sideBySide).sort(),
  );
});
