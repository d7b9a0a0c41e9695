import { basename } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { filesUnder, importsOf, isOfTests, lineOf, nodesOf, parse, read } from "./fixtures/sources";

const places = [
  "app",
  "bench",
  "components",
  "db",
  "e2e",
  "emails",
  "scripts",
  "server",
  "instrumentation.ts",
  "proxy.ts",
];
const configs = [
  "drizzle.config.ts",
  "next.config.ts",
  "playwright.config.ts",
  "postcss.config.mjs",
  "vitest.config.mts",
];
const files = filesUnder([...places, ...configs], /\.(ts|tsx|mts|mjs)$/);
const product = files.filter(
  (file) => !isOfTests(file) && /^(app|components|db|emails|server|instrumentation|proxy)/.test(file),
);

describe("a file", () => {
  test.each(files)("%s keeps the limits and the words of the house", (file) => {
    const lines = read(file).split("\n");
    const faults = [
      ...(lines.length - 1 > 250 ? [`${lines.length - 1} lines; the limit is 250`] : []),
      ...lines.flatMap((line, at) => {
        const columns = columnsOf(line, file);
        return columns > 110 ? [`line ${at + 1} has ${columns} columns; the limit is 110`] : [];
      }),
      ...lines.flatMap((line, at) =>
        leftovers.filter((found) => found.test(line)).map((found) => `line ${at + 1}: ${found}`),
      ),
      ...longFunctions(file),
      ...(isProduct(file) ? misplaced(file) : []),
    ];
    expect(faults, faults.join("; ")).toEqual([]);
  });

  test("is not named for everything and nothing", () => {
    const vague = /(^|[/.-])(utils?|helpers?|managers?|misc|common)([/.-]|$)/i;
    expect(filesUnder(places, /./).filter((file) => vague.test(file))).toEqual([]);
  });

  test("is imported by another, or is where something begins", () => {
    const imported = new Set(files.flatMap((file) => importsOf(file).map(({ target }) => target)));
    const naming = [...filesUnder(["package.json", "scripts", ".ci"], /./), ...files.filter(isOfTests)];
    const named = naming.map(read).join("\n");
    const dead = files.filter(
      (file) => !imported.has(file) && !begins.test(file) && !named.includes(file) && !isScript(file, named),
    );
    expect(dead).toEqual([]);
  });
});

/** A list of classes or a sentence on a page is one string, which nobody can break: it is not counted. */
function columnsOf(line: string, file: string): number {
  return file.endsWith(".tsx") ? line.replaceAll(/"[^"]*"|`[^`]*`/g, "").length : line.length;
}

/**
 * Notes to ourselves, doors in the compiler and tests that look away. Written apart, or this file would find
 * itself.
 */
const leftovers = [
  /\b(TO|FIX)(DO|ME)\b/,
  /@ts-(ignore|expect-error|nocheck)\b(?!\|)/,
  /\b(biome|eslint)-(ignore|disable)\b/,
  /\b(test|it|describe)\.(only|skip|todo)\b/,
];

/** Where Next, Vitest, Playwright, drizzle-kit or a person starts. */
const begins = new RegExp(
  [
    /\.(test|spec)\.(tsx?|mjs)$/,
    /^app\/(.*\/)?(page|layout|route|error|loading|template|default|not-found|global-error)\.tsx?$/,
    /^app\/(.*\/)?(icon|apple-icon|opengraph-image|manifest|robots|sitemap)\.tsx?$/,
    /^(instrumentation|proxy)\.ts$|\.config\.m?[jt]s$/,
    /^(bench|e2e)\//,
    /^db\/schema\/index\.ts$|^db\/test-server\.ts$/,
    /\.d\.m?ts$/,
  ]
    .map(({ source }) => source)
    .join("|"),
);

/** Started as a program of its own, by the name that a script or a test gives. */
function isScript(file: string, named: string): boolean {
  return /^scripts\/|\/fixtures\//.test(file) && named.includes(basename(file));
}

function isProduct(file: string): boolean {
  return product.includes(file);
}

/** A suite is a list of its tests, so the function that holds them is not measured. */
function longFunctions(file: string): string[] {
  const source = parse(file);
  const faults: string[] = [];
  for (const node of nodesOf(file)) {
    if (!ts.isFunctionLike(node) || !("body" in node) || !node.body || isSuite(node)) continue;
    const first = lineOf(node);
    const last = source.getLineAndCharacterOfPosition(node.end).line + 1;
    if (last - first + 1 > 60)
      faults.push(`the function at line ${first} has ${last - first + 1} lines; the limit is 60`);
  }
  return faults;
}

function isSuite(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node.parent) && /^(describe|test\.describe)\b/.test(node.parent.expression.getText())
  );
}

/** What belongs to one place of the product and stands in another. */
function misplaced(file: string): string[] {
  return [...nodesOf(file)].flatMap((node) =>
    rules
      .filter(({ except, finds }) => !except.test(file) && finds(node, file))
      .map(({ says }) => `line ${lineOf(node)}: ${says}`),
  );
}

type Rule = {
  readonly says: string;
  readonly except: RegExp;
  readonly finds: (node: ts.Node, file: string) => boolean;
};

const rules: readonly Rule[] = [
  {
    says: "only server/env.ts reads process.env",
    except: /^server\/env\.ts$|^instrumentation\.ts$/,
    finds: (node) => isMember(node, "process", "env"),
  },
  {
    says: "the time is an argument (scope.now)",
    except: /^(app|components|e2e)\/|^instrumentation\.ts$|^server\/(events|demo)\/|\/supplier\/simulator/,
    finds: (node) => isMember(node, "Date", "now") || isNewDate(node),
  },
  {
    says: "SQL of ours takes the time as a parameter",
    except: /^db\/migrations\//,
    finds: (node) =>
      isText(node) &&
      /\b(now|clock_timestamp|statement_timestamp)\(\)|\bcurrent_timestamp\b/i.test(node.text),
  },
  {
    says: "a column has no time of its own: no defaultNow()",
    except: /^$/,
    finds: (node) => ts.isPropertyAccessExpression(node) && node.name.text === "defaultNow",
  },
  {
    says: "amounts are exact: no parseFloat, toFixed or Math.round",
    except: /^(?!server\/)/,
    finds: (node) =>
      ts.isIdentifier(node) &&
      (/^(parseFloat|toFixed)$/.test(node.text) || isMember(node.parent, "Math", "round")),
  },
  {
    says: "a type is named; any is none",
    except: /^$/,
    finds: (node) => node.kind === ts.SyntaxKind.AnyKeyword,
  },
];

function isMember(node: ts.Node, object: string, name: string): boolean {
  if (!ts.isPropertyAccessExpression(node)) return false;
  return node.name.text === name && ts.isIdentifier(node.expression) && node.expression.text === object;
}

function isNewDate(node: ts.Node): boolean {
  return (
    ts.isNewExpression(node) && node.expression.getText() === "Date" && (node.arguments ?? []).length === 0
  );
}

function isText(node: ts.Node): node is ts.StringLiteralLike | ts.TemplateLiteralLikeNode {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
}
