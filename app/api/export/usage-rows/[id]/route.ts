import type { NextRequest } from "next/server";
import { api } from "@/app/api";
import { csvAnswer } from "@/app/csv";
import { inputOf, loadListQuery } from "@/components/table/query";
import { eventSpec } from "@/components/usage/columns";
import type { Id } from "@/server/core/ids";

type Params = RouteContext<"/api/export/usage-rows/[id]">;

export async function GET(request: NextRequest, { params }: Params): Promise<Response> {
  const subscriptionId = (await params).id as Id<"subscription">;
  const query = inputOf(await loadListQuery(request.nextUrl.searchParams, eventSpec));
  const caller = await api();
  return csvAnswer("usage-rows", (page) => caller.usage.events({ subscriptionId, ...query, ...page }), [
    { header: "Used", cell: ({ usedAt }) => usedAt.toISOString() },
    { header: "Item", cell: ({ item }) => item },
    { header: "Resource", cell: ({ resource }) => resource },
    { header: "Quantity", cell: ({ quantity }) => quantity },
    { header: "Unit", cell: ({ unit }) => unit },
    { header: "Received", cell: ({ receivedAt }) => receivedAt.toISOString() },
    { header: "File", cell: ({ file, fileId }) => file ?? fileId },
    { header: "Row", cell: ({ rowNumber }) => rowNumber },
  ]);
}
