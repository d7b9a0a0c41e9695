import { invariant } from "@/server/core/invariant";
import { subtract, sum } from "@/server/core/money/money";
import { divideByChain } from "./chain";
import { chargeFee, feeOf, feePart } from "./fee";
import type { LineFacts, Part } from "./line";
import type { RuleBody } from "./vocabulary";
import { divideByWaterfall } from "./waterfall";

/**
 * What every party gets of an issued line, by one version of a rule. The parts, with the marketplace's
 * fee, always add up to the line's net (F-3, F-7).
 */
export function divide(line: LineFacts, body: RuleBody): readonly Part[] {
  const { fee } = body;
  const split = body.mode === "chain" ? divideByChain(line, fee) : divideByWaterfall(line, body);
  const parts =
    fee === null ? split : [...withLateFee(line, body, split), feePart(line.net, fee, sellerOf(line))];
  const left = subtract(
    line.net,
    sum(
      parts.map(({ amount }) => amount),
      line.net.currency,
    ),
  );
  invariant(left.minor === 0n, "the parts of a line add up to its net");
  return parts;
}

function withLateFee(line: LineFacts, { fee }: RuleBody, parts: readonly Part[]): readonly Part[] {
  return fee?.timing === "after_split" ? chargeFee(parts, feeOf(line.net, fee)) : parts;
}

function sellerOf({ legs }: LineFacts) {
  const customer = legs.filter(({ kind }) => kind === "sale").at(-1);
  invariant(customer !== undefined, "a line is sold to a customer");
  return customer.sellerId;
}
