import { type SQL, sql } from "drizzle-orm";
import { invoice, invoiceLine, invoiceTax } from "@/db/schema/invoice";
import { ratedLeg } from "@/db/schema/rating";
import type { Scope } from "@/server/access/scope";
import type { Currency } from "@/server/core/money/currency";
import { money } from "@/server/core/money/money";
import { partsPerMillion } from "@/server/core/money/rate";
import type { TaxCategory } from "@/server/invoice/rules/tax";
import { totalsOf } from "@/server/invoice/rules/total";
import { type Check, checkAmount, checkText } from "../rules/check";

type InvoiceRow = {
  readonly id: string;
  readonly number: string;
  readonly currency: Currency;
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
  readonly lines: readonly LineRow[];
  readonly taxes: readonly { category: string; rate: string; base: string; tax: string }[] | null;
};

type LineRow = {
  readonly id: string;
  readonly position: number;
  readonly net: string;
  readonly tax: string;
  readonly category: TaxCategory;
  readonly rate: string;
  /**
   * The amount of the customer's edge, as the sale or a share that repeats it tells; null where neither is
   * known.
   */
  readonly leg: string | null;
};

/**
 * Adds invoices up anew from their lines, and lines from what was rated; `where` speaks of an invoice `bill`.
 */
export async function checkInvoices({ actor, db }: Scope, where: SQL): Promise<readonly Check[]> {
  const { rows } = await db.execute<InvoiceRow>(sql`
    select bill.id, bill.number, bill.currency, bill.net::text, bill.tax::text, bill.gross::text, (
        select jsonb_agg(jsonb_build_object('id', line.id, 'position', line.position, 'net', line.net::text,
          'tax', line.tax::text, 'category', line.tax_category, 'rate', line.tax_rate::text, 'leg', (
            select leg.amount::text from ${ratedLeg} leg where leg.operator_id = line.operator_id
              and leg.rated_item_id = line.rated_item_id and leg.buyer_id = line.customer_id
            order by leg.number desc limit 1)) order by line.position)
        from ${invoiceLine} line where line.operator_id = bill.operator_id and line.invoice_id = bill.id
      ) as lines, (
        select jsonb_agg(jsonb_build_object('category', sums.category, 'rate', sums.rate::text,
          'base', sums.base::text, 'tax', sums.tax::text))
        from ${invoiceTax} sums where sums.operator_id = bill.operator_id and sums.invoice_id = bill.id
      ) as taxes
    from ${invoice} bill where bill.operator_id = ${actor.operator} and bill.issued_at is not null
      and ${where}
    order by bill.id`);
  return rows.flatMap(invoiceChecks);
}

function invoiceChecks({ id, number, currency, lines, taxes, ...kept }: InvoiceRow): readonly Check[] {
  const of = { kind: "invoice", id };
  const amount = (minor: string) => money(BigInt(minor), currency);
  const terms = ({ category, rate }: LineRow) => ({ category, rate: partsPerMillion(BigInt(rate)) });
  const again = totalsOf(
    lines.map((line) => ({ net: amount(line.net), terms: terms(line) })),
    currency,
  );
  const sums = (each: {
    category: string;
    rate: string | bigint;
    base: string | bigint;
    tax: string | bigint;
  }) => `${each.category} ${each.rate}: ${each.tax} of ${each.base}`;
  return [
    ...lines.flatMap((line, index) => {
      const own = { kind: "invoice_line", id: line.id };
      const what = `line ${line.position} of ${number}`;
      const tax = again.lineTaxes[index] ?? money(0n, currency);
      return [
        ...(line.leg === null
          ? []
          : [checkAmount(`Net of ${what}`, own, amount(line.net), amount(line.leg))]),
        checkAmount(`Tax of ${what}`, own, amount(line.tax), tax),
      ];
    }),
    checkText(
      `Tax of ${number} by category`,
      of,
      (taxes ?? []).map(sums).sort().join("; "),
      again.taxes
        .map(({ category, rate, base, tax }) => sums({ category, rate, base: base.minor, tax: tax.minor }))
        .sort()
        .join("; "),
    ),
    checkAmount(`Net of ${number}`, of, amount(kept.net), again.net),
    checkAmount(`Tax of ${number}`, of, amount(kept.tax), again.tax),
    checkAmount(`Gross of ${number}`, of, amount(kept.gross), again.gross),
  ];
}
