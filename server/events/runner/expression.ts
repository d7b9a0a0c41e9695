import { invariant } from "@/server/core/invariant";

/** What an expression is about: the event of the run and, in a wait, the event that came in as `async`. */
export type Facts = { readonly event: unknown; readonly async?: unknown };
export type Expression = { readonly text: string; readonly value: (facts: Facts) => unknown };

type Node = (facts: Facts) => unknown;
type Reader = { next: () => string | undefined; take: () => string; accept: (word: string) => boolean };

const signs = /&&|\|\||==|!=|<=|>=|[<>!+()[\].]/;
const texts = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/;
const numbers = /-?\d+(?:\.\d+)?/;
const names = /[A-Za-z_]\w*/;
const token = new RegExp(
  `\\s*(?:${[signs, texts, numbers, names].map(({ source }) => source).join("|")})`,
  "y",
);

/**
 * Reads the part of Inngest's expression language (CEL) that functions here may use: paths, literals,
 * comparison, `&&`, `||`, `!`, `+` on text or numbers, and brackets. Anything else is refused when the
 * runner starts.
 */
export function readExpression(text: string): Expression {
  const words = split(text);
  let place = 0;
  const reader: Reader = {
    next: () => words[place],
    take: () => {
      const word = words[place++];
      invariant(word !== undefined, `the expression “${text}” has an end`);
      return word;
    },
    accept: (word) => {
      if (words[place] !== word) return false;
      place++;
      return true;
    },
  };
  const value = either(reader);
  const rest = words.slice(place).join(" ");
  invariant(rest === "", `the embedded engine understands “${text}” up to “${rest}”`);
  return { text, value };
}

/** The paths of a plain `event.a == async.b`, by which a wait is found without reading every one. */
export function comparedPaths(
  text: string,
): { readonly event: string[]; readonly async: string[] } | undefined {
  const found = /^\s*event\.([\w.]+)\s*==\s*async\.([\w.]+)\s*$/.exec(text);
  if (!found?.[1] || !found[2]) return undefined;
  return { event: found[1].split("."), async: found[2].split(".") };
}

export function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce((inner: unknown, name) => field(inner, name), value);
}

function split(text: string): string[] {
  const words: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const found = token.exec(text);
    invariant(found !== null, `the embedded engine understands the expression “${text}”`);
    words.push(found[0].trim());
  }
  return words;
}

function either(reader: Reader): Node {
  const left = both(reader);
  if (!reader.accept("||")) return left;
  const right = either(reader);
  return (facts) => left(facts) === true || right(facts) === true;
}

function both(reader: Reader): Node {
  const left = compared(reader);
  if (!reader.accept("&&")) return left;
  const right = both(reader);
  return (facts) => left(facts) === true && right(facts) === true;
}

type Scalar = string | number;
const comparisons: Record<string, (left: unknown, right: unknown) => boolean> = {
  "==": (left, right) => left === right,
  "!=": (left, right) => left !== right,
  "<": (left, right) => alike(left, right) && (left as Scalar) < (right as Scalar),
  "<=": (left, right) => alike(left, right) && (left as Scalar) <= (right as Scalar),
  ">": (left, right) => alike(left, right) && (left as Scalar) > (right as Scalar),
  ">=": (left, right) => alike(left, right) && (left as Scalar) >= (right as Scalar),
};

function alike(left: unknown, right: unknown): boolean {
  return typeof left === typeof right && (typeof left === "string" || typeof left === "number");
}

function compared(reader: Reader): Node {
  const left = added(reader);
  const compare = comparisons[reader.next() ?? ""];
  if (!compare) return left;
  reader.take();
  const right = added(reader);
  return (facts) => compare(left(facts), right(facts));
}

function added(reader: Reader): Node {
  let sum = single(reader);
  while (reader.accept("+")) {
    const left = sum;
    const right = single(reader);
    sum = (facts) => plus(left(facts), right(facts));
  }
  return sum;
}

function plus(left: unknown, right: unknown): unknown {
  if (typeof left === "number" && typeof right === "number") return left + right;
  return typeof left === "string" && typeof right === "string" ? left + right : null;
}

function single(reader: Reader): Node {
  if (reader.accept("!")) {
    const inner = single(reader);
    return (facts) => inner(facts) === false;
  }
  if (reader.accept("(")) {
    const inner = either(reader);
    invariant(reader.take() === ")", "a bracket closes");
    return inner;
  }
  const word = reader.take();
  if (/^["']/.test(word)) {
    const literal = word.slice(1, -1).replace(/\\(.)/g, "$1");
    return () => literal;
  }
  if (/^-?\d/.test(word)) return () => Number(word);
  if (word === "true" || word === "false") return () => word === "true";
  if (word === "null") return () => null;
  invariant(word === "event" || word === "async", `an expression is about event or async, not “${word}”`);
  return path(reader, word);
}

function path(reader: Reader, root: "event" | "async"): Node {
  const names: string[] = [];
  for (;;) {
    if (reader.accept(".")) {
      names.push(reader.take());
    } else if (reader.accept("[")) {
      names.push(reader.take().replace(/^["']|["']$/g, ""));
      invariant(reader.take() === "]", "a bracket closes");
    } else {
      return (facts) => at(facts[root], names);
    }
  }
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return null;
  return (value as Record<string, unknown>)[name] ?? null;
}
