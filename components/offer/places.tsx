import { PlaceTabs } from "@/components/page/place-tabs";

type Here = "offers" | "products" | "prices";

const places = [
  { label: "Offers", path: "offers", here: "offers", portals: ["/operator", "/partner"] },
  { label: "Products and items", path: "offers/products", here: "products", portals: ["/operator"] },
  { label: "Price lists", path: "prices", here: "prices", portals: ["/operator", "/partner"] },
] as const satisfies readonly { label: string; path: string; here: Here; portals: readonly string[] }[];

/** What is sold, what it is made of, and what it costs. */
export function OfferPlaces({ portal, here }: { portal: "/operator" | "/partner"; here: Here }) {
  return (
    <PlaceTabs
      label="Offers and prices"
      places={places
        .filter(({ portals }) => portals.some((each) => each === portal))
        .map((place) => ({ ...place, href: `${portal}/${place.path}`, here: place.here === here }))}
    />
  );
}
