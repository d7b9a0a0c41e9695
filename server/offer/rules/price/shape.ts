import { compareDecimals, decimalToText, isZero } from "@/server/core/decimal";
import { unitPrice } from "@/server/core/price";
import { quantity } from "@/server/core/quantity";
import { Refusal } from "@/server/core/refusal";
import type { PinnedPrice, PriceTier } from "../vocabulary";

/** A price as somebody wrote it, in its shortest exact form, or a refusal that says what to correct. */
export function readPrice(written: PinnedPrice): PinnedPrice {
  if (written.model === "graduated") {
    if (!written.tiers || written.tiers.length === 0) throw new Refusal("INVALID", "Give at least one tier.");
    return { model: "graduated", unitPrice: null, tiers: readTiers(written.tiers) };
  }
  if (written.unitPrice === null) throw new Refusal("INVALID", "Give the price.");
  return { model: written.model, unitPrice: decimalToText(unitPrice(written.unitPrice)), tiers: null };
}

function readTiers(tiers: readonly PriceTier[]): readonly PriceTier[] {
  const read = tiers.map((tier) => ({
    upTo: tier.upTo === null ? null : quantity(tier.upTo),
    unitPrice: decimalToText(unitPrice(tier.unitPrice)),
    flat: decimalToText(unitPrice(tier.flat)),
  }));
  read.forEach(({ upTo }, index) => {
    const place = `Tier ${index + 1}`;
    const isLast = index === read.length - 1;
    if (isLast !== (upTo === null)) {
      throw new Refusal(
        "INVALID",
        isLast ? `${place} is the last: leave its end open.` : `${place} is not the last: give its end.`,
      );
    }
    if (upTo === null) return;
    const below = read[index - 1]?.upTo;
    if (upTo.units < 0n || isZero(upTo) || (below && compareDecimals(upTo, below) <= 0)) {
      throw new Refusal("INVALID", `${place} must end above where it begins.`);
    }
  });
  return read.map((tier) => ({ ...tier, upTo: tier.upTo && decimalToText(tier.upTo) }));
}
