import { api, found } from "@/app/api";
import { signedIn } from "@/app/session";
import { RunView } from "@/components/payout/run-view";
import { may } from "@/server/access/permissions";
import type { Id } from "@/server/core/ids";

export const metadata = { title: "Payout run" };

export default async function PayoutRunPage({ params }: PageProps<"/operator/payouts/[id]">) {
  const id = (await params).id as Id<"payoutRun">;
  const [caller, { actor }] = await Promise.all([api(), signedIn("operator")]);
  const run = await found(caller.payout.run({ id }));
  const query = { q: "", sort: "gross", dir: "desc", page: 1, size: 200 } as const;
  const [{ rows }, proofs] = await Promise.all([
    caller.payout.list({ ...query, filters: { run: [id] } }),
    run.status === "review" ? caller.payout.proofs() : [],
  ]);
  const rights = {
    isOwn: run.proposedBy === actor.user,
    mayPropose: may(actor, "payout.propose"),
    mayApprove: may(actor, "payout.approve"),
    mayTakeFile: may(actor, "payout.execute"),
  };
  return <RunView {...{ run, proofs, rights }} payouts={rows} />;
}
