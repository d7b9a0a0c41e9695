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
  const fresh = (BigInt(now.getTime()) << 72n) | random72();
  const sameInstant = fresh >> 72n === last >> 72n;
  last = sameInstant && fresh <= last ? last + 1n : fresh;
  return `${prefixes[kind]}_${base32(last)}` as Id<Kind>;
}

const random = new DataView(new ArrayBuffer(9 * 512));
let drawn = random.byteLength;

/** Drawn from the system some hundred at a time: a bill run makes ids by the hundred thousand. */
function random72(): bigint {
  if (drawn === random.byteLength) {
    crypto.getRandomValues(new Uint8Array(random.buffer));
    drawn = 0;
  }
  const bits = (random.getBigUint64(drawn) << 8n) | BigInt(random.getUint8(drawn + 8));
  drawn += 9;
  return bits;
}

/** Crockford's digits in place of those of `toString(32)`, which stand in the same order. */
function base32(value: bigint): string {
  let text = "";
  for (const digit of value.toString(32).padStart(24, "0")) text += alphabet[Number.parseInt(digit, 32)];
  return text;
}
