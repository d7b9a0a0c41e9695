import { Readable } from "node:stream";
import { listApprovals } from "@/server/approval/read";
import type { Id } from "@/server/core/ids";
import { decimalText, money } from "@/server/core/money/money";
import { keepUpload } from "@/server/integrations/storage/upload";
import { recordPayment } from "@/server/invoice/pay";
import { listInvoices } from "@/server/invoice/read/list";
import { requestBillRun } from "@/server/invoice/request";
import { decidePayoutRun } from "@/server/payout/decide";
import { proposePayoutRun } from "@/server/payout/propose";
import { mapAccount } from "@/server/usage/map-account";
import { receiveFile } from "@/server/usage/receive";
import { focusFile } from "../focus-file";
import { act, instant, type World } from "./world";

const everything = { q: "", page: 1, size: 200, filters: {} } as const;

export type Delivery = {
  /** The month that was used; its file comes on the second day of the next. */
  readonly month: number;
  /** An account that nobody has mapped yet has rows in it. */
  readonly unmatched?: string;
  readonly late?: number;
  readonly credit?: boolean;
};

/** Nimbus sends the month's file, with one row twice, as suppliers do. */
export async function deliverUsage(
  world: World,
  { month, unmatched, late = 0, credit = false }: Delivery,
): Promise<void> {
  const at = instant(world, month + 1, 2, 5);
  const accounts = [...world.accounts.keys()];
  if (accounts.length === 0) return;
  const used = instant(world, month, 1).toISOString().slice(0, 7);
  const rows = accounts.length * 240;
  const options = { month: used, accounts, rows, duplicate: true, late, credit, seed: month + 1 };
  const file = focusFile(unmatched === undefined ? options : { ...options, unmatched });
  const kept = await keepUpload(Readable.from(encoded(file)));
  await act(world, world.deal.people.nimbusDesk, at, (scope) =>
    receiveFile(scope, { sourceId: world.source, name: `nimbus-focus-${used}.csv`, ...kept }),
  );
}

function* encoded(lines: Iterable<string>): Generator<Buffer> {
  for (const line of lines) yield Buffer.from(line);
}

/** Operations say whose an account is; what waited for that is taken in. */
export async function mapAccounts(world: World, at: Date): Promise<void> {
  for (const [account, subscriptionId] of world.accounts) {
    await act(world, world.deal.people.operations, at, (scope) =>
      mapAccount(scope, {
        sourceId: world.source,
        account,
        subscriptionId: subscriptionId as Id<"subscription">,
      }),
    );
  }
}

/** On the third, everything that ended with the month before is billed, divided and booked. */
export async function bill(world: World, month: number): Promise<void> {
  const at = instant(world, month + 1, 3, 6);
  await act(world, world.deal.people.finance, at, (scope) =>
    requestBillRun(scope, { until: instant(world, month + 1, 2, 0) }),
  );
}

/** Customers pay in the middle of the month: most at once, one in two parts. */
export async function collect(world: World, month: number): Promise<void> {
  const { finance } = world.deal.people;
  const at = instant(world, month + 1, 14, 10);
  const filters = { status: ["issued", "partially_paid"] };
  const { rows } = await world.deal.as(
    finance,
    (scope) => listInvoices(scope, { ...everything, filters, sort: "number", dir: "asc" }),
    at,
  );
  for (const [index, { id, number, open }] of rows.entries()) {
    const half = money(open.minor / 2n, open.currency);
    const parts =
      index === 0 && month % 3 === 1 ? [half, money(open.minor - half.minor, open.currency)] : [open];
    for (const [part, amount] of parts.entries()) {
      const receivedAt = new Date(at.getTime() + part * 3 * 86_400_000);
      await act(world, finance, receivedAt, (scope) =>
        recordPayment(scope, {
          invoiceId: id,
          amount: decimalText(amount),
          reference: `${number}${part > 0 ? " rest" : ""}`,
          receivedAt,
          requestKey: `${id} part ${part}`,
        }),
      );
    }
  }
}

/** On the 25th finance proposes what is due, and a second person lets it go. */
export async function payOut(
  world: World,
  month: number,
  { approve }: { readonly approve: boolean },
): Promise<void> {
  const { finance, controller } = world.deal.people;
  const at = instant(world, month + 1, 25, 9);
  await act(world, finance, at, (scope) => proposePayoutRun(scope, { cutoff: at }));
  if (!approve) return;
  await act(world, controller, new Date(at.getTime() + 5 * 3_600_000), async (scope) => {
    const filters = { status: ["pending"], kind: ["payout_run"] };
    const { rows } = await listApprovals(scope, { ...everything, filters, sort: "requestedAt", dir: "asc" });
    for (const { id } of rows)
      await decidePayoutRun(scope, {
        approvalId: id,
        decision: "approved",
        comment: "Checked against the bank.",
      });
  });
}
