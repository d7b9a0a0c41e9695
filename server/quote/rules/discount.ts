import type { PartyId } from "@/server/core/ids";
import { WHOLE } from "@/server/core/money/rate";
import { Refusal } from "@/server/core/refusal";

/** A percentage off the customer's price, in parts per million, and whose money it is. */
export type Discount = { readonly rate: bigint; readonly bearerId: PartyId };

/** Why a discount is not the partner's own to give. */
export type ExceptionCause = "beyond_band" | "borne_by_operator";

type Asked = {
  readonly rate: bigint;
  readonly bearerId: PartyId | null;
  /** Who could bear it: the seller of record to the customer, the quoting partner, and the operator. */
  readonly sellerId: PartyId;
  readonly partnerId: PartyId;
  readonly operatorId: PartyId;
};

/**
 * Who gives what off the customer's price. The seller bears it unless the partner takes it on itself or asks
 * the operator; nobody can be made to bear what they do not know of. Without a discount nobody bears
 * anything.
 */
export function discountOf({ rate, bearerId, sellerId, partnerId, operatorId }: Asked): Discount | null {
  if (rate < 0n || rate > WHOLE) throw new Refusal("INVALID", "A discount is between 0 % and 100 %.");
  if (rate === 0n) return null;
  const bearer = bearerId ?? sellerId;
  if (![sellerId, partnerId, operatorId].includes(bearer)) {
    throw new Refusal("INVALID", "A discount is borne by the seller, by yourself or by the operator.");
  }
  return { rate, bearerId: bearer };
}

/**
 * What of a discount needs a decision; nothing when it lies within the band and costs the operator nothing
 * extra.
 */
export function exceptionCauses(
  discount: Discount | null,
  { band, sellerId, operatorId }: { band: bigint; sellerId: PartyId; operatorId: PartyId },
): readonly ExceptionCause[] {
  if (!discount) return [];
  const causes: ExceptionCause[] = [];
  if (discount.rate > band) causes.push("beyond_band");
  if (discount.bearerId === operatorId && sellerId !== operatorId) causes.push("borne_by_operator");
  return causes;
}
