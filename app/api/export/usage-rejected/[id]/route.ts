import type { NextRequest } from "next/server";
import { api } from "@/app/api";
import { csvAnswer } from "@/app/csv";
import { inputOf, loadListQuery } from "@/components/table/query";
import { rejectedSpec } from "@/components/usage/columns";
import type { Id } from "@/server/core/ids";

type Params = RouteContext<"/api/export/usage-rejected/[id]">;

export async function GET(request: NextRequest, { params }: Params): Promise<Response> {
  const id = (await params).id as Id<"usageFile">;
  const query = inputOf(await loadListQuery(request.nextUrl.searchParams, rejectedSpec));
  const caller = await api();
  return csvAnswer("rejected-rows", (page) => caller.usage.rejected({ id, ...query, ...page }), [
    { header: "Row", cell: ({ rowNumber }) => rowNumber },
    { header: "Column", cell: ({ column }) => column },
    { header: "Why", cell: ({ reason }) => reason },
    { header: "What stands there", cell: ({ value }) => value },
  ]);
}
