import type { PartyId } from "@/server/core/ids";
import { invariant } from "@/server/core/invariant";
import { add, type Money, subtract } from "@/server/core/money/money";
import { WHOLE } from "@/server/core/money/rate";
import { split } from "@/server/core/money/split";
import { derivation, rateText, step } from "./derivation";
import { feeOf } from "./fee";
import type { LineFacts, Part } from "./line";
import type { LegSelector, RuleBody, SettlementKind } from "./vocabulary";

type Waterfall = Extract<RuleBody, { mode: "waterfall" }>;

/**
 * Divides a line by fixed parts of a base (F-3): base = net + discounts that a party bears − a fee before
 * the split; shares by largest remainder; each bearer's leg less its discount. Parts add up to the net
 * less that fee. A role that the deal's chain does not have gives its part to the tier above it.
 */
export function divideByWaterfall(line: LineFacts, { legs, fee }: Waterfall): readonly Part[] {
  const weights = legs.map(({ rate }) => BigInt(rate));
  invariant(weights.reduce((total, each) => total + each, 0n) === WHOLE, "a waterfall promises the whole");
  const customer = line.legs.filter(({ kind }) => kind === "sale").at(-1);
  invariant(customer !== undefined, "a line is sold to a customer");
  const early = fee?.timing === "before_split" ? feeOf(line.net, fee) : null;
  const bearerId = customer.discountBearerId;
  const borne = bearerId === null ? null : customer.discount;
  const base = baseOf(line.net, borne, early);
  const amounts = split(base, weights);
  const bearer =
    bearerId === null ? -1 : legs.findIndex(({ selector }) => holderOf(line, selector) === bearerId);
  invariant(
    borne === null || borne.minor === 0n || bearer >= 0,
    "who bears a discount has a leg to bear it with",
  );
  return legs.map(({ selector }, index) => {
    const gross = amounts[index] as Money;
    const own = index === bearer && borne !== null ? borne : null;
    const amount = own === null ? gross : subtract(gross, own);
    const rate = weights[index] as bigint;
    const steps = [
      step("net", "The customer's net is", line.net),
      ...(borne === null || borne.minor === 0n
        ? []
        : [step("borne", "A discount that a party bears is added back:", borne)]),
      ...(early === null ? [] : [step("fee", "Less the marketplace's fee", early)]),
      step("base", "So the base is", base),
      step("share", `${rateText(rate)} of it, by largest remainder, is`, gross),
      ...(own === null || own.minor === 0n
        ? []
        : [step("discount", "Less the discount that you bear:", own)]),
    ];
    return {
      kind: kindOf(selector),
      partyId: holderOf(line, selector),
      payerId: null,
      agreementVersionId: null,
      base,
      rate,
      amount,
      derivation: derivation("waterfall", steps),
    };
  });
}

function baseOf(net: Money, borne: Money | null, fee: Money | null): Money {
  const gross = borne === null ? net : add(net, borne);
  return fee === null ? gross : subtract(gross, fee);
}

const above: Readonly<Partial<Record<LegSelector, LegSelector>>> = {
  sub_reseller: "reseller",
  reseller: "distributor",
  distributor: "operator",
};

function holderOf({ roles }: LineFacts, selector: LegSelector): PartyId {
  for (let each: LegSelector | undefined = selector; each; each = above[each]) {
    const holder = roles.get(each);
    if (holder !== undefined) return holder;
  }
  throw new Error(`Broken invariant: a deal has a ${selector}`);
}

function kindOf(selector: LegSelector): SettlementKind {
  if (selector === "supplier") return "supplier_cost";
  return selector === "operator" ? "margin" : "share";
}
