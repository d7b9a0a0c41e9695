import { type SQL, sql } from "drizzle-orm";
import type { ParkedGroup } from "./input";

/** These wait for somebody or for a time, whatever was used. */
const ofAccount = sql`parked.reason in ('unknown_account', 'outside_subscription')`;

/**
 * What the rows of a group have in common, of a table called `parked`. A reason turns on some facts alone: an
 * unknown account waits whatever it used, an unknown meter whoever used it.
 */
export const groupFacts = {
  account: sql`case when parked.reason <> 'unknown_meter' then parked.account end`,
  service: sql`case when not (${ofAccount}) then parked.service end`,
  sku: sql`case when not (${ofAccount}) then parked.sku end`,
  unit: sql`case when not (${ofAccount}) then parked.unit end`,
} as const;

/** The open rows of a group, of a table called `parked`. */
export function ofGroup({ sourceId, reason, account, service, sku, unit }: ParkedGroup): SQL {
  return sql`parked.source_id = ${sourceId} and parked.status = 'parked' and parked.reason = ${reason}
    and ${groupFacts.account} is not distinct from ${account}
    and ${groupFacts.service} is not distinct from ${service}
    and ${groupFacts.sku} is not distinct from ${sku}
    and ${groupFacts.unit} is not distinct from ${unit}`;
}

export function groupWords({ account, service, sku, unit }: ParkedGroup): string {
  const words = [
    account === null ? null : `account “${account}”`,
    service === null ? null : `“${service}”, SKU “${sku}” in ${unit}`,
  ];
  return words.filter((each) => each !== null).join(", ");
}
