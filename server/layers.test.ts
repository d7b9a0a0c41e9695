import { describe, expect, test } from "vitest";
import { filesUnder, importsOf, isOfTests, packagesOf } from "./fixtures/sources";

/** The story, in order. A stage may look back at earlier stages; it tells later ones by event. */
const story = ["party", "offer", "quote", "order", "activation", "usage", "invoice", "settlement", "payout"];
const sides = ["access", "approval", "audit", "events", "ledger", "report", "trace"];

type Layer = readonly [from: string, may: readonly string[]];

const everyRules = story.map((stage) => `server/${stage}/rules/`);
const session = ["server/access/", "server/router.ts", "server/env.ts"];
const ground = [
  "server/core/",
  "server/access/",
  "server/approval/",
  "server/audit/",
  "server/events/",
  "db/schema/",
  "db/insert-rows.ts",
  "db/copy-rows.ts",
];

/**
 * Who may import whom. The first row that matches a file decides; "…/" is a folder, "*…" any of that name.
 */
const layers: readonly Layer[] = [
  ["server/core/", ["server/core/"]],
  ["server/env.ts", []],
  ["server/log.ts", ["server/env.ts"]],
  ["server/router.ts", ["server/access/", "*router.ts"]],
  ["server/jobs.ts", ["server/events/", "*jobs.ts"]],
  ...sides.map(
    (side): Layer => [`server/${side}/router.ts`, ["server/core/", "server/access/", `server/${side}/`]],
  ),
  ...story.flatMap(rooms),
  ["server/ledger/templates/", ["server/core/", "server/ledger/"]],
  ["server/ledger/", ["server/core/", "server/ledger/", "server/access/", "db/schema/", "db/insert-rows.ts"]],
  ["server/access/", ["server/core/", "server/env.ts", "db/", "server/access/"]],
  ["server/audit/sealer.ts", ["server/access/", "db/", "server/audit/"]],
  ["server/audit/verify-all.ts", ["server/access/", "db/", "server/audit/"]],
  ["server/audit/", ["server/core/", "server/env.ts", "db/", "server/audit/"]],
  ["server/events/", ["server/core/", "server/env.ts", "db/", "server/events/", "server/access/"]],
  ["server/approval/", [...ground, "server/approval/"]],
  ["server/trace/", ["server/core/", "server/access/", "db/schema/", "server/trace/", ...everyRules]],
  ["server/report/", ["server/core/", "server/access/", "db/schema/", "server/report/", ...everyRules]],
  ["server/rehearsal/", ["server/", "db/", "emails/"]],
  ["server/demo/", ["server/", "db/", "emails/"]],
  ["server/integrations/", ["server/core/", "server/env.ts", "emails/", "server/integrations/"]],
  ["db/", ["db/", "server/core/", "server/env.ts"]],
  ["components/", ["components/", "server/core/"]],
  ["emails/", ["emails/", "components/", "server/core/"]],
  ["app/api/", ["app/", "components/", "emails/", "server/core/", ...session, ...outward()]],
  ["app/", ["app/", "components/", "server/core/", ...session, "db/connection.ts"]],
  ["instrumentation.ts", [...session, ...outward(), "server/audit/sealer.ts"]],
  ["proxy.ts", session],
];

/** Whoever may import anything of ours may write to the log; the vocabulary and the rules keep quiet. */
const mute = /^server\/core\/|^server\/env\.ts|\/rules\/|^components\/|^emails\//;

describe("imports point down the layers and back along the story", () => {
  test.each(sources())("%s", (file) => {
    const [, may] = layers.find(([from]) => within(file, from)) ?? [];
    if (!may) throw new Error(`${file} belongs to no layer: see the table in this test.`);
    const allowed = mute.test(file) ? may : [...may, "server/log.ts"];
    const strays = importsOf(file)
      .filter(({ typesOnly }) => file.startsWith("server/core/") || !typesOnly)
      .filter(({ target }) => !allowed.some((layer) => within(target, layer)))
      .map(({ target, line }) => `line ${line}: ${target}`);
    expect(strays, `${file} may import ${allowed.join(", ") || "nothing of ours"}`).toEqual([]);
  });
});

/** The vocabulary of money and time, and what the rules are made of, must run anywhere. */
describe("what is pure imports no platform", () => {
  const pure = sources().filter((file) => /^server\/core\/|\/rules\/|^components\//.test(file));
  const platform = /^(node:|pg$|drizzle-orm|next\/server|@neondatabase|inngest|nodemailer|pino)/;
  test.each(pure)("%s", (file) => {
    const strays = packagesOf(file).filter(
      (name) => platform.test(name) && !/^node:(crypto|buffer)$/.test(name),
    );
    expect(strays).toEqual([]);
  });
});

function rooms(stage: string, index: number): Layer[] {
  const soFar = story.slice(0, index + 1);
  const own = `server/${stage}/`;
  const rules = soFar.map((each) => `server/${each}/rules/`);
  return [
    [`${own}rules/`, ["server/core/", ...rules]],
    [`${own}router.ts`, ["server/core/", "server/access/", own]],
    [
      `${own}jobs.ts`,
      [
        "server/access/",
        "server/core/",
        "server/env.ts",
        own,
        "server/events/",
        "server/integrations/",
        "emails/",
      ],
    ],
    [own, [...ground, "server/ledger/", ...soFar.map((each) => `server/${each}/`)]],
  ];
}

function outward(): string[] {
  return ["server/jobs.ts", "server/events/", "server/integrations/", "server/log.ts", "db/connection.ts"];
}

function within(file: string, layer: string): boolean {
  if (layer.startsWith("*")) return file.startsWith("server/") && file.endsWith(layer.slice(1));
  return layer.endsWith("/") ? file.startsWith(layer) : file === layer;
}

function sources(): string[] {
  return filesUnder(
    ["app", "components", "db", "emails", "server", "instrumentation.ts", "proxy.ts"],
    /\.tsx?$/,
  ).filter((file) => !isOfTests(file));
}
