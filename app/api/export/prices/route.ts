import type { NextRequest } from "next/server";
import { api } from "@/app/api";
import { csvAnswer } from "@/app/csv";
import { priceSpec } from "@/components/price/columns";
import { audienceWord } from "@/components/price/words";
import { inputOf, loadListQuery } from "@/components/table/query";

export async function GET(request: NextRequest): Promise<Response> {
  const query = inputOf(await loadListQuery(request.nextUrl.searchParams, priceSpec));
  const caller = await api();
  return csvAnswer("price-lists", (page) => caller.price.list({ ...query, ...page }), [
    { header: "Price list", cell: ({ name }) => name },
    { header: "Kind", cell: ({ audience }) => audienceWord(audience) },
    { header: "Seller", cell: ({ sellerName }) => sellerName },
    { header: "For", cell: ({ readerName }) => readerName },
    { header: "Currency", cell: ({ currency }) => currency },
    { header: "In force", cell: ({ inForce }) => inForce },
    { header: "Planned", cell: ({ planned }) => (planned ? "yes" : "no") },
  ]);
}
