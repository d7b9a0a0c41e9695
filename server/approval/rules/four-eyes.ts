import { Refusal } from "@/server/core/refusal";

type Person = { readonly user: string | null; readonly name: string };

/** Nobody decides what they asked for themselves, whichever organisation they act for when they decide. */
export function assertFourEyes(asked: Person, decides: Person): void {
  if (asked.user !== decides.user) return;
  if (asked.user === null && asked.name !== decides.name) return; // Jobs have no user; each has a name.
  throw new Refusal("NOT_ALLOWED", "You asked for this yourself, so somebody else has to decide it.");
}
