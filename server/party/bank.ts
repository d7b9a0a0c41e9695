import { bankAccount } from "@/db/schema/party";
import { isOperator } from "@/server/access/actor";
import { elevated, type Scope } from "@/server/access/scope";
import { record } from "@/server/audit/record";
import { Refusal } from "@/server/core/refusal";
import type { NewBankAccount } from "./input";
import { readBankAccount, readParty } from "./read";
import { accountNumber, maskedAccount } from "./rules/account";

/**
 * Names where a party is paid from now on. Accounts are never overwritten: payouts name the one they used.
 */
export async function setBankAccount(
  scope: Scope,
  { partyId, holder, currency, ...written }: NewBankAccount,
): Promise<void> {
  const { actor, now } = scope;
  if (partyId !== actor.party && !isOperator(actor)) {
    throw new Refusal("NOT_FOUND", "There is no such party.");
  }
  const { name, country } = await readParty(scope, partyId);
  const { iban, bic } = accountNumber(written, country);
  const before = await readBankAccount(scope, partyId, now);
  const same = before?.iban === iban && before.bic === bic && before.holder === holder;
  if (same && before.currency === currency) return;

  const row = { operatorId: actor.operator, partyId, holder, iban, bic, currency, validFrom: now };
  // The table takes rows from the operator's side alone; whose row it is was settled above.
  await elevated(scope, ({ db }) => db.insert(bankAccount).values(row));
  await record(scope, {
    code: "party.account.changed",
    summary: `${name} is paid to ${maskedAccount(iban)} from now on`,
    object: { kind: "party", id: partyId },
    before: before && { account: maskedAccount(before.iban), holder: before.holder },
    after: { account: maskedAccount(iban), holder, currency },
  });
}
