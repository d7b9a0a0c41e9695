import { Status } from "@/components/status/status";
import { Anchor } from "@/components/ui/anchor";
import { Badge } from "@/components/ui/badge";
import type { PartyListed } from "@/server/party/list";
import { Fold } from "./fold";
import { kindWord, modelWord } from "./words";

type Branch = { readonly party: PartyListed; readonly below: readonly Branch[] };

/** Who stands below whom, from the top down; every branch can be folded. `base` is the portal's list. */
export function PartyTree({ parties, base }: { parties: readonly PartyListed[]; base: string }) {
  return (
    <div className="overflow-x-auto rounded-lg border border-line bg-surface px-3 py-2">
      <Branches branches={branchesOf(parties)} base={base} label="Partners and suppliers" />
    </div>
  );
}

function Branches({ branches, base, label }: { branches: readonly Branch[]; base: string; label: string }) {
  return (
    <ul aria-label={label} className="grid min-w-max">
      {branches.map(({ party, below }) => (
        <li key={party.id}>
          {below.length === 0 ? (
            <div className="pl-5.5">
              <Line party={party} base={base} />
            </div>
          ) : (
            <Fold label={`Below ${party.name}`} line={<Line party={party} base={base} />}>
              <Branches branches={below} base={base} label={`Below ${party.name}`} />
            </Fold>
          )}
        </li>
      ))}
    </ul>
  );
}

function Line({ party, base }: { party: PartyListed; base: string }) {
  const { id, name, kind, status, model, customers, currency } = party;
  return (
    <span className="flex items-center gap-x-3 py-1 whitespace-nowrap">
      <Anchor href={`${base}/${id}`} className="font-medium hover:text-river">
        {name}
      </Anchor>
      <Badge>{kindWord(kind)}</Badge>
      {status !== "active" && <Status state={status} />}
      <span className="text-sm text-muted">
        {[model && modelWord(model), currency, customers > 0 && countOf(customers)]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </span>
  );
}

function countOf(customers: number): string {
  return customers === 1 ? "1 customer" : `${customers} customers`;
}

/** Parties come in the order of their paths, each after the one it stands below. */
function branchesOf(parties: readonly PartyListed[]): readonly Branch[] {
  const known = new Set(parties.map(({ id }) => id as string));
  const tops = parties.filter(({ parentId }) => parentId === null || !known.has(parentId));
  const grow = (party: PartyListed): Branch => ({
    party,
    below: parties.filter(({ parentId }) => parentId === party.id).map(grow),
  });
  return tops.map(grow);
}
