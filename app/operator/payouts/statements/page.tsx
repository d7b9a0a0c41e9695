import { StatementList } from "@/app/statements";

export const metadata = { title: "Statements" };

export default function StatementsPage({ searchParams }: PageProps<"/operator/payouts/statements">) {
  return (
    <StatementList
      searchParams={searchParams}
      path="/operator/payouts/statements"
      trail={[{ label: "Payouts", href: "/operator/payouts" }]}
      title="Statements"
      description="What every party was told: what became due, what was paid, what is carried."
    />
  );
}
