import { createHash } from "node:crypto";

/** Everything that an entry says, as it is kept. */
export type EntryFacts = {
  readonly id: string;
  readonly operatorId: string;
  readonly code: string;
  readonly summary: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly actorPartyId: string;
  readonly role: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly correlation: string;
  readonly happenedAt: Date;
};

export type Seal = {
  /** From 1, without a gap, for each operator. */
  readonly sequence: bigint;
  readonly entryId: string;
  /** Of the entry alone: SHA-256 in hex. */
  readonly digest: string;
  /** Of the digest and everything that was sealed before it: SHA-256 in hex. */
  readonly hash: string;
};

/** Where a chain stands: nothing is sealed at 0. */
export type Tip = { readonly sequence: bigint; readonly hash: string };

export const noTip: Tip = { sequence: 0n, hash: "" };

/**
 * The digest of an entry: SHA-256 over its facts as JSON with the names of every object in order, no white
 * space and times as ISO 8601 in UTC, which is how RFC 8785 writes JSON of texts, whole numbers and lists.
 */
export function digestOf(entry: EntryFacts): string {
  const { id, operatorId, code, summary, actorId, actorName, actorPartyId, role } = entry;
  const { objectKind, objectId, before, after, correlation, happenedAt } = entry;
  return sha256(
    canonical({
      ...{ id, operatorId, code, summary, actorId, actorName, actorPartyId, role },
      ...{ objectKind, objectId, before, after, correlation, happenedAt: happenedAt.toISOString() },
    }),
  );
}

/** One more link: what came before, the number and the digest, each on a line of its own, hashed together. */
export function link(tip: Tip, { id, ...facts }: EntryFacts): Seal {
  const sequence = tip.sequence + 1n;
  const digest = digestOf({ id, ...facts });
  return { sequence, entryId: id, digest, hash: hashOf(tip.hash, sequence, digest) };
}

export type Sealed = { readonly seal: Seal; readonly entry: EntryFacts | null };

/** Why a link does not hold, or null: the first reason is the one to look into. */
export function faultOf(tip: Tip, { seal, entry }: Sealed): string | null {
  if (seal.sequence !== tip.sequence + 1n) return `number ${tip.sequence + 1n} is missing from the chain`;
  if (entry === null) return "the entry that was sealed is gone";
  if (digestOf(entry) !== seal.digest) return "the entry says something else than when it was sealed";
  if (hashOf(tip.hash, seal.sequence, seal.digest) !== seal.hash)
    return "its seal does not follow from what was sealed before it";
  return null;
}

function hashOf(before: string, sequence: bigint, digest: string): string {
  return sha256(`${before}\n${sequence}\n${digest}`);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(",")}}`;
}
