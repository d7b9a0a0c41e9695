import { portalOf } from "@/server/access/actor";
import { may, type Permission } from "@/server/access/permissions";
import type { Scope } from "@/server/access/scope";
import { byUrgency, type Job } from "../rules/job";
import {
  approvalsWaiting,
  exceptionsOpen,
  filesRefused,
  invoicesOverdue,
  offersApproved,
  payoutRunsStuck,
  usageParkedByCause,
} from "./operator";
import { quotesWaiting, statementsIssued, tasksDue } from "./partner";

type Source = {
  /** Whoever may do this is told. */
  readonly permission: Permission;
  readonly read: (scope: Scope, base: string) => Promise<readonly Job[]>;
};

const sources: Readonly<Record<ReturnType<typeof portalOf>, readonly Source[]>> = {
  operator: [
    { permission: "approval.decide", read: approvalsWaiting },
    { permission: "payout.propose", read: payoutRunsStuck },
    { permission: "payment.record", read: invoicesOverdue },
    { permission: "task.repair", read: exceptionsOpen },
    { permission: "task.complete", read: tasksDue },
    { permission: "usage.map", read: usageParkedByCause },
    { permission: "usage.import", read: filesRefused },
    { permission: "offer.model", read: offersApproved },
  ],
  partner: [
    { permission: "quote.compose", read: quotesWaiting },
    { permission: "task.read", read: exceptionsOpen },
    { permission: "invoice.read", read: invoicesOverdue },
    { permission: "payout.read", read: statementsIssued },
  ],
  supplier: [
    { permission: "task.complete", read: tasksDue },
    { permission: "usage.import", read: filesRefused },
    { permission: "usage.import", read: usageParkedByCause },
    { permission: "payout.read", read: statementsIssued },
  ],
};

/** What waits for this person, in this role, most urgent first. */
export async function jobsOf(scope: Scope): Promise<readonly Job[]> {
  const portal = portalOf(scope.actor.role);
  const jobs: Job[] = [];
  for (const { permission, read } of sources[portal]) {
    if (may(scope.actor, permission)) jobs.push(...(await read(scope, `/${portal}`)));
  }
  return jobs.sort(byUrgency);
}
