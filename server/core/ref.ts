import { z } from "zod";
import { type Id, type IdKind, type PartyId, prefixes } from "./ids";

/** An id of one kind, as input must spell it. */
export function idOf<Kind extends IdKind>(kind: Kind) {
  const isOne = (value: unknown) => hasPrefix(value, prefixes[kind]);
  return z.custom<Id<Kind>>(isOne, `That is not an id of the form ${prefixes[kind]}_….`);
}

/** A party's id; the operator is a party too, by its own prefix. */
export const partyIdOf = z.custom<PartyId>(
  (value) => hasPrefix(value, prefixes.party) || hasPrefix(value, prefixes.operator),
  "That is not the id of a party.",
);

function hasPrefix(value: unknown, prefix: string): boolean {
  return typeof value === "string" && value.startsWith(`${prefix}_`) && value.length < 64;
}
