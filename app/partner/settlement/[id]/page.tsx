import { api, found } from "@/app/api";
import { SettlementView } from "@/components/settlement/settlement-view";
import type { Id } from "@/server/core/ids";

export const metadata = { title: "Settlement line" };

export default async function SettlementLinePage({ params }: PageProps<"/partner/settlement/[id]">) {
  const { id } = await params;
  const caller = await api();
  const line = await found(caller.settlement.get({ id: id as Id<"settlementLine"> }));
  const division = await caller.settlement.division({ invoiceLineId: line.invoiceLineId });
  return <SettlementView {...{ line, division }} base="/partner" showsInvoice={true} />;
}
