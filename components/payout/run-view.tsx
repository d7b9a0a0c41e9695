import { Instant } from "@/components/date/instant";
import { Amount } from "@/components/money/money";
import { DetailPage } from "@/components/page/detail-page";
import { Figures } from "@/components/page/figures";
import { Status } from "@/components/status/status";
import { LineTable } from "@/components/table/line-table";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { LinkButton } from "@/components/ui/link-button";
import type { Proof } from "@/server/ledger/prove";
import type { PayoutSeen, RunDetail } from "@/server/payout/read/run";
import { payoutColumns } from "./columns";
import { ProofList } from "./proof-list";
import { CancelRun, DecideRun } from "./run-actions";

type Rights = {
  /** Whether the viewer proposed it, and so cannot decide it. */
  readonly isOwn: boolean;
  readonly mayPropose: boolean;
  readonly mayApprove: boolean;
  readonly mayTakeFile: boolean;
};

type Props = { run: RunDetail; payouts: readonly PayoutSeen[]; proofs: readonly Proof[]; rights: Rights };

export function RunView({ run, payouts, proofs, rights }: Props) {
  const isOpen = run.status === "review";
  return (
    <DetailPage
      title={`Payout run ${run.number}`}
      trail={[{ label: "Payouts", href: "/operator/payouts" }]}
      mark={<Status state={run.status} />}
      actions={<RunActions {...{ run, rights }} />}
      aside={
        <>
          <RunFacts run={run} />
          {proofs.length > 0 && <ProofList proofs={proofs} />}
        </>
      }
    >
      {run.proofError && (
        <Callout tone="bad" title="A proof of the books failed">
          {run.proofError} Nothing was proposed. Mend the cause, then propose again.
        </Callout>
      )}
      {isOpen && rights.isOwn && (
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
          rows={payouts}
          rowId={({ id }) => id}
          empty="Nobody had anything due."
        />
      </Card>
    </DetailPage>
  );
}

function RunActions({ run, rights }: Pick<Props, "run" | "rights">) {
  const isOpen = run.status === "review";
  const { approvalId } = run;
  return (
    <>
      {run.file && rights.mayTakeFile && (
        <LinkButton href={`/api/payout/${run.id}/file`}>File for the bank</LinkButton>
      )}
      {isOpen && rights.mayPropose && <CancelRun run={run} />}
      {isOpen && !rights.isOwn && approvalId && rights.mayApprove && (
        <DecideRun run={run} approvalId={approvalId} />
      )}
    </>
  );
}

function RunFacts({ run }: Pick<Props, "run">) {
  return (
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
  );
}
