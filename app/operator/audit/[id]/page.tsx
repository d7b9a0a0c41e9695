import { api, found } from "@/app/api";
import { Changes, EntryFacts, ObjectHistory } from "@/components/audit/entry-view";
import { DetailPage } from "@/components/page/detail-page";
import { Card } from "@/components/ui/card";
import type { Id } from "@/server/core/ids";

export default async function AuditEntryPage({ params }: PageProps<"/operator/audit/[id]">) {
  const { id } = await params;
  const entry = await found((await api()).audit.get({ id: id as Id<"audit"> }));
  return (
    <DetailPage
      title={entry.summary}
      trail={[{ label: "Audit", href: "/operator/audit" }]}
      aside={<EntryFacts entry={entry} />}
    >
      <Card title="What changed" flush>
        <Changes before={entry.before} after={entry.after} />
      </Card>
      <ObjectHistory entry={entry} base="/operator/audit" />
    </DetailPage>
  );
}
