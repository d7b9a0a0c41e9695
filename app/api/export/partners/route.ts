import type { NextRequest } from "next/server";
import { api } from "@/app/api";
import { csvAnswer } from "@/app/csv";
import { partySpec } from "@/components/party/columns";
import { kindWord, modelWord } from "@/components/party/words";
import { wordOf } from "@/components/status/tones";
import { inputOf, loadListQuery } from "@/components/table/query";

export async function GET(request: NextRequest): Promise<Response> {
  const query = inputOf(await loadListQuery(request.nextUrl.searchParams, partySpec));
  const caller = await api();
  return csvAnswer("partners", (page) => caller.party.list({ ...query, ...page }), [
    { header: "Party", cell: ({ name }) => name },
    { header: "Kind", cell: ({ kind }) => kindWord(kind) },
    { header: "Status", cell: ({ status }) => wordOf(status) },
    { header: "Below", cell: ({ parentName }) => parentName },
    { header: "Trades", cell: ({ model }) => modelWord(model) },
    { header: "Customers", cell: ({ customers }) => customers },
    { header: "Country", cell: ({ country }) => country },
    { header: "Currency", cell: ({ currency }) => currency },
    { header: "Joined", cell: ({ createdAt }) => createdAt.toISOString() },
  ]);
}
