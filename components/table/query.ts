import {
  createLoader,
  createSerializer,
  parseAsArrayOf,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
  type SearchParams,
} from "nuqs/server";
import type { ListInput } from "@/server/core/list";

/** What a list can be asked by through its URL. */
export type ListSpec = {
  /** The column it is sorted by when the URL says nothing. */
  readonly sort?: string;
  readonly dir?: "asc" | "desc";
  readonly size?: number;
  /** The names of its filters, each a parameter of the URL with values joined by commas. */
  readonly filters?: readonly string[];
};

/** A list as its URL asks for it: the input of the procedure, and what the table needs to draw itself. */
export type ListQuery = ListInput & {
  /** Columns whose visibility is switched from how they begin. */
  readonly cols: string[];
  readonly spec: ListSpec;
};

/** The parsers of a list's URL, the same on the server and in the browser. */
export function listParsers(spec: ListSpec) {
  return {
    q: parseAsString.withDefault(""),
    sort: parseAsString.withDefault(spec.sort ?? ""),
    dir: parseAsStringLiteral(["asc", "desc"]).withDefault(spec.dir ?? "asc"),
    page: parseAsInteger.withDefault(1),
    size: parseAsInteger.withDefault(spec.size ?? 50),
    cols: parseAsArrayOf(parseAsString).withDefault([]),
  };
}

export function filterParsers(spec: ListSpec) {
  const values = parseAsArrayOf(parseAsString).withDefault([]);
  return Object.fromEntries((spec.filters ?? []).map((name) => [name, values]));
}

/** Reads a list's URL in a page (`searchParams`) or in a route handler (`request.nextUrl.searchParams`). */
export async function loadListQuery(
  from: Promise<SearchParams> | SearchParams | URLSearchParams,
  spec: ListSpec = {},
): Promise<ListQuery> {
  const asked = await from;
  const query = createLoader(listParsers(spec))(asked);
  const all = createLoader(filterParsers(spec))(asked);
  const filters = Object.fromEntries(Object.entries(all).filter(([, values]) => values.length > 0));
  const size = Math.min(200, Math.max(1, query.size));
  return { ...query, page: Math.max(1, query.page), size, filters, spec };
}

/** The part of the query a procedure takes. */
export function inputOf({ q, sort, dir, page, size, filters }: ListQuery): ListInput {
  return { q, sort, dir, page, size, filters };
}

/** The same list elsewhere or otherwise: `listHref("/operator/orders", query, { page: 2 })`. */
export function listHref(path: string, query: ListQuery, change: Partial<ListInput> = {}): string {
  const { filters, spec, ...rest } = { ...query, ...change };
  const serialize = createSerializer({ ...listParsers(spec), ...filterParsers(spec) });
  return serialize(path, { ...rest, ...filters });
}
