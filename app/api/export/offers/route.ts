import type { NextRequest } from "next/server";
import { api } from "@/app/api";
import { csvAnswer } from "@/app/csv";
import { offerSpec } from "@/components/offer/columns";
import { offerExport } from "@/components/offer/export";
import { inputOf, loadListQuery } from "@/components/table/query";

export async function GET(request: NextRequest): Promise<Response> {
  const query = inputOf(await loadListQuery(request.nextUrl.searchParams, offerSpec));
  const caller = await api();
  return csvAnswer("offers", (page) => caller.offer.list({ ...query, ...page }), offerExport);
}
