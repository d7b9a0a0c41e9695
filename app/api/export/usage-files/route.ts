import type { NextRequest } from "next/server";
import { api } from "@/app/api";
import { csvAnswer } from "@/app/csv";
import { wordOf } from "@/components/status/tones";
import { inputOf, loadListQuery } from "@/components/table/query";
import { fileSpec } from "@/components/usage/columns";

export async function GET(request: NextRequest): Promise<Response> {
  const query = inputOf(await loadListQuery(request.nextUrl.searchParams, fileSpec));
  const caller = await api();
  return csvAnswer("usage-files", (page) => caller.usage.files({ ...query, ...page }), [
    { header: "File", cell: ({ name }) => name },
    { header: "Supplier", cell: ({ supplier }) => supplier },
    { header: "Source", cell: ({ source }) => source },
    { header: "Status", cell: ({ status }) => wordOf(status) },
    { header: "Rows", cell: ({ rowsRead }) => rowsRead },
    { header: "Accepted", cell: ({ rowsAccepted }) => rowsAccepted },
    { header: "Duplicate", cell: ({ rowsDuplicate }) => rowsDuplicate },
    { header: "Parked", cell: ({ rowsParked }) => rowsParked },
    { header: "Rejected", cell: ({ rowsRejected }) => rowsRejected },
    { header: "Bytes", cell: ({ bytes }) => bytes },
    { header: "Received", cell: ({ receivedAt }) => receivedAt.toISOString() },
    { header: "Sent by", cell: ({ receivedByName }) => receivedByName },
    { header: "Error", cell: ({ error }) => error },
  ]);
}
