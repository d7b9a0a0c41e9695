import { Percent } from "@/components/money/decimal";
import { Amount } from "@/components/money/money";
import type { Id } from "@/server/core/ids";
import type { Money } from "@/server/core/money/money";
import type { ExceptionCause } from "@/server/quote/rules/discount";

/** What every step of a quote is about, as far as its dialogs tell it. */
export type QuoteDeal = {
  readonly quoteId: Id<"quote">;
  readonly versionId: Id<"quoteVersion">;
  readonly number: string;
  readonly customerName: string;
  readonly once: Money | null;
  readonly monthly: Money | null;
  readonly discountRate: bigint;
  readonly band: bigint;
  /** Why the discount is not the partner's own to give; none when it is. */
  readonly causes: readonly ExceptionCause[];
  readonly lastDay: string;
};

/** What a step is about: to whom, for how much, until when. */
export function factsOf(deal: QuoteDeal) {
  return [
    { name: "Customer", value: deal.customerName },
    { name: "Pays once", value: <Amount amount={deal.once} /> },
    { name: "Pays a month", value: <Amount amount={deal.monthly} /> },
    { name: "Discount", value: deal.discountRate > 0n && <Percent partsPerMillion={deal.discountRate} /> },
    { name: "Valid to", value: deal.lastDay },
  ];
}
