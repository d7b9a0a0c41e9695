import "server-only";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { type CsvColumn, csvText } from "@/server/core/csv";
import type { Page } from "@/server/core/list";

/** A file of more rows is cut there: a spreadsheet is no archive. */
const rowsMax = 20_000;
const size = 200;

type Asked = { readonly page: number; readonly size: number };

/** The whole of a list as a CSV file, read page by page with the rights of who asks. */
export async function csvAnswer<Row>(
  name: string,
  read: (page: Asked) => Promise<Page<Row>>,
  columns: readonly CsvColumn<Row>[],
): Promise<Response> {
  try {
    const rows: Row[] = [];
    for (let page = 1, total = 1; rows.length < Math.min(total, rowsMax); page += 1) {
      const next = await read({ page, size });
      if (next.rows.length === 0) break;
      total = next.total;
      rows.push(...next.rows);
    }
    return new Response(csvText(columns, rows), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${name}.csv"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return Response.json({ message: error.message }, { status: getHTTPStatusCodeFromError(error) });
  }
}
