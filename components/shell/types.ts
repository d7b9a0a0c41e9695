import type { MembershipId } from "@/server/core/ids";

/** Who is signed in, as the shell shows it; the session of the door has this shape and more. */
export type ShellSession = {
  readonly user: { readonly name: string; readonly email: string };
  readonly memberships: readonly ShellMembership[];
};

export type ShellMembership = {
  readonly id: MembershipId;
  readonly partyName: string;
  readonly partyKind: string;
  readonly role: string;
  readonly portal: string;
  readonly active: boolean;
};

export type NavItem = { readonly label: string; readonly href: string };

/** The way through a portal: today, the stages of the story in order, and what stands beside them. */
export type Navigation = {
  readonly home: NavItem;
  readonly stages: readonly NavItem[];
  readonly more: readonly NavItem[];
};
