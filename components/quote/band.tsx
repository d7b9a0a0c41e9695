import { Percent } from "@/components/money/decimal";
import { Callout } from "@/components/ui/callout";
import type { ExceptionCause } from "@/server/quote/rules/discount";

type Props = { band: bigint; rate: bigint; causes: readonly ExceptionCause[] };

/** Whether a discount is the partner's own to give, and what happens if it is not. */
export function BandCallout({ band, rate, causes }: Props) {
  if (causes.length === 0) {
    return rate === 0n ? null : (
      <Callout tone="good">
        <Percent partsPerMillion={rate} /> is within the <Percent partsPerMillion={band} /> you may give
        yourself.
      </Callout>
    );
  }
  return (
    <Callout tone="warn" title="Needs the operator's approval">
      {causes.includes("beyond_band") && (
        <p>
          <Percent partsPerMillion={rate} /> is beyond the <Percent partsPerMillion={band} /> you may give
          yourself.
        </p>
      )}
      {causes.includes("borne_by_operator") && <p>The operator is asked to bear the discount.</p>}
    </Callout>
  );
}
