import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimal,
  decimalToText,
  ZERO,
} from "@/server/core/decimal";
import { EUR } from "@/server/core/money/currency";
import { segmentsOf } from "./price/graduated";
import { priceAmount } from "./rating";
import type { PinnedPrice, PriceTier } from "./vocabulary";

const anyQuantity = fc
  .tuple(fc.bigInt(0n, 10n ** 9n), fc.integer({ min: 0, max: 15 }))
  .map(([units, scale]) => decimal(`${units}E-${scale}`));
const anyPrice = fc
  .tuple(fc.bigInt(0n, 10n ** 6n), fc.integer({ min: 0, max: 12 }))
  .map(([units, scale]) => decimalToText(decimal(`${units}E-${scale}`)));

const anyTiers = (flat: fc.Arbitrary<string>) =>
  fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { maxLength: 5 }),
      fc.array(fc.tuple(anyPrice, flat), { minLength: 6, maxLength: 6 }),
    )
    .map(([bounds, prices]): readonly PriceTier[] => {
      const ends = [...bounds.sort((left, right) => left - right).map(String), null];
      return ends.map((upTo, index) => ({
        upTo,
        unitPrice: prices[index]?.[0] ?? "0",
        flat: prices[index]?.[1] ?? "0",
      }));
    });
const graduatedBy = (tiers: readonly PriceTier[]): PinnedPrice => ({
  model: "graduated",
  unitPrice: null,
  tiers,
});
const anyGraduated = anyTiers(anyPrice).map(graduatedBy);
const anyPinned = fc.oneof(
  anyGraduated,
  anyPrice.map((unitPrice): PinnedPrice => ({ model: "per_unit", unitPrice, tiers: null })),
  anyPrice.map((unitPrice): PinnedPrice => ({ model: "flat", unitPrice, tiers: null })),
);

describe("whatever the price", () => {
  test("more never costs less", () => {
    fc.assert(
      fc.property(anyPinned, anyQuantity, anyQuantity, (price, quantity, more) => {
        const less = priceAmount(price, { quantity }, EUR).exact;
        const all = priceAmount(price, { quantity: addDecimals(quantity, more) }, EUR).exact;
        expect(compareDecimals(less, all)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("the parts of a period add up exactly to the whole, however it is cut", () => {
    fc.assert(
      fc.property(anyPinned, fc.array(anyQuantity, { minLength: 1, maxLength: 6 }), (price, cuts) => {
        let before = ZERO;
        let charged = ZERO;
        cuts.forEach((quantity, index) => {
          const asked = { quantity, quantityBefore: before, continues: index > 0 };
          charged = addDecimals(charged, priceAmount(price, asked, EUR).exact);
          before = addDecimals(before, quantity);
        });
        expect(charged).toEqual(priceAmount(price, { quantity: before }, EUR).exact);
      }),
    );
  });

  test("a correction undoes exactly what it corrects", () => {
    fc.assert(
      fc.property(anyGraduated, anyQuantity, anyQuantity, (price, quantityBefore, quantity) => {
        const added = priceAmount(price, { quantity, quantityBefore, continues: true }, EUR).exact;
        const corrected = { units: -quantity.units, scale: quantity.scale };
        const all = addDecimals(quantityBefore, quantity);
        const undone = priceAmount(
          price,
          { quantity: corrected, quantityBefore: all, continues: true },
          EUR,
        ).exact;
        expect(addDecimals(added, undone)).toEqual(ZERO);
      }),
    );
  });
});

describe("whatever the tiers", () => {
  test("the working adds up to the amount", () => {
    fc.assert(
      fc.property(
        anyGraduated,
        anyQuantity,
        anyQuantity,
        fc.boolean(),
        (price, quantity, before, continues) => {
          const asked = { quantity, quantityBefore: continues ? before : ZERO, continues };
          const { exact, tiers } = priceAmount(price, asked, EUR);
          expect(tiers.map(({ cost }) => decimal(cost)).reduce(addDecimals, ZERO)).toEqual(exact);
          expect(tiers.map((tier) => decimal(tier.quantity)).reduce(addDecimals, ZERO)).toEqual(quantity);
        },
      ),
    );
  });

  test("without flat fees a bound is no step: a unit above it costs its own tier's price", () => {
    fc.assert(
      fc.property(anyTiers(fc.constant("0")), fc.nat(4), (tiers, place) => {
        const [below, above] = [tiers[place], tiers[place + 1]];
        fc.pre(below?.upTo !== undefined && below.upTo !== null && above !== undefined);
        const bound = decimal(below.upTo);
        const sliver = decimal("1E-15");
        const step = { quantity: sliver, quantityBefore: bound, continues: true };
        const cost = priceAmount(graduatedBy(tiers), step, EUR).exact;
        expect(cost).toEqual(priceAmount(perUnitAt(above.unitPrice), { quantity: sliver }, EUR).exact);
      }),
    );
  });

  test("whole units cost what counting them one by one costs", () => {
    fc.assert(
      fc.property(anyGraduated, fc.integer({ min: 0, max: 400 }), (price, count) => {
        expect(priceAmount(price, { quantity: decimal(String(count)) }, EUR).exact).toEqual(
          counted(price, count),
        );
      }),
    );
  });

  test("the segments say the same with one multiplication", () => {
    fc.assert(
      fc.property(anyTiers(anyPrice), anyQuantity, (tiers, quantity) => {
        const reached = segmentsOf(tiers).find(
          ({ upTo }) => upTo === null || compareDecimals(quantity, upTo) <= 0,
        );
        const rest = { units: 0n, scale: 0, ...reached };
        const inside = addDecimals(quantity, {
          units: -(rest.from?.units ?? 0n),
          scale: rest.from?.scale ?? 0,
        });
        const own = priceAmount(
          perUnitAt(decimalToText(rest.unitPrice ?? ZERO)),
          { quantity: inside },
          EUR,
        ).exact;
        const whole = priceAmount(graduatedBy(tiers), { quantity }, EUR).exact;
        expect(addDecimals(rest.base ?? ZERO, own)).toEqual(whole);
      }),
    );
  });
});

function perUnitAt(unitPrice: string): PinnedPrice {
  return { model: "per_unit", unitPrice, tiers: null };
}

/** Unit by unit, each at its tier's price, and every flat fee on the way. */
function counted({ tiers }: PinnedPrice, count: number): Decimal {
  let cost = decimal(tiers?.[0]?.flat ?? "0");
  let place = 0;
  for (let unit = 1; unit <= count; unit += 1) {
    const end = tiers?.[place]?.upTo;
    if (end && unit > Number(end)) {
      place += 1;
      cost = addDecimals(cost, decimal(tiers?.[place]?.flat ?? "0"));
    }
    cost = addDecimals(cost, decimal(tiers?.[place]?.unitPrice ?? "0"));
  }
  return cost;
}
