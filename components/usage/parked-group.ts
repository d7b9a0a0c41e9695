import type { Id } from "@/server/core/ids";
import type { ParkedGroup } from "@/server/usage/input";

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** The group that a page's address names, if it names one; the API refuses what is none. */
export function groupFrom(params: Params): ParkedGroup | null {
  const one = (name: string) => {
    const given = params[name];
    return typeof given === "string" ? given : null;
  };
  const [sourceId, reason] = [one("sourceId"), one("reason")];
  if (sourceId === null || reason === null) return null;
  return {
    sourceId: sourceId as Id<"usageSource">,
    reason: reason as ParkedGroup["reason"],
    account: one("account"),
    service: one("service"),
    sku: one("sku"),
    unit: one("unit"),
  };
}

/** The address of a group's rows; what a group does not turn on is left out. */
export function rowsHref(base: string, group: ParkedGroup): string {
  const facts = Object.entries(group).filter((entry): entry is [string, string] => entry[1] !== null);
  return `${base}/usage/parked/rows?${new URLSearchParams(facts)}`;
}
