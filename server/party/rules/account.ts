import { countrySpecs, electronicFormatIBAN, isValidBIC, isValidIBAN } from "ibantools";
import { Refusal } from "@/server/core/refusal";

export type AccountNumber = { readonly iban: string; readonly bic: string | null };

/**
 * Reads where a party is paid. A country with IBANs must give a valid one; elsewhere (the United States, for
 * one) an account number together with a BIC does.
 */
export function accountNumber(written: { iban: string; bic: string | null }, country: string): AccountNumber {
  const iban = electronicFormatIBAN(written.iban) ?? "";
  const bic = written.bic?.replaceAll(/\s/g, "").toUpperCase() || null;
  if (bic !== null && !isValidBIC(bic)) {
    throw new Refusal("INVALID", `“${written.bic}” is not a BIC: eight or eleven letters and digits.`);
  }
  if (isValidIBAN(iban)) return { iban, bic };
  if (countrySpecs[country]?.IBANRegistry) {
    throw new Refusal("INVALID", "That is not a valid IBAN: please check it digit by digit.");
  }
  if (!/^[A-Z0-9]{4,34}$/.test(iban)) {
    throw new Refusal("INVALID", "That is not an account number: 4 to 34 letters and digits.");
  }
  if (bic === null) throw new Refusal("INVALID", "An account without an IBAN needs the bank's BIC.");
  return { iban, bic };
}

/** What may be shown of an account: its country and its last four characters. */
export function maskedAccount(iban: string): string {
  return `${iban.slice(0, 2)}•• ${iban.slice(-4)}`;
}
