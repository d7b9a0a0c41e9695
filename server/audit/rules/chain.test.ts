import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestOf, type EntryFacts, faultOf, link, noTip, type Sealed } from "./chain";

const entry: EntryFacts = {
  ...{ id: "aud_1", operatorId: "opr_1", code: "quote.version.accepted", summary: "Accepted Q-1" },
  ...{ actorId: "usr_1", actorName: "Casey", actorPartyId: "pty_1", role: "partner_sales" },
  ...{ objectKind: "quote", objectId: "quo_1", before: { b: "1", a: [1, null] }, after: null },
  ...{ correlation: "request-1", happenedAt: new Date("2026-03-01T12:00:00.123Z") },
};

describe("the digest of an entry", () => {
  test("does not turn on the order in which names are kept", () => {
    expect(digestOf({ ...entry, before: { a: [1, null], b: "1" } })).toBe(digestOf(entry));
  });

  test("is that of the canonical text, worked out apart from this code", () => {
    // printf '%s' '{"actorId":"usr_1",…}' | sha256sum
    expect(digestOf(entry)).toBe("c641bec02391fac2cbf53f02aa1e85eddf0905255ccbab56492f3953b6d266c3");
  });

  test.each(Object.keys(entry) as (keyof EntryFacts)[])("turns on its %s", (name) => {
    const other = name === "happenedAt" ? new Date(0) : "something else";
    expect(digestOf({ ...entry, [name]: other })).not.toBe(digestOf(entry));
  });
});

function chainOf(summaries: readonly string[]): Sealed[] {
  let tip = noTip;
  return summaries.map((summary, index) => {
    const each = { ...entry, id: `aud_${index}`, summary };
    const seal = link(tip, each);
    tip = seal;
    return { seal, entry: each };
  });
}

function firstFault(chain: readonly Sealed[]): number | null {
  let tip = noTip;
  for (const [index, sealed] of chain.entries()) {
    if (faultOf(tip, sealed) !== null) return index;
    tip = sealed.seal;
  }
  return null;
}

describe("whatever was written, a chain", () => {
  const anyChain = fc.array(fc.string(), { minLength: 2, maxLength: 20 }).map(chainOf);
  const place = fc.nat();

  test("holds as it was made", () => {
    fc.assert(fc.property(anyChain, (chain) => firstFault(chain) === null));
  });

  test("breaks at the entry that was changed, lost or taken out", () => {
    fc.assert(
      fc.property(anyChain, place, (chain, any) => {
        const at = any % chain.length;
        const target = chain[at] as Sealed;
        const changed = { ...target, entry: { ...(target.entry as EntryFacts), summary: "forged!" } };
        const resealed = { ...changed, seal: link(noTip, changed.entry) };
        for (const forged of [changed, { ...target, entry: null }]) {
          expect(firstFault(chain.with(at, forged))).toBe(at);
        }
        if (at > 0) expect(firstFault(chain.with(at, resealed))).toBe(at);
        if (at < chain.length - 1) expect(firstFault(chain.toSpliced(at, 1))).toBe(at);
      }),
    );
  });
});
