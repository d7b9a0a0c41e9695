import { Anchor } from "@/components/ui/anchor";
import { cx } from "@/components/ui/classes";

export type Place = { readonly label: string; readonly href: string; readonly here: boolean };

/** Pages that belong together, each with an address of its own. For sides of one thing, use `Tabs`. */
export function PlaceTabs({ label, places }: { label: string; places: readonly Place[] }) {
  return (
    <nav aria-label={label} className="overflow-x-auto border-b border-line">
      <ul className="flex w-max gap-1">
        {places.map(({ label: name, href, here }) => (
          <li key={href}>
            <Anchor href={href} aria-current={here ? "page" : undefined} className={tab}>
              {name}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const tab = cx(
  "flex h-9 items-center border-b-2 border-transparent px-2.5 font-medium whitespace-nowrap text-muted",
  "hover:text-ink aria-[current=page]:border-river aria-[current=page]:text-ink",
  "focus-visible:-outline-offset-2",
);
