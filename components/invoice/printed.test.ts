import { Font, renderToBuffer } from "@react-pdf/renderer";
import { describe, expect, test } from "vitest";
import type { Id } from "@/server/core/ids";
import { EUR } from "@/server/core/money/currency";
import { money } from "@/server/core/money/money";
import type { InvoiceDetail } from "@/server/invoice/read/invoice";
import { InvoiceDocument, paperFont } from "./document";
import { printedInvoice } from "./printed";

const euros = (minor: bigint) => money(minor, EUR);
const at = (text: string) => new Date(text);
const party = (legalName: string, taxId: string | null) => {
  return { legalName, taxId, street: "Hafenstraße 1", postcode: "20457", city: "Hamburg", country: "DE" };
};

const march = { from: at("2026-03-09T23:00:00Z"), to: at("2026-03-31T22:00:00Z") };
const line: InvoiceDetail["lines"][number] = {
  ...{ id: "iln_1" as Id<"invoiceLine">, position: 1, description: "Cloud", charge: "usage" },
  ...{ quantity: "1110.000000000000000", unit: "GB-hour", ...march, ratedItemId: "rti_1" as Id<"ratedItem"> },
  ...{ listAmount: euros(111_050n), discount: euros(5_553n), net: euros(105_497n), tax: euros(20_044n) },
  ...{ taxCategory: "S", taxRate: 190_000n, paidNet: euros(0n) },
};

const invoice: InvoiceDetail = {
  ...{ id: "inv_1" as Id<"invoice">, number: "INV-000042", status: "partially_paid", ...march },
  ...{ timeZone: "Europe/Berlin", currency: EUR, issuedAt: at("2026-04-01T05:00:00Z") },
  ...{ dueAt: at("2026-04-15T05:00:00Z"), net: euros(105_497n), tax: euros(20_044n), gross: euros(125_541n) },
  ...{ paid: euros(25_541n), open: euros(100_000n), isOverdue: false, today: "2026-04-02" },
  ...{ seller: party("Blue Harbor IT GmbH", "DE123"), sellerId: "pty_1" as InvoiceDetail["sellerId"] },
  ...{ customer: party("Orchard Foods Łódź", null), customerId: "pty_2" as InvoiceDetail["customerId"] },
  ...{ readerId: null, billRunId: "brn_1" as Id<"billRun">, billRunNumber: null, subscriptionId: null },
  ...{ subscriptionNumber: "SUB-1", offerName: "Secure Branch", orderId: null, orderNumber: "ORD-1" },
  lines: [line],
  taxes: [
    { category: "S", rate: 190_000n, base: euros(105_497n), tax: euros(20_044n), note: null },
    { category: "AE", rate: 0n, base: euros(0n), tax: euros(0n), note: "Reverse charge." },
  ],
  payments: [
    {
      ...{ id: "pay_1" as Id<"payment">, amount: euros(25_541n), reference: "E2E" },
      ...{ receivedAt: at("2026-04-02T00:00:00Z"), recordedByName: "Ada" },
    },
  ],
};

describe("a printed invoice", () => {
  const printed = printedInvoice(invoice);

  test("names both parties with their addresses and tax ids", () => {
    expect(printed.seller).toEqual([
      "Blue Harbor IT GmbH",
      "Hafenstraße 1",
      "20457 Hamburg",
      "DE",
      "Tax id DE123",
    ]);
    expect(printed.customer[0]).toBe("Orchard Foods Łódź");
    expect(printed.customer).toHaveLength(4);
  });

  test("tells days where the customer is, the last day included", () => {
    expect(printed.facts.map(([, value]) => value)).toEqual([
      "1 Apr 2026",
      "15 Apr 2026",
      "10 Mar 2026 – 31 Mar 2026",
      "ORD-1",
      "SUB-1",
    ]);
  });

  test("shows each line with its list price, discount, net and tax", () => {
    expect(printed.lines).toEqual([
      {
        ...{
          position: "1",
          description: "Cloud",
          period: "10 Mar 2026 – 31 Mar 2026",
          quantity: "1,110 GB-hour",
        },
        ...{ list: "1,110.50", discount: "55.53", net: "1,054.97", tax: "S 19 %" },
      },
    ]);
  });

  test("adds up to what is open, tax by category with its reason", () => {
    expect(printed.sums).toEqual([
      ["Net", "EUR 1,054.97"],
      ["Tax S, 19 % of EUR 1,054.97", "EUR 200.44"],
      ["Tax AE, 0 % of EUR 0.00", "EUR 0.00"],
      ["Total", "EUR 1,255.41"],
      ["Paid", "EUR 255.41"],
      ["Open", "EUR 1,000.00"],
    ]);
    expect(printed.notes).toEqual(["AE: Reverse charge."]);
  });

  test("is a PDF, of several pages if it must be", async () => {
    const fonts = "node_modules/geist/dist/fonts/geist-sans";
    Font.register({
      family: paperFont,
      fonts: [{ src: `${fonts}/Geist-Regular.ttf` }, { src: `${fonts}/Geist-SemiBold.ttf`, fontWeight: 600 }],
    });
    const [first] = printed.lines;
    const many = Array.from({ length: 80 }, (_, index) => ({ ...first, position: String(index + 1) }));
    const lines = many as typeof printed.lines;
    const bytes = await renderToBuffer(InvoiceDocument({ printed: { ...printed, lines } }));
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(bytes.toString("latin1")).toMatch(/\/Count [3-9]/);
  }, 30_000);
});
