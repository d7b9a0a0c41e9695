"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTRPC } from "@/components/api/client";
import { wordOf } from "@/components/status/tones";
import { routeOf } from "@/components/ui/anchor";
import { cx, popupItem, veil } from "@/components/ui/classes";
import type { Navigation } from "./types";

type Props = { navigation: Navigation; open: boolean; onOpenChange: (open: boolean) => void };

type Place = {
  readonly value: string;
  readonly label: string;
  readonly detail: string;
  readonly href: string;
};
type Group = { readonly value: string; readonly items: readonly Place[] };

/** Goes anywhere by name: a page of the portal, or a thing found by its number, customer or party. */
export function Palette({ navigation, open, onOpenChange }: Props) {
  const [typed, setTyped] = useState("");
  const { groups, looking } = usePlaces(navigation, typed, open);
  const router = useRouter();

  function go({ href }: Place) {
    onOpenChange(false);
    setTyped("");
    router.push(routeOf(href));
  }

  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={veil} />
        <Dialog.Viewport className="fixed inset-0 z-50 flex items-start justify-center px-3 pt-[12dvh]">
          <Dialog.Popup aria-label="Search or go to" className={sheet}>
            <Autocomplete.Root
              open
              inline
              items={groups}
              filter={null}
              value={typed}
              onValueChange={setTyped}
              autoHighlight="always"
              keepHighlight
              itemToStringValue={(place: Place) => place.label}
            >
              <Autocomplete.Input
                aria-label="Search or go to"
                placeholder="Number, customer, partner, or a page…"
                className={entry}
              />
              <Autocomplete.Status className="sr-only">{looking ? "Searching" : ""}</Autocomplete.Status>
              <div className="max-h-[50dvh] overflow-y-auto border-t border-line p-1.5">
                <Autocomplete.Empty>
                  <p className="p-3 text-muted">
                    {looking ? "Searching…" : typed === "" ? "" : `Nothing is called “${typed}”.`}
                  </p>
                </Autocomplete.Empty>
                <Autocomplete.List>
                  {(group: Group) => <Places key={group.value} group={group} go={go} />}
                </Autocomplete.List>
              </div>
            </Autocomplete.Root>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Places({ group, go }: { group: Group; go: (place: Place) => void }) {
  return (
    <Autocomplete.Group items={group.items} className="not-last:mb-1.5">
      <Autocomplete.GroupLabel className="caption px-2 py-1">{group.value}</Autocomplete.GroupLabel>
      <Autocomplete.Collection>
        {(place: Place) => (
          <Autocomplete.Item key={place.value} value={place} onClick={() => go(place)} className={popupItem}>
            <span className="min-w-0 flex-1 truncate">{place.label}</span>
            <span className="truncate text-xs text-muted">{place.detail}</span>
          </Autocomplete.Item>
        )}
      </Autocomplete.Collection>
    </Autocomplete.Group>
  );
}

/** Pages at once, by their name; things of the network as soon as the typing rests. */
function usePlaces(navigation: Navigation, typed: string, open: boolean) {
  const trpc = useTRPC();
  const q = useRested(typed.trim());
  const found = useQuery({
    ...trpc.search.global.queryOptions({ q }),
    enabled: open && q.length >= 2,
    placeholderData: keepPreviousData,
  });
  const pages = [navigation.home, ...navigation.stages, ...navigation.more]
    .filter(({ label }) => label.toLowerCase().includes(typed.trim().toLowerCase()))
    .map(({ label, href }) => ({ value: href, label, detail: "Page", href }));
  const hits = q.length >= 2 ? (found.data?.hits ?? []) : [];
  const things = hits.map(({ kind, id, title, subtitle, href }) => ({
    value: id,
    label: title,
    detail: subtitle ? `${wordOf(kind)} · ${subtitle}` : wordOf(kind),
    href,
  }));
  const groups: Group[] = [
    { value: "Found", items: things },
    { value: "Go to", items: pages },
  ].filter(({ items }) => items.length > 0);
  return { groups, looking: found.isFetching || q !== typed.trim() };
}

function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), 180);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

const entry = "h-12 w-full rounded-t-lg bg-transparent px-4 text-lg outline-none placeholder:text-muted";

const sheet = cx(
  "w-full max-w-xl rounded-lg border border-line bg-raised text-ink shadow-lg outline-none",
  "transition-opacity duration-100 data-starting-style:opacity-0 data-ending-style:opacity-0",
);
