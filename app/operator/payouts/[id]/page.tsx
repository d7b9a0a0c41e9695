import { api, found } from "@/app/api";
import { signedIn } from "@/app/session";
import { Instant } from "@/components/date/instant";
import { Amount } from "@/components/money/money";
import { DetailPage } from "@/components/page/detail-page";
import { Figures } from "@/components/page/figures";
import { payoutColumns } from "@/components/payout/columns";
import { ProofList } from "@/components/payout/proof-list";
import { CancelRun, DecideRun } from "@/components/payout/run-actions";
import { Status } from "@/components/status/status";
import { LineTable } from "@/components/table/line-table";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { LinkButton } from "@/components/ui/link-button";
import { may } from "@/server/access/permissions";
import type { Id } from "@/server/core/ids";

export const metadata = { title: "Payout run" };

export default async function PayoutRunPage({ params }: PageProps<"/operator/payouts/[id]">) {
  const id = (await params).id as Id<"payoutRun">;
  const [caller, { actor }] = await Promise.all([api(), signedIn("operator")]);
  const run = await found(caller.payout.run({ id }));
  const query = { q: "", sort: "gross", dir: "desc", page: 1, size: 200, filters: { run: [id] } } as const;
  const [{ rows }, proofs] = await Promise.all([
    caller.payout.list({ ...query, filters: { run: [id] } }),
    run.status === "review" ? caller.payout.proofs() : [],
  ]);
  const isOpen = run.status === "review";
  const isOwn = run.proposedBy === actor.user;
  return (
    <DetailPage
      title={`Payout run ${run.number}`}
      trail={[{ label: "Payouts", href: "/operator/payouts" }]}
      mark={<Status state={run.status} />}
      actions={
        <>
          {run.file && may(actor, "payout.execute") && (
            <LinkButton href={`/api/payout/${run.id}/file`}>File for the bank</LinkButton>
          )}
          {isOpen && may(actor, "payout.propose") && <CancelRun run={run} />}
          {isOpen && !isOwn && run.approvalId && may(actor, "payout.approve") && (
            <DecideRun run={run} approvalId={run.approvalId} />
          )}
        </>
      }
      aside={
        <>
          <Card title="Facts">
            <Facts
              facts={[
                { name: "Due until", value: <Instant at={run.cutoff} /> },
                { name: "Proposed by", value: run.proposedByName },
                { name: "Proposed", value: <Instant at={run.proposedAt} /> },
                { name: "Approved", value: run.approvedAt && <Instant at={run.approvedAt} /> },
                { name: "Carried out", value: run.executedAt && <Instant at={run.executedAt} /> },
                { name: "Cancelled", value: run.cancelledAt && <Instant at={run.cancelledAt} /> },
              ]}
            />
          </Card>
          {proofs.length > 0 && <ProofList proofs={proofs} />}
        </>
      }
    >
      {run.proofError && (
        <Callout tone="bad" title="A proof of the books failed">
          {run.proofError} Nothing was proposed. Mend the cause, then propose again.
        </Callout>
      )}
      {isOpen && isOwn && (
        <Callout title="Somebody else decides">
          You proposed this run, so another person of finance has to approve it.
        </Callout>
      )}
      {run.totals.map(({ currency, gross, withheld, net, parties }) => (
        <Figures
          key={currency}
          figures={[
            { name: `Parties paid in ${currency}`, value: parties },
            { name: "Gross", value: <Amount amount={gross} size="lg" /> },
            { name: "Tax withheld", value: <Amount amount={withheld} size="lg" /> },
            { name: "Net", value: <Amount amount={net} size="lg" /> },
          ]}
        />
      ))}
      <Card title="Payouts" description="Also who is not paid this time, and why." flush>
        <LineTable
          label="Payouts"
          columns={payoutColumns}
          rows={rows}
          rowId={({ id: payout }) => payout}
          empty="Nobody had anything due."
        />
      </Card>
    </DetailPage>
  );
}
