import { PlaceTabs } from "@/components/page/place-tabs";

const operator = ["files", "parked", "subscriptions", "accounts", "meters"] as const;
const supplier = ["files", "parked"] as const;

export type UsagePlace = (typeof operator)[number];

const places: Readonly<Record<UsagePlace, readonly [label: string, path: string]>> = {
  files: ["Files", ""],
  parked: ["Parked rows", "/parked"],
  subscriptions: ["Subscriptions", "/subscriptions"],
  accounts: ["Accounts", "/accounts"],
  meters: ["Meters", "/meters"],
};

/** The sides of usage, as far as the portal has them. */
export function UsagePlaces({ base, here }: { base: "/operator" | "/supplier"; here: UsagePlace }) {
  const shown: readonly UsagePlace[] = base === "/operator" ? operator : supplier;
  return (
    <PlaceTabs
      label="Usage"
      places={shown.map((place) => {
        const [label, path] = places[place];
        return { label, href: `${base}/usage${path}`, here: place === here };
      })}
    />
  );
}
