import type { NextRequest } from "next/server";
import { api } from "@/app/api";
import { csvAnswer } from "@/app/csv";
import { itemSpec } from "@/components/offer/columns";
import { itemExport } from "@/components/offer/export";
import { inputOf, loadListQuery } from "@/components/table/query";

export async function GET(request: NextRequest): Promise<Response> {
  const query = inputOf(await loadListQuery(request.nextUrl.searchParams, itemSpec));
  const caller = await api();
  return csvAnswer("items", (page) => caller.offer.items({ ...query, ...page }), itemExport);
}
