/** A validity as it is stored: from its first instant up to, and without, its last; null is without end. */
export type Validity = { readonly validFrom: Date; readonly validTo: Date | null };

export function isValidAt({ validFrom, validTo }: Validity, at: Date): boolean {
  return validFrom <= at && (validTo === null || at < validTo);
}

/** Whether two validities share an instant. */
export function validitiesOverlap(left: Validity, right: Validity): boolean {
  const leftEndsFirst = left.validTo !== null && left.validTo <= right.validFrom;
  const rightEndsFirst = right.validTo !== null && right.validTo <= left.validFrom;
  return !leftEndsFirst && !rightEndsFirst;
}
