import { Decimal } from "@/components/money/decimal";
import type { PinnedPrice } from "@/server/offer/rules/vocabulary";

/** A price as people read it, every digit of it; tiers a line each. */
export function PriceText({ price, unit }: { price: PinnedPrice; unit: string }) {
  if (price.model === "graduated") return <Tiers tiers={price.tiers ?? []} unit={unit} />;
  return (
    <span className="whitespace-nowrap">
      <Decimal value={price.unitPrice} places={2} />{" "}
      <span className="text-xs text-muted">{price.model === "flat" ? "flat" : `per ${unit}`}</span>
    </span>
  );
}

function Tiers({ tiers, unit }: { tiers: NonNullable<PinnedPrice["tiers"]>; unit: string }) {
  return (
    <ul className="inline-grid gap-0.5 text-right">
      {tiers.map(({ upTo, unitPrice, flat }) => (
        <li key={upTo ?? "rest"} className="whitespace-nowrap">
          <span className="text-xs text-muted">
            {upTo === null ? (
              "above"
            ) : (
              <>
                to <Decimal value={upTo} />
              </>
            )}
            :
          </span>{" "}
          <Decimal value={unitPrice} places={2} /> <span className="text-xs text-muted">per {unit}</span>
          {flat !== "0" && (
            <>
              {" "}
              + <Decimal value={flat} places={2} /> <span className="text-xs text-muted">flat</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
