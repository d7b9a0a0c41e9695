import { api, found } from "@/app/api";
import { StatementView } from "@/components/payout/statement-view";
import type { Id } from "@/server/core/ids";

export const metadata = { title: "Statement" };

export default async function StatementPage({ params }: PageProps<"/partner/payouts/[id]">) {
  const { id } = await params;
  const statement = await found((await api()).statement.get({ id: id as Id<"statement"> }));
  return <StatementView statement={statement} base="/partner" list="/partner/payouts" />;
}
