import { and, eq, inArray } from "drizzle-orm";
import { bankAccount, party } from "@/db/schema/party";
import { paymentFile, type payout, type payoutRun } from "@/db/schema/payout";
import type { Scope } from "@/server/access/scope";
import { type CsvColumn, csvText } from "@/server/core/csv";
import { sha256Hex } from "@/server/core/digest";
import { decimalText, money } from "@/server/core/money/money";

type Run = typeof payoutRun.$inferSelect;
type Paid = typeof payout.$inferSelect;
type Line = { readonly run: Run; readonly paid: Paid; readonly name: string; readonly bic: string | null };

/** One transfer a row; amounts in major units with a point, the day in UTC. */
const columns: readonly CsvColumn<Line>[] = [
  { header: "run", cell: ({ run }) => run.number },
  { header: "payout_id", cell: ({ paid }) => paid.id },
  { header: "execution_date", cell: ({ paid }) => paid.paidAt?.toISOString().slice(0, 10) },
  { header: "beneficiary", cell: ({ paid, name }) => paid.holder ?? name },
  { header: "iban", cell: ({ paid }) => paid.iban },
  { header: "bic", cell: ({ bic }) => bic },
  { header: "currency", cell: ({ paid }) => paid.currency },
  { header: "amount", cell: ({ paid }) => decimalText(money(paid.net, paid.currency)) },
  { header: "remittance", cell: ({ run, paid }) => `${run.number} ${paid.id}` },
];

/** Writes the run's transfers for the bank. Nothing is written for a run that pays nobody. */
export async function addPaymentFile(
  { actor, db, now }: Scope,
  run: Run,
  paid: readonly Paid[],
): Promise<void> {
  if (paid.length === 0) return;
  const ids = paid.map(({ partyId }) => partyId);
  const names = await db
    .select({ id: party.id, name: party.name })
    .from(party)
    .where(and(eq(party.operatorId, actor.operator), inArray(party.id, ids)));
  const accounts = await db
    .select({ partyId: bankAccount.partyId, iban: bankAccount.iban, bic: bankAccount.bic })
    .from(bankAccount)
    .where(and(eq(bankAccount.operatorId, actor.operator), inArray(bankAccount.partyId, ids)));
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const bicOf = new Map(accounts.map(({ partyId, iban, bic }) => [`${partyId} ${iban}`, bic]));
  const rows = paid.map((each): Line => {
    const bic = bicOf.get(`${each.partyId} ${each.iban}`) ?? null;
    return { run, paid: each, name: nameOf.get(each.partyId) ?? "", bic };
  });
  const content = csvText(columns, rows);
  await db.insert(paymentFile).values({
    operatorId: actor.operator,
    payoutRunId: run.id,
    format: "csv",
    name: `${run.number}.csv`,
    content,
    digest: sha256Hex(content),
    payouts: paid.length,
    createdAt: now,
  });
}
