import { wordOf } from "@/components/status/tones";
import type { CsvColumn } from "@/server/core/csv";
import type { ItemListed, OfferListed } from "@/server/offer/list";
import { recipeText } from "./columns";
import { chargeWord } from "./words";

/** The list of offers as a file. */
export const offerExport: readonly CsvColumn<OfferListed>[] = [
  { header: "Offer", cell: ({ name }) => name },
  { header: "Code", cell: ({ code }) => code },
  { header: "Family", cell: ({ family }) => family },
  { header: "Version", cell: ({ number }) => number },
  { header: "Newest version", cell: ({ status }) => wordOf(status) },
  { header: "On sale", cell: ({ onSale }) => (onSale ? "yes" : "no") },
  { header: "Term (months)", cell: ({ termMonths }) => termMonths },
  { header: "First published", cell: ({ publishedAt }) => publishedAt?.toISOString() },
  { header: "What it is", cell: ({ summary }) => summary },
];

/** The list of items as a file. */
export const itemExport: readonly CsvColumn<ItemListed>[] = [
  { header: "Item", cell: ({ name }) => name },
  { header: "SKU", cell: ({ sku }) => sku },
  { header: "Product", cell: ({ productName }) => productName },
  { header: "Family", cell: ({ family }) => family },
  { header: "Supplier", cell: ({ supplierName }) => supplierName },
  { header: "Charged", cell: ({ charge }) => chargeWord(charge) },
  { header: "Unit", cell: ({ unit }) => unit },
  { header: "Meter", cell: ({ meterName }) => meterName },
  { header: "Tax class", cell: ({ taxClass }) => taxClass },
  { header: "Fulfilled by", cell: ({ recipe }) => recipeText(recipe) },
];
