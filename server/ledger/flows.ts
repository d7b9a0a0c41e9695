import { invariant } from "@/server/core/invariant";
import type { AccountKind, Transaction } from "./posting";

type Flow = {
  readonly debits: readonly AccountKind[];
  readonly credits: readonly AccountKind[];
  /**
   * A credit line, a negative correction or a loss runs the same way with the opposite sign; money at the
   * bank does not.
   */
  readonly bothWays: boolean;
};

/** Which kinds of account may meet, by the event that moves value between them, and which way it flows. */
export const flows: Readonly<Record<string, Flow>> = {
  "invoice.issued": { debits: ["receivable"], credits: ["tax_payable", "clearing"], bothWays: true },
  "line.divided": { debits: ["clearing"], credits: ["accrued"], bothWays: true },
  "payment.received": { debits: ["cash"], credits: ["receivable"], bothWays: false },
  "share.released": { debits: ["accrued"], credits: ["payable"], bothWays: true },
  "payout.paid": { debits: ["payable"], credits: ["cash", "withheld_tax"], bothWays: false },
};

const reversalOf = "reversal.of:";

export function reversedEvent(event: string): string {
  return `${reversalOf}${event}`;
}

/** Balanced is not enough: a transaction moves value only between the accounts that its event joins. */
export function expectFlow({ event, entries }: Transaction): void {
  const reversed = event.startsWith(reversalOf);
  const name = (reversed ? event.slice(reversalOf.length) : event).split(":")[0] ?? "";
  const flow = flows[name];
  invariant(flow !== undefined, `the books know what “${name}” moves`);
  const sides = reversed ? { debits: flow.credits, credits: flow.debits } : flow;
  for (const { account, amount } of entries) {
    const isDebit = sides.debits.includes(account.kind);
    invariant(isDebit || sides.credits.includes(account.kind), `“${name}” does not touch ${account.kind}`);
    const rightWay = isDebit ? amount.minor > 0n : amount.minor < 0n;
    invariant(flow.bothWays || rightWay, `“${name}” moves ${account.kind} one way`);
  }
}

/** The account kinds that carry a debit in the ordinary run of things; the others carry a credit. */
export function isDebitKind(kind: AccountKind): boolean {
  return kind === "receivable" || kind === "cash";
}
