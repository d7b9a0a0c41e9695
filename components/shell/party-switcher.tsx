"use client";

import { ChevronsUpDown } from "lucide-react";
import { useTRPCClient } from "@/components/api/client";
import { Menu, MenuGroup, MenuItem } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import type { ShellMembership } from "./types";
import { kindWord, roleWord } from "./words";

/** For whom one acts now; for people in several organisations, the way to another. */
export function PartySwitcher({ memberships }: { memberships: readonly ShellMembership[] }) {
  const client = useTRPCClient();
  const toast = useToast();
  const active = memberships.find((membership) => membership.active);
  if (!active) return null;
  if (memberships.length === 1) {
    return (
      <span className={`${chip} cursor-default`}>
        <PartyName membership={active} />
      </span>
    );
  }

  async function act(membership: ShellMembership) {
    if (membership.active) return;
    try {
      const { portal } = await client.session.switchTo.mutate({ membershipId: membership.id });
      window.location.assign(`/${portal}`); // Everything on screen belonged to another organisation.
    } catch (error) {
      toast.refused("The organisation was not switched", error instanceof Error ? error.message : "");
    }
  }

  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className={`${chip} hover:bg-sunken`}>
          <PartyName membership={active} />
          <span className="sr-only">: act for another</span>
          <ChevronsUpDown className="size-3.5 text-muted" aria-hidden="true" />
        </button>
      }
    >
      <MenuGroup label="Act for">
        {memberships.map((membership) => (
          <MenuItem key={membership.id} onClick={() => act(membership)}>
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{membership.partyName}</span>
              <span className="text-xs text-muted">
                {kindWord(membership.partyKind)} · {roleWord(membership.role)}
              </span>
            </span>
            {membership.active && <span className="text-xs text-river">now</span>}
          </MenuItem>
        ))}
      </MenuGroup>
    </Menu>
  );
}

function PartyName({ membership }: { membership: ShellMembership }) {
  return (
    <>
      <span className="max-w-32 min-w-0 text-left leading-tight sm:max-w-56">
        <span className="block truncate font-semibold">{membership.partyName}</span>
        <span className="block text-xs text-muted sm:hidden">{kindWord(membership.partyKind)}</span>
      </span>
      <span className="hidden rounded-sm bg-sunken px-1.5 text-xs font-medium text-muted sm:inline">
        {kindWord(membership.partyKind)}
      </span>
    </>
  );
}

const chip = "flex h-8 min-w-0 items-center gap-2 rounded-md px-2 text-base";
