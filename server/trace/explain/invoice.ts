import { and, asc, eq } from "drizzle-orm";
import { invoice, invoiceLine, invoiceTax } from "@/db/schema/invoice";
import type { Scope } from "@/server/access/scope";
import type { Id } from "@/server/core/ids";
import { money, moneyText } from "@/server/core/money/money";
import { Refusal } from "@/server/core/refusal";
import { rateText } from "@/server/settlement/rules/derivation";
import { short } from "../facts/deal";
import { type Explanation, type Part, said } from "../rules/explanation";
import { plural } from "../rules/word";
import { customerPart } from "./leg";

/** What the customer is charged for one thing: its price, and its part of the tax. */
export async function explainLine(scope: Scope, id: Id<"invoiceLine">): Promise<Explanation> {
  const { actor, db } = scope;
  const [line] = await db
    .select()
    .from(invoiceLine)
    .where(and(eq(invoiceLine.operatorId, actor.operator), eq(invoiceLine.id, id)));
  if (!line) throw new Refusal("NOT_FOUND", "There is no such invoice line.");
  const { currency } = line;
  const net = money(line.net, currency);
  const priced = await customerPart(scope, line.ratedItemId, line.customerId);
  const [category] = await readTaxes(scope, line.invoiceId, line);
  const tax: Part = {
    title: `Tax, category ${line.taxCategory}`,
    tiers: [],
    unit: "",
    steps: [
      ...(category
        ? [
            said("The invoice's lines of this category add up to", money(category.base, currency)),
            said(`${rateText(category.rate)} of that, rounded once, is`, money(category.tax, currency)),
          ]
        : []),
      said("Of which, by largest remainder, this line carries", money(line.tax, currency)),
    ],
  };
  return {
    title: line.description,
    sentence: `${moneyText(net)} is charged for ${short(line.quantity)} ${line.unit} of ${line.description}.`,
    amount: net,
    parts: [...priced.parts, tax],
    versions: priced.versions,
    hidden: priced.parts.length === 0 ? "The price behind it is not yours to know." : null,
  };
}

/** The sums of an invoice. */
export async function explainInvoice(scope: Scope, id: Id<"invoice">): Promise<Explanation> {
  const head = await readHead(scope, id);
  const { currency } = head;
  const lines = await scope.db
    .select()
    .from(invoiceLine)
    .where(and(eq(invoiceLine.operatorId, scope.actor.operator), eq(invoiceLine.invoiceId, id)))
    .orderBy(asc(invoiceLine.position));
  const [net, tax, gross] = [
    money(head.net, currency),
    money(head.tax, currency),
    money(head.gross, currency),
  ];
  return {
    title: head.number ?? "Invoice",
    sentence: [
      ...[`${moneyText(gross)} is ${plural(lines.length, "line")}`],
      `of ${moneyText(net)} and ${moneyText(tax)} of tax.`,
    ].join(" "),
    amount: gross,
    parts: [
      {
        title: "Lines",
        tiers: [],
        unit: "",
        steps: [
          ...lines.map((line) => said(`${line.position}. ${line.description}`, money(line.net, currency))),
          said("Net", net),
        ],
      },
      await taxPart(scope, head),
    ],
    versions: [],
    hidden: null,
  };
}

/** The tax of an invoice, by category. */
export async function explainTax(scope: Scope, id: Id<"invoice">): Promise<Explanation> {
  const head = await readHead(scope, id);
  const tax = money(head.tax, head.currency);
  return {
    title: `Tax of ${head.number ?? "the invoice"}`,
    sentence: `${moneyText(tax)}: of each category the sum of its lines, times its rate, rounded once.`,
    amount: tax,
    parts: [await taxPart(scope, head)],
    versions: [],
    hidden: null,
  };
}

type Head = Awaited<ReturnType<typeof readHead>>;

async function taxPart(scope: Scope, { id, currency, tax, gross }: Head): Promise<Part> {
  const categories = await readTaxes(scope, id);
  return {
    title: "Tax",
    tiers: [],
    unit: "",
    steps: [
      ...categories.flatMap((each) => [
        said(`Lines of category ${each.category} add up to`, money(each.base, currency)),
        said(`${rateText(each.rate)} of that, rounded once, is`, money(each.tax, currency)),
      ]),
      said("Tax", money(tax, currency)),
      said("Gross", money(gross, currency)),
    ],
  };
}

async function readHead({ actor, db }: Scope, id: Id<"invoice">) {
  const [head] = await db
    .select()
    .from(invoice)
    .where(and(eq(invoice.operatorId, actor.operator), eq(invoice.id, id)));
  if (!head || head.number === null) throw new Refusal("NOT_FOUND", "There is no such invoice.");
  return head;
}

function readTaxes(
  { actor, db }: Scope,
  id: Id<"invoice">,
  of?: { readonly taxCategory: string; readonly taxRate: bigint },
) {
  return db
    .select()
    .from(invoiceTax)
    .where(
      and(
        eq(invoiceTax.operatorId, actor.operator),
        eq(invoiceTax.invoiceId, id),
        of ? eq(invoiceTax.category, of.taxCategory) : undefined,
        of ? eq(invoiceTax.rate, of.taxRate) : undefined,
      ),
    )
    .orderBy(asc(invoiceTax.category), asc(invoiceTax.rate));
}
