"use client";

import { Columns3, Download, ListFilter, Search, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-look";
import { control, cx } from "@/components/ui/classes";
import { Menu, MenuCheck, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { Filter, Head } from "./columns";
import type { ListState } from "./list-state";

type Props = {
  label: string;
  heads: readonly Head[];
  shown: ReadonlySet<string>;
  search: string | null;
  filters: readonly Filter[];
  csv: string | null;
  state: ListState;
  narrowed: boolean;
};

export function Toolbar({ label, heads, shown, search, filters, csv, state, narrowed }: Props) {
  return (
    <div
      role="toolbar"
      aria-label={`${label}: search and filters`}
      className="flex flex-wrap items-center gap-2 p-2"
    >
      {search !== null && <SearchBox label={label} search={search} state={state} />}
      {filters.map((filter) => (
        <FilterMenu key={filter.name} filter={filter} state={state} />
      ))}
      {narrowed && (
        <Button look="quiet" size="sm" onClick={state.clear} icon={<X className="size-3.5" />}>
          Clear
        </Button>
      )}
      <div className="ml-auto flex sm:gap-2">
        <Menu
          trigger={
            <Button size="sm" look="quiet" icon={<Columns3 className="size-3.5" aria-hidden="true" />}>
              <span className="sr-only sm:not-sr-only">Columns</span>
            </Button>
          }
        >
          {heads.slice(1).map(({ id, header }) => (
            <MenuCheck key={id} checked={shown.has(id)} onCheckedChange={() => state.switchColumn(id)}>
              {header}
            </MenuCheck>
          ))}
        </Menu>
        {csv && (
          <a href={csv} download className={buttonClass({ look: "quiet", size: "sm" })}>
            <Download className="size-3.5" aria-hidden="true" />
            <span className="sr-only sm:not-sr-only">CSV</span>
          </a>
        )}
      </div>
    </div>
  );
}

function SearchBox({ label, search, state }: { label: string; search: string; state: ListState }) {
  const box = useRef<HTMLInputElement>(null);
  const { q } = state.asked;

  useEffect(() => {
    if (box.current && document.activeElement !== box.current) box.current.value = q;
  }, [q]);

  useEffect(() => {
    function reach(event: KeyboardEvent) {
      const busy = (event.target as Element).closest(
        "input, textarea, select, [contenteditable], [role=dialog]",
      );
      if (event.key !== "/" || busy) return;
      event.preventDefault();
      box.current?.focus();
    }
    window.addEventListener("keydown", reach);
    return () => window.removeEventListener("keydown", reach);
  }, []);

  return (
    <div className="relative w-full sm:w-72">
      <Search className="absolute top-2 left-2.5 size-3.5 text-muted" aria-hidden="true" />
      <input
        ref={box}
        type="search"
        defaultValue={q}
        onChange={(event) => state.search(event.target.value)}
        placeholder={`Search ${search}`}
        aria-label={`Search ${label}`}
        aria-keyshortcuts="/"
        className={cx(control, "h-7.5 pl-8 text-sm")}
      />
    </div>
  );
}

function FilterMenu({ filter, state }: { filter: Filter; state: ListState }) {
  const chosen = state.chosen[filter.name] ?? [];
  const names = filter.options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
  const told = names.length === 0 ? "" : names.length === 1 ? names[0] : `${names.length} chosen`;
  return (
    <Menu
      align="start"
      trigger={
        <Button size="sm" icon={<ListFilter className="size-3.5 text-muted" aria-hidden="true" />}>
          {filter.label}
          {told && <span className="font-normal text-river">{told}</span>}
        </Button>
      }
    >
      {filter.options.map(({ value, label }) => (
        <MenuCheck
          key={value}
          checked={chosen.includes(value)}
          onCheckedChange={(on) =>
            state.filter(filter.name, on ? [...chosen, value] : chosen.filter((other) => other !== value))
          }
        >
          {label}
        </MenuCheck>
      ))}
      {chosen.length > 0 && (
        <>
          <MenuSeparator />
          <MenuItem onClick={() => state.filter(filter.name, [])}>Clear</MenuItem>
        </>
      )}
    </Menu>
  );
}
