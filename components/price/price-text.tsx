import type { ReactNode } from "react";
import { Decimal } from "@/components/money/decimal";
import type { PinnedPrice } from "@/server/offer/rules/vocabulary";

type Props = {
  price: PinnedPrice;
  /** Left out where it stands beside the item. */
  unit?: string;
};

/** A price as people read it, every digit of it; tiers a line each. */
export function PriceText({ price, unit }: Props) {
  if (price.model === "graduated") return <Tiers tiers={price.tiers ?? []} unit={unit} />;
  return (
    <span className="whitespace-nowrap">
      <Decimal value={price.unitPrice} places={2} />
      {price.model === "flat" ? <Quiet> flat</Quiet> : unit && <Quiet> per {unit}</Quiet>}
    </span>
  );
}

function Tiers({ tiers, unit }: { tiers: NonNullable<PinnedPrice["tiers"]>; unit: string | undefined }) {
  return (
    <ul className="inline-grid gap-0.5 text-right">
      {tiers.map(({ upTo, unitPrice, flat }) => (
        <li key={upTo ?? "rest"} className="whitespace-nowrap">
          <Quiet>{upTo === null ? "above" : <UpTo value={upTo} />}: </Quiet>
          <Decimal value={unitPrice} places={2} />
          {unit && <Quiet> per {unit}</Quiet>}
          {flat !== "0" && (
            <>
              {" "}
              + <Decimal value={flat} places={2} />
              <Quiet> flat</Quiet>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function UpTo({ value }: { value: string }) {
  return (
    <>
      to <Decimal value={value} />
    </>
  );
}

function Quiet({ children }: { children: ReactNode }) {
  return <span className="text-xs text-muted">{children}</span>;
}
