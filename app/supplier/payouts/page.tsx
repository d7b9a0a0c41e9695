import { StatementList } from "@/app/statements";

export const metadata = { title: "Payouts" };

export default function PayoutsPage({ searchParams }: PageProps<"/supplier/payouts">) {
  return (
    <StatementList
      searchParams={searchParams}
      path="/supplier/payouts"
      title="Payouts"
      description="Your statements: what became due, what was paid to your account, what is carried."
    />
  );
}
