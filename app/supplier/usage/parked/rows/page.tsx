import { redirect } from "next/navigation";
import { api, found } from "@/app/api";
import { inputOf, loadListQuery } from "@/components/table/query";
import { parkedRowSpec } from "@/components/usage/columns";
import { groupFrom } from "@/components/usage/parked-group";
import { ParkedRowsView } from "@/components/usage/parked-rows-view";

export const metadata = { title: "Parked rows" };

export default async function ParkedRowsPage({ searchParams }: PageProps<"/supplier/usage/parked/rows">) {
  const group = groupFrom(await searchParams);
  if (group === null) redirect("/supplier/usage/parked");
  const query = await loadListQuery(searchParams, parkedRowSpec);
  const caller = await api();
  const rows = await found(caller.usage.parkedRows({ group, ...inputOf(query) }));
  return <ParkedRowsView {...{ group, rows, query }} base="/supplier" />;
}
