import { z } from "zod";

/** How many rows a page of a list may have. */
export const pageSizes = [25, 50, 100, 200] as const;

const shape = {
  q: z.string().trim().max(200).default(""),
  sort: z.string().max(60).default(""),
  dir: z.enum(["asc", "desc"]).default("asc"),
  page: z.number().int().min(1).max(100_000).default(1),
  size: z.number().int().min(1).max(200).default(50),
  filters: z.record(z.string(), z.array(z.string().max(200)).max(50)).default({}),
};

/** What every list is asked: searched, sorted, filtered and one page of it. */
export const ListInput = z.object(shape);

export type ListInput = z.infer<typeof ListInput>;

/**
 * The input of one list, which names what it can be sorted and filtered by; the first name is the
 * sort when none is asked for. Anything else is refused, so `read.ts` may switch over the names.
 */
export function listInput<const Sort extends string, const Filter extends string = never>(
  sorts: readonly [Sort, ...Sort[]],
  filters: readonly Filter[] = [],
) {
  return z.object({
    ...shape,
    sort: z.preprocess((asked) => (asked ? asked : sorts[0]), z.enum(sorts)).default(sorts[0]),
    filters: z.partialRecord(z.enum(filters), z.array(z.string().max(200)).max(50)).default({}),
  });
}

/** One page of rows, and how many there are in all. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly total: number };

/** The rows to skip before a page begins. */
export function offsetOf({ page, size }: Pick<ListInput, "page" | "size">): number {
  return (page - 1) * size;
}
