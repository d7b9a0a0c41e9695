import type { NextRequest } from "next/server";
import { api } from "@/app/api";
import { csvAnswer } from "@/app/csv";
import { inputOf, loadListQuery } from "@/components/table/query";
import { parkedSpec } from "@/components/usage/columns";
import { reasonWord } from "@/components/usage/words";

export async function GET(request: NextRequest): Promise<Response> {
  const query = inputOf(await loadListQuery(request.nextUrl.searchParams, parkedSpec));
  const caller = await api();
  return csvAnswer("parked-rows", (page) => caller.usage.parked({ ...query, ...page }), [
    { header: "Source", cell: ({ source }) => source },
    { header: "Cause", cell: ({ reason }) => reasonWord(reason) },
    { header: "Account", cell: ({ account }) => account },
    { header: "Service", cell: ({ service }) => service },
    { header: "SKU", cell: ({ sku }) => sku },
    { header: "Rows", cell: ({ rows }) => rows },
    { header: "Quantity", cell: ({ quantity }) => quantity },
    { header: "Unit", cell: ({ counted }) => counted },
    { header: "Waits since", cell: ({ since }) => since.toISOString() },
    { header: "Why", cell: ({ message }) => message },
  ]);
}
