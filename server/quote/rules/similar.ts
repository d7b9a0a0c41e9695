/** A discount that was decided, or is to be. */
export type Precedent = {
  readonly rate: bigint;
  readonly partnerId: string;
  readonly offerId: string;
  readonly decidedAt: Date | null;
};

/**
 * The decisions most like this one: of the same partner first, then of the same offer, then the closest
 * discount, then the newest.
 */
export function nearest<Past extends Precedent>(
  past: readonly Past[],
  asked: Omit<Precedent, "decidedAt">,
  count: number,
): readonly Past[] {
  const away = ({ rate }: Precedent) => (rate > asked.rate ? rate - asked.rate : asked.rate - rate);
  const other = (same: boolean) => (same ? 0 : 1);
  return [...past]
    .sort(
      (left, right) =>
        other(left.partnerId === asked.partnerId) - other(right.partnerId === asked.partnerId) ||
        other(left.offerId === asked.offerId) - other(right.offerId === asked.offerId) ||
        Number(away(left) - away(right)) ||
        (right.decidedAt?.getTime() ?? 0) - (left.decidedAt?.getTime() ?? 0),
    )
    .slice(0, count);
}
