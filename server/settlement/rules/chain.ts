import type { PartyId } from "@/server/core/ids";
import { invariant } from "@/server/core/invariant";
import { add, type Money, money, negate, subtract, sum } from "@/server/core/money/money";
import { partsPerMillion, portion } from "@/server/core/money/rate";
import { derivation, rateText, step } from "./derivation";
import { feeOf } from "./fee";
import type { LegFacts, LineFacts, Part } from "./line";
import type { FeeTerms } from "./vocabulary";

/**
 * Divides a line by the prices of its legs (F-7): the supplier's price, what each holder of title keeps,
 * and the shares of commission edges. A fee before the split is taken from the seller of record and lowers
 * the base of shares of the customer's price. Parts add up to the net less that fee.
 */
export function divideByChain(line: LineFacts, fee: FeeTerms | null): readonly Part[] {
  const sales = line.legs.filter(({ kind }) => kind === "sale");
  const [cost, customer] = [sales[0], sales.at(-1)];
  invariant(cost !== undefined && customer !== undefined && sales.length > 1, "a line is bought and sold");
  invariant(customer.amount.minor === line.net.minor, "the customer's leg is the line's net");
  const early = fee?.timing === "before_split" ? feeOf(line.net, fee) : money(0n, line.net.currency);
  const shares = line.legs
    .filter(({ kind }) => kind === "share")
    .map((leg) => sharePart(leg, leg.buyerId === customer.buyerId ? early : money(0n, early.currency)));
  const support = supportOf(customer);
  const margins = sales
    .slice(1)
    .map((sold, index) =>
      marginPart(
        sales[index] as LegFacts,
        sold,
        shares,
        sold === customer ? early : money(0n, early.currency),
      ),
    );
  const passedOn = shares
    .filter(({ payerId }) => !margins.some(({ partyId }) => partyId === payerId))
    .map(passOn);
  return [costPart(cost), ...margins, ...shares, ...passedOn, ...support];
}

function costPart({ sellerId, amount, number }: LegFacts): Part {
  return {
    kind: "supplier_cost",
    partyId: sellerId,
    payerId: null,
    agreementVersionId: null,
    base: amount,
    rate: null,
    amount,
    derivation: derivation("supplier's price", [step("price", "Your price for it is", amount, number)]),
  };
}

/**
 * A part of the price it repeats; of the price before a discount that somebody else than the seller bears.
 */
function sharePart(leg: LegFacts, fee: Money): Part {
  const { payerId, payeeId, shareRate, number } = leg;
  invariant(
    payerId !== null && payeeId !== null && shareRate !== null,
    "a share says who pays whom how much",
  );
  const borne = leg.discountBearerId !== null && leg.discountBearerId !== leg.sellerId;
  const base = subtract(borne ? add(leg.amount, leg.discount) : leg.amount, fee);
  const amount = portion(base, partsPerMillion(shareRate));
  const steps = [
    step("price", "The price it is based on is", leg.amount, number),
    ...(borne
      ? [step("discount", "Added back, because the seller does not bear it:", leg.discount, number)]
      : []),
    ...(fee.minor === 0n ? [] : [step("fee", "Less the marketplace's fee", fee, number)]),
    step("base", "So the base is", base, number),
    step("share", `${rateText(shareRate)} of it is`, amount, number),
  ];
  return {
    kind: "share",
    partyId: payeeId,
    payerId,
    agreementVersionId: leg.agreementVersionId,
    base,
    rate: shareRate,
    amount,
    derivation: derivation("share of a price", steps),
  };
}

/** What a holder of title keeps: sold − bought − shares it pays − the fee it bears. */
function marginPart(bought: LegFacts, sold: LegFacts, shares: readonly Part[], fee: Money): Part {
  invariant(bought.buyerId === sold.sellerId, "who sells has bought");
  const paid = sum(
    shares.filter(({ payerId }) => payerId === sold.sellerId).map(({ amount }) => amount),
    sold.amount.currency,
  );
  const amount = subtract(subtract(subtract(sold.amount, bought.amount), paid), fee);
  const steps = [
    step("sold", "Sold at", sold.amount, sold.number),
    step("bought", "Bought at", bought.amount, bought.number),
    ...(paid.minor === 0n ? [] : [step("shares", "Shares paid out of it:", paid, sold.number)]),
    ...(fee.minor === 0n ? [] : [step("fee", "The marketplace's fee was", fee, sold.number)]),
    step("margin", "What remains is", amount, sold.number),
  ];
  return {
    kind: "margin",
    partyId: sold.sellerId,
    payerId: null,
    agreementVersionId: null,
    base: sold.amount,
    rate: null,
    amount,
    derivation: derivation("margin", steps),
  };
}

/** A payer without title pays out of what it earns itself, so its own lines show what it passed on. */
function passOn(share: Part): Part {
  const amount = negate(share.amount);
  const steps = [step("passed_on", "Passed on to the next tier:", amount)];
  const payer = share.payerId as PartyId;
  return {
    ...share,
    partyId: payer,
    payerId: null,
    amount,
    derivation: derivation("share passed on", steps),
  };
}

/** Who bears a discount that another gave, gives it to the seller; together it is nothing. */
function supportOf({ discount, discountBearerId, sellerId, number }: LegFacts): readonly Part[] {
  if (discountBearerId === null || discountBearerId === sellerId || discount.minor === 0n) return [];
  const part = (partyId: PartyId, amount: Money, words: string): Part => ({
    kind: "discount_support",
    partyId,
    payerId: null,
    agreementVersionId: null,
    base: discount,
    rate: null,
    amount,
    derivation: derivation("discount borne", [step("discount", words, amount, number)]),
  });
  return [
    part(discountBearerId, negate(discount), "The discount that you bear:"),
    part(sellerId, discount, "The discount that another party bears for you:"),
  ];
}
