import { api, found } from "@/app/api";
import { inputOf, loadListQuery } from "@/components/table/query";
import { rejectedSpec } from "@/components/usage/columns";
import { FileView } from "@/components/usage/file-view";
import type { Id } from "@/server/core/ids";

export const metadata = { title: "Usage file" };

export default async function UsageFilePage({ params, searchParams }: PageProps<"/supplier/usage/[id]">) {
  const id = (await params).id as Id<"usageFile">;
  const query = await loadListQuery(searchParams, rejectedSpec);
  const caller = await api();
  const [file, rejected] = await Promise.all([
    found(caller.usage.file({ id })),
    found(caller.usage.rejected({ id, ...inputOf(query) })),
  ]);
  return <FileView {...{ file, rejected, query }} base="/supplier" />;
}
