import { wallClock } from "@/components/date/format";
import { decimalWords } from "@/components/money/decimal";
import { type Money, moneyText } from "@/server/core/money/money";
import type { InvoiceDetail } from "@/server/invoice/read/invoice";

/** An invoice in the words and figures that are printed; nothing else of it reaches the paper. */
export type PrintedInvoice = {
  readonly number: string;
  readonly seller: readonly string[];
  readonly customer: readonly string[];
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly lines: readonly PrintedLine[];
  readonly sums: readonly (readonly [name: string, value: string])[];
  readonly notes: readonly string[];
};

export type PrintedLine = {
  readonly position: string;
  readonly description: string;
  readonly period: string;
  readonly quantity: string;
  readonly list: string;
  readonly discount: string;
  readonly net: string;
  readonly tax: string;
};

export function printedInvoice(invoice: InvoiceDetail): PrintedInvoice {
  const { number, seller, customer, timeZone, taxes, payments } = invoice;
  const day = (at: Date | null) => (at ? wallClock(at, timeZone).day : "");
  return {
    number: number ?? "",
    seller: addressOf(seller),
    customer: addressOf(customer),
    facts: [
      ["Issued", day(invoice.issuedAt)],
      ["Due", day(invoice.dueAt)],
      ["Service period", periodText(invoice.from, invoice.to, timeZone)],
      ["Order", invoice.orderNumber ?? ""],
      ["Subscription", invoice.subscriptionNumber ?? ""],
    ],
    lines: invoice.lines.map((line) => printedLine(line, timeZone)),
    sums: [
      ["Net", moneyText(invoice.net)],
      ...taxes.map(({ category, rate, base, tax }) => {
        return [`Tax ${category}, ${percentText(rate)} of ${moneyText(base)}`, moneyText(tax)] as const;
      }),
      ["Total", moneyText(invoice.gross)],
      ...(payments.length > 0 ? ([["Paid", moneyText(invoice.paid)]] as const) : []),
      ["Open", moneyText(invoice.open)],
    ],
    notes: taxes.flatMap(({ category, note }) => (note ? [`${category}: ${note}`] : [])),
  };
}

function printedLine(line: InvoiceDetail["lines"][number], timeZone: string): PrintedLine {
  const { position, description, quantity, unit, listAmount, discount, net, taxCategory, taxRate } = line;
  return {
    position: String(position),
    description,
    period: periodText(line.from, line.to, timeZone),
    quantity: `${decimalWords(quantity)} ${unit}`,
    list: amountText(listAmount),
    discount: discount.minor === 0n ? "" : amountText(discount),
    net: amountText(net),
    tax: `${taxCategory} ${percentText(taxRate)}`,
  };
}

type Addressee = InvoiceDetail["seller"];

function addressOf({ legalName, street, postcode, city, country, taxId }: Addressee): readonly string[] {
  const lines = [legalName, street, `${postcode} ${city}`, country];
  return taxId ? [...lines, `Tax id ${taxId}`] : lines;
}

/** Half-open in, the last day included in print. */
function periodText(from: Date, to: Date, timeZone: string): string {
  const [first, last] = [wallClock(from, timeZone).day, wallClock(new Date(to.getTime() - 1), timeZone).day];
  return first === last ? first : `${first} – ${last}`;
}

/** The currency stands over the column. */
function amountText(amount: Money): string {
  return moneyText(amount).slice(amount.currency.length + 1);
}

function percentText(partsPerMillion: bigint): string {
  const fraction = (partsPerMillion % 10_000n).toString().padStart(4, "0");
  return `${decimalWords(`${partsPerMillion / 10_000n}.${fraction}`)} %`;
}
