type Props = {
  /** The exact decimal as text, `0.000012500000`; what Postgres and the API hand over. */
  value: string | null | undefined;
  /** `GB-hour`, `seats`, or a currency. */
  unit?: string | undefined;
  /** Before the number, as a currency stands; otherwise after it. */
  unitFirst?: boolean;
  /** Keep at least so many places, for columns that should line up. */
  places?: number;
};

/** A unit price or a quantity: every digit it has, none it has not. */
export function Decimal({ value, unit, unitFirst = false, places = 0 }: Props) {
  if (value === null || value === undefined) return <span className="text-muted">–</span>;
  const mark = unit && <span className="text-xs text-muted">{unit}</span>;
  return (
    <span className="whitespace-nowrap tabular-nums">
      {unitFirst && mark && <>{mark} </>}
      {decimalWords(value, places)}
      {!unitFirst && mark && <> {mark}</>}
    </span>
  );
}

/** Groups the whole part and drops zeros that say nothing: `1234.500` is `1,234.5`. */
export function decimalWords(value: string, places = 0): string {
  const negative = value.startsWith("-");
  const [whole = "0", fraction = ""] = value.replace(/^[+-]/, "").split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const kept = fraction.replace(/0+$/, "").padEnd(places, "0");
  const text = kept === "" ? grouped : `${grouped}.${kept}`;
  return negative ? `−${text}` : text;
}

/** A rate in parts per million, as a percentage: 625_000 is `62.5 %`. */
export function Percent({ partsPerMillion }: { partsPerMillion: bigint }) {
  const size = partsPerMillion < 0n ? -partsPerMillion : partsPerMillion;
  const fraction = (size % 10_000n).toString().padStart(4, "0");
  const text = decimalWords(`${partsPerMillion < 0n ? "-" : ""}${size / 10_000n}.${fraction}`);
  return <span className="whitespace-nowrap tabular-nums">{text} %</span>;
}
