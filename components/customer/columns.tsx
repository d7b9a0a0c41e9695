import { Instant } from "@/components/date/instant";
import { Status } from "@/components/status/status";
import type { Column } from "@/components/table/columns";
import type { ListSpec } from "@/components/table/query";
import type { CsvColumn } from "@/server/core/csv";
import type { CustomerSeen } from "@/server/quote/read/customer";

export const customerSpec = { sort: "name", filters: ["mine", "partner"] } as const satisfies ListSpec;

export const customerColumns: readonly Column<CustomerSeen>[] = [
  { id: "name", header: "Customer", cell: ({ name }) => name, sortable: true },
  { id: "partner", header: "Partner", cell: ({ partnerName }) => partnerName, sortable: true },
  { id: "city", header: "Place", cell: ({ city, country }) => `${city}, ${country}` },
  { id: "currency", header: "Currency", cell: ({ currency }) => currency },
  { id: "quotes", header: "Quotes", cell: ({ quotes }) => quotes, align: "end" },
  { id: "status", header: "Status", cell: ({ status }) => <Status state={status} /> },
  { id: "email", header: "E-mail", cell: ({ email }) => email, hidden: true },
  {
    id: "createdAt",
    header: "Since",
    cell: ({ createdAt, timeZone }) => <Instant at={createdAt} timeZone={timeZone} show="day" />,
    sortable: true,
  },
];

/** The list of customers as a file. */
export const customerExport: readonly CsvColumn<CustomerSeen>[] = [
  { header: "Customer", cell: ({ name }) => name },
  { header: "Legal name", cell: ({ legalName }) => legalName },
  { header: "Partner", cell: ({ partnerName }) => partnerName },
  { header: "Street", cell: ({ street }) => street },
  { header: "Postcode", cell: ({ postcode }) => postcode },
  { header: "City", cell: ({ city }) => city },
  { header: "Country", cell: ({ country }) => country },
  { header: "Currency", cell: ({ currency }) => currency },
  { header: "Tax number", cell: ({ taxId }) => taxId },
  { header: "E-mail", cell: ({ email }) => email },
  { header: "Quotes", cell: ({ quotes }) => quotes },
  { header: "Since (UTC)", cell: ({ createdAt }) => createdAt.toISOString() },
];
