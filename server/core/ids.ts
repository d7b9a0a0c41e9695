/** A name for one thing, safe to show: a prefix that tells its kind, then a time-ordered part. */
export type Id<Kind extends string> = string & { readonly kind: Kind };

export const prefixes = {
  operator: "opr",
  party: "pty",
  edge: "edg",
  agreement: "agr",
  agreementVersion: "agv",
  user: "usr",
  membership: "mbr",
  session: "ses",
  product: "prd",
  item: "itm",
  meter: "mtr",
  offer: "off",
  offerVersion: "ofv",
  component: "cmp",
  priceList: "prl",
  priceVersion: "prv",
  quote: "quo",
  quoteVersion: "qvn",
  quoteLine: "qln",
  quoteLeg: "qlg",
  approval: "apr",
  order: "ord",
  orderItem: "oit",
  orderLeg: "olg",
  task: "tsk",
  subscription: "sub",
  subscriptionItem: "sit",
  usageSource: "uso",
  usageFile: "ufl",
  usageMapping: "ump",
  ratedItem: "rti",
  billRun: "brn",
  invoice: "inv",
  invoiceLine: "iln",
  lineLeg: "llg",
  payment: "pay",
  ruleVersion: "rul",
  settlementLine: "stl",
  payoutRun: "prn",
  payout: "pyt",
  statement: "stm",
  event: "evt",
  run: "run",
  audit: "aud",
  rehearsal: "rhs",
} as const;

export type IdKind = keyof typeof prefixes;

export type OperatorId = Id<"operator">;
export type PartyId = Id<"party">;
export type UserId = Id<"user">;
export type MembershipId = Id<"membership">;
export type SessionId = Id<"session">;

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's base 32: no letter reads as a digit.
let last = 0n;

/**
 * A new id, e.g. `ord_01hzy…`: 48 bits of time in milliseconds and 72 random bits, in 24 characters.
 * Within one process, while the clock does not go back, ids never do, even inside a millisecond, so that
 * sorting by id is sorting by creation. Laid out as ULID (github.com/ulid/spec), less eight random bits.
 */
export function newId<Kind extends IdKind>(kind: Kind, now: Date): Id<Kind> {
  const random = crypto
    .getRandomValues(new Uint8Array(9))
    .reduce((bits, byte) => (bits << 8n) | BigInt(byte), 0n);
  const fresh = (BigInt(now.getTime()) << 72n) | random;
  const sameInstant = fresh >> 72n === last >> 72n;
  last = sameInstant && fresh <= last ? last + 1n : fresh;
  return `${prefixes[kind]}_${base32(last)}` as Id<Kind>;
}

function base32(value: bigint): string {
  return Array.from(
    { length: 24 },
    (_, place) => alphabet[Number((value >> BigInt((23 - place) * 5)) & 31n)],
  ).join("");
}
