import { PlaceTabs } from "@/components/page/place-tabs";

/** The same parties as a list, to search and sort, and as a tree. */
export function PartyViews({ base, here }: { base: string; here: "list" | "tree" }) {
  return (
    <PlaceTabs
      label="Ways to see them"
      places={[
        { label: "List", href: base, here: here === "list" },
        { label: "Tree", href: `${base}/tree`, here: here === "tree" },
      ]}
    />
  );
}
