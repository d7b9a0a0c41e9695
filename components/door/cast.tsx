import { ArrowRight } from "lucide-react";
import { initialsOf, kindWord, roleWord } from "@/components/shell/words";
import { cx } from "@/components/ui/classes";

export type CastPart = {
  readonly userId: string;
  readonly name: string;
  readonly partyName: string;
  readonly partyKind: string;
  readonly role: string;
};

/** The people of the demo, by organisation; one click signs in as one of them. */
export function Cast({ parts, to }: { parts: readonly CastPart[]; to: string }) {
  const people = grouped(parts, ({ userId }) => userId).map(([, held]) => held);
  const houses = grouped(people, ([first]) => first?.partyName ?? "");
  return (
    <section className="grid gap-3" aria-labelledby="cast">
      <div>
        <h2 id="cast" className="text-lg font-semibold">
          Or come in as one of the cast
        </h2>
        <p className="text-sm text-muted">
          This is the demo world: everything in it is made up, and everything in it can be tried.
        </p>
      </div>
      <div className="columns-1 gap-3 sm:columns-2">
        {houses.map(([house, members]) => (
          <div key={house} className="mb-3 break-inside-avoid rounded-lg border border-line bg-surface">
            <h3 className="flex items-baseline justify-between gap-3 px-3 pt-2.5 pb-1">
              <span className="font-semibold">{house}</span>
              <span className="caption">{kindWord(members[0]?.[0]?.partyKind ?? "")}</span>
            </h3>
            <ul className="p-1 pt-0">
              {members.map((held) => (
                <li key={held[0]?.userId}>
                  <Person parts={held} to={to} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

function Person({ parts, to }: { parts: readonly CastPart[]; to: string }) {
  const [first, ...others] = parts;
  if (!first) return null;
  return (
    <form method="post" action="/api/auth/cast">
      <input type="hidden" name="to" value={to} />
      <button
        type="submit"
        name="user"
        value={first.userId}
        className="group flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left hover:bg-sunken"
      >
        <span aria-hidden="true" className={round}>
          {initialsOf(first.name)}
        </span>
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{first.name}</span>
          <span className="block text-xs text-muted">
            {roleWord(first.role)}
            {others.length > 0 && `, also at ${others.map(({ partyName }) => partyName).join(", ")}`}
          </span>
        </span>
        <ArrowRight className="size-4 text-faint group-hover:text-river" aria-hidden="true" />
      </button>
    </form>
  );
}

const round = cx(
  "grid size-7 shrink-0 place-items-center rounded-full",
  "bg-river-soft text-xs font-semibold text-river-deep",
);

/** The items by key, both in the order in which they came. */
function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): [key: string, items: Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups];
}
