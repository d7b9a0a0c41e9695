import type { Profile } from "@/server/party/input";

type Written = readonly [
  legalName: string,
  taxId: string | null,
  street: string,
  postcode: string,
  city: string,
];

/** What documents print about each of the cast. All of it is made up. */
const written: Readonly<Record<string, Written>> = {
  meridian: ["Meridian Telecom SE", "DE811234567", "Kaiserstraße 40", "60329", "Frankfurt am Main"],
  nimbus: ["Nimbus Cloud Ltd.", "IE6388047V", "12 Grand Canal Quay", "D02", "Dublin"],
  castellan: ["Castellan Security B.V.", "NL004495445B01", "Prinsengracht 220", "1016 HD", "Amsterdam"],
  fieldline: ["Fieldline Crew GmbH", "DE136695976", "Werftstraße 8", "24143", "Kiel"],
  cloudbay: ["CloudBay Marketplace B.V.", "NL853746333B01", "Coolsingel 93", "3012 AE", "Rotterdam"],
  alpine: ["Alpine Distribution GmbH", "ATU13585627", "Brünner Straße 5", "1210", "Wien"],
  harbor: ["Blue Harbor IT GmbH", "DE129273398", "Am Sandtorkai 30", "20457", "Hamburg"],
  creek: ["Little Creek Systems UG", "DE115235681", "Bachweg 3", "21335", "Lüneburg"],
  northgate: ["Northgate Distribution B.V.", "NL813451233B01", "Stationsplein 1", "3818 LE", "Amersfoort"],
  redwood: ["Redwood Networks Inc.", null, "400 Congress Street", "04101", "Portland, ME"],
  orchard: ["Orchard Foods GmbH", "DE143593636", "Obstmarkt 14", "90403", "Nürnberg"],
  tidewater: ["Tidewater Logistics B.V.", "NL820646660B01", "Waalhaven 77", "3087 BM", "Rotterdam"],
  summit: ["Summit Outdoor LLC", null, "15 Church Street", "05401", "Burlington, VT"],
};

export function address(key: string, name: string): Profile {
  const [legalName, taxId, street, postcode, city] = written[key] ?? [
    name,
    null,
    "Market 1",
    "10115",
    "Berlin",
  ];
  return { legalName, taxId, street, postcode, city, email: `desk@${key}.example` };
}

/** Where those who are paid are paid. The numbers are the published examples of each country. */
export const accounts: Readonly<Record<string, { readonly iban: string; readonly bic: string | null }>> = {
  nimbus: { iban: "IE29AIBK93115212345678", bic: "AIBKIE2D" },
  castellan: { iban: "NL91ABNA0417164300", bic: "ABNANL2A" },
  fieldline: { iban: "DE89370400440532013000", bic: "COBADEFF" },
  cloudbay: { iban: "NL91ABNA0417164300", bic: "ABNANL2A" },
  alpine: { iban: "AT611904300234573201", bic: "BKAUATWW" },
  harbor: { iban: "DE89370400440532013000", bic: "COBADEFF" },
  creek: { iban: "DE89370400440532013000", bic: "COBADEFF" },
  northgate: { iban: "NL91ABNA0417164300", bic: "ABNANL2A" },
  redwood: { iban: "000123456789", bic: "CHASUS33" },
};
