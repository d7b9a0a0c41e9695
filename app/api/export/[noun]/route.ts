import type { NextRequest } from "next/server";
import { api } from "@/app/api";
import { csvAnswer } from "@/app/csv";
import { inputOf, loadListQuery } from "@/components/table/query";
import { nouns } from "./nouns";

/** A list as a file: the query of the list's own page, asked as whoever asks it. */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<"/api/export/[noun]">,
): Promise<Response> {
  const { noun } = await params;
  const exported = nouns.get(noun);
  if (!exported)
    return Response.json({ message: `There is no list of “${noun.slice(0, 40)}”.` }, { status: 404 });
  const query = inputOf(await loadListQuery(request.nextUrl.searchParams, exported.spec));
  const caller = await api();
  return csvAnswer(noun, (page) => exported.read(caller, { ...query, ...page }), exported.columns);
}
