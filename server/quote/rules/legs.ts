import { type Decimal, multiplyDecimals } from "@/server/core/decimal";
import type { PartyId } from "@/server/core/ids";
import { invariant } from "@/server/core/invariant";
import type { Currency } from "@/server/core/money/currency";
import type { Money } from "@/server/core/money/money";
import { partsPerMillion, portion, WHOLE } from "@/server/core/money/rate";
import { roundToMoney } from "@/server/core/price";
import { Refusal } from "@/server/core/refusal";
import type { PinnedPrice } from "@/server/offer/rules/vocabulary";
import { type ChainStep, planLegs } from "@/server/party/rules/chain";
import type { Discount } from "./discount";

/** A price of one sale of the chain, and what it comes to for the line's quantity: exact, in major units. */
export type SalePrice = {
  readonly priceVersionId: string;
  readonly price: PinnedPrice;
  readonly currency: Currency;
  readonly exact: Decimal;
};

/** What a commission or agent edge pays its child, by the agreement it names. */
export type ShareTerms = { readonly agreementVersionId: string; readonly rate: bigint };

export type QuotedLeg = {
  readonly number: number;
  readonly kind: "sale" | "share";
  readonly sellerId: PartyId;
  readonly buyerId: PartyId;
  readonly payerId: PartyId | null;
  readonly payeeId: PartyId | null;
  readonly shareRate: bigint | null;
  readonly agreementVersionId: string | null;
  readonly priceVersionId: string;
  readonly price: PinnedPrice;
  readonly discountRate: bigint;
  readonly discountBearerId: PartyId | null;
  /** For the line's quantity: before discount, and what is charged. A share repeats those of its sale. */
  readonly list: Money;
  readonly amount: Money;
};

type Line = {
  readonly steps: readonly ChainStep[];
  readonly supplierId: PartyId;
  /** By the number of the sale in the chain: 0 is the supplier's, the last one the customer's. */
  readonly sales: ReadonlyMap<number, SalePrice>;
  /** By the place of the edge in the chain. */
  readonly shares: ReadonlyMap<number, ShareTerms>;
  readonly discount: Discount | null;
};

/**
 * The legs of one line (F-7): each sale at its own price, each share a part of the next sale below it. The
 * discount is the customer's alone, and so of the shares based on that sale.
 */
export function priceLegs({ steps, supplierId, sales, shares, discount }: Line): readonly QuotedLeg[] {
  const currency = currencyOf(sales);
  return planLegs(steps, supplierId).map((leg) => {
    const sale = sales.get(leg.kind === "sale" ? leg.number : leg.basedOn);
    invariant(sale !== undefined, "every sale of the chain has a price");
    const terms = leg.kind === "share" ? shares.get(leg.step) : undefined;
    invariant(leg.kind === "sale" || terms !== undefined, "every share has an agreement");
    const given = (leg.kind === "sale" ? leg.number : leg.basedOn) === steps.length ? discount : null;
    return {
      number: leg.number,
      kind: leg.kind,
      sellerId: leg.sellerId,
      buyerId: leg.buyerId,
      payerId: leg.kind === "share" ? leg.payerId : null,
      payeeId: leg.kind === "share" ? leg.payeeId : null,
      shareRate: terms?.rate ?? null,
      agreementVersionId: terms?.agreementVersionId ?? null,
      priceVersionId: sale.priceVersionId,
      price: sale.price,
      discountRate: given?.rate ?? 0n,
      discountBearerId: given?.bearerId ?? null,
      list: roundToMoney(sale.exact, currency),
      amount: roundToMoney(discounted(sale.exact, given?.rate ?? 0n), currency),
    };
  });
}

/** What a share earns of the sale it repeats. */
export function shareAmount({ amount, shareRate }: Pick<QuotedLeg, "amount" | "shareRate">): Money {
  return portion(amount, partsPerMillion(shareRate ?? 0n));
}

/** The rest after a discount, exactly: rounding comes once, afterwards. */
function discounted(exact: Decimal, rate: bigint): Decimal {
  return multiplyDecimals(exact, { units: WHOLE - rate, scale: 6 });
}

function currencyOf(sales: ReadonlyMap<number, SalePrice>): Currency {
  const [currency, ...others] = new Set([...sales.values()].map((sale) => sale.currency));
  invariant(currency !== undefined, "a line has a price");
  if (others.length > 0) {
    throw new Refusal(
      "CONFLICT",
      "The prices of this deal are not all in one currency. Please ask the operator.",
    );
  }
  return currency;
}
