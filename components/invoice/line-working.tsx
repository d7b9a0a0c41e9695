import { PeriodText } from "@/components/date/period-text";
import { Decimal, decimalWords, Percent } from "@/components/money/decimal";
import { Amount } from "@/components/money/money";
import type { Column } from "@/components/table/columns";
import { LineTable } from "@/components/table/line-table";
import { Facts } from "@/components/ui/facts";
import type { LegExplained, LineExplained } from "@/server/invoice/read/explain";

/** What was charged, and on each edge that the viewer knows how its price made an amount of it. */
export function LineWorking({ line }: { line: LineExplained }) {
  const { from, to, timeZone, quantity, quantityBefore, unit, rows } = line;
  const isUsage = line.charge === "usage";
  return (
    <div className="grid gap-5">
      <Facts
        columns={2}
        facts={[
          { name: "Charged", value: <Decimal value={quantity} unit={unit} /> },
          { name: "Period", value: <PeriodText {...{ from, to, timeZone }} /> },
          { name: "Usage rows", value: isUsage ? rows : null },
          {
            name: "Charged before",
            value:
              isUsage && !/^0*\.?0*$/.test(quantityBefore) ? (
                <Decimal value={quantityBefore} unit={unit} />
              ) : null,
          },
          { name: "Net", value: <Amount amount={line.net} /> },
          { name: "Tax", value: <TaxOf {...line} /> },
        ]}
      />
      {line.legs.map((leg) => (
        <Leg key={leg.id} leg={leg} unit={unit} />
      ))}
    </div>
  );
}

function TaxOf({ tax, taxCategory, taxRate }: LineExplained) {
  return (
    <>
      <Amount amount={tax} /> <span className="text-muted">({taxCategory}, </span>
      <Percent partsPerMillion={taxRate} />
      <span className="text-muted">)</span>
    </>
  );
}

function Leg({ leg, unit }: { leg: LegExplained; unit: string }) {
  const { kind, sellerName, buyerName, payerName, payeeName, working } = leg;
  const title =
    kind === "sale"
      ? `${sellerName ?? "Another party"} sells to ${buyerName ?? "another party"}`
      : `Base of the share that ${payerName ?? "another party"} pays ${payeeName ?? "another party"}`;
  return (
    <section className="overflow-hidden rounded-md border border-line">
      <h3 className="bg-sunken px-4 py-2 font-semibold">{title}</h3>
      {working.tiers.length > 0 && (
        <LineTable
          label={`Tiers: ${title}`}
          columns={tierColumns(unit, leg.amount.currency)}
          rows={working.tiers}
          rowId={({ from }) => from}
        />
      )}
      <div className="px-4 pb-2">
        <Facts facts={stepsOf(leg, unit)} />
      </div>
    </section>
  );
}

type Tier = LegExplained["working"]["tiers"][number];

function tierColumns(unit: string, currency: string): readonly Column<Tier>[] {
  const bound = ({ from, upTo }: Tier) =>
    upTo === null ? `above ${decimalWords(from)}` : `${decimalWords(from)} to ${decimalWords(upTo)}`;
  return [
    { id: "tier", header: "Tier", cell: bound },
    {
      id: "quantity",
      header: `Quantity (${unit})`,
      cell: ({ quantity }) => <Decimal value={quantity} />,
      align: "end",
    },
    {
      id: "price",
      header: `Price (${currency})`,
      cell: ({ unitPrice }) => <Decimal value={unitPrice} />,
      align: "end",
    },
    { id: "flat", header: "Flat fee", cell: ({ flat }) => <Decimal value={flat} />, align: "end" },
    { id: "cost", header: "Cost", cell: ({ cost }) => <Decimal value={cost} />, align: "end" },
  ];
}

/** The steps in the order in which they were taken; a step that changed nothing is left out. */
function stepsOf({ working, listAmount, discountAmount, amount }: LegExplained, unit: string) {
  const { currency } = amount;
  const { model, unitPrice, exact, daysCharged, daysOfPeriod } = working;
  const perUnit = model === "per_unit" && unitPrice !== null;
  const price = unitPrice === null ? null : <Decimal value={unitPrice} unit={currency} unitFirst />;
  return [
    { name: perUnit ? `Price of one ${unit}` : "Flat price", value: price },
    { name: "Exact", value: <Decimal value={exact} unit={currency} unitFirst /> },
    {
      name: "Days charged",
      value: daysCharged === daysOfPeriod ? null : `${daysCharged} of ${daysOfPeriod}`,
    },
    { name: "Rounded once, at list", value: <Amount amount={listAmount} /> },
    {
      name: "Discount",
      value:
        working.discountRate === "0" ? null : (
          <>
            <Percent partsPerMillion={BigInt(working.discountRate)} /> <Amount amount={discountAmount} />
          </>
        ),
    },
    { name: "Amount", value: <Amount amount={amount} /> },
  ];
}
