import { wordOf } from "@/components/status/tones";
import type { CsvColumn } from "@/server/core/csv";
import type { PartyListed } from "@/server/party/list";
import { kindWord, modelWord } from "./words";

/** The list of parties as a file. */
export const partyExport: readonly CsvColumn<PartyListed>[] = [
  { header: "Party", cell: ({ name }) => name },
  { header: "Kind", cell: ({ kind }) => kindWord(kind) },
  { header: "Status", cell: ({ status }) => wordOf(status) },
  { header: "Below", cell: ({ parentName }) => parentName },
  { header: "Trades", cell: ({ model }) => modelWord(model) },
  { header: "Customers", cell: ({ customers }) => customers },
  { header: "Country", cell: ({ country }) => country },
  { header: "Currency", cell: ({ currency }) => currency },
  { header: "Joined", cell: ({ createdAt }) => createdAt.toISOString() },
];
