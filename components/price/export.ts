import type { CsvColumn } from "@/server/core/csv";
import type { PriceListListed } from "@/server/offer/price-page";
import { audienceWord } from "./words";

/** The list of price lists as a file. */
export const priceExport: readonly CsvColumn<PriceListListed>[] = [
  { header: "Price list", cell: ({ name }) => name },
  { header: "Kind", cell: ({ audience }) => audienceWord(audience) },
  { header: "Seller", cell: ({ sellerName }) => sellerName },
  { header: "For", cell: ({ readerName }) => readerName },
  { header: "Currency", cell: ({ currency }) => currency },
  { header: "In force", cell: ({ inForce }) => inForce },
  { header: "Planned", cell: ({ planned }) => (planned ? "yes" : "no") },
];
