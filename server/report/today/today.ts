import type { Scope } from "@/server/access/scope";
import { calendarMonth } from "@/server/core/calendar";
import { chartOf, waterfallOf } from "./chart";
import { figuresOf } from "./figures";
import { readHome } from "./home";
import { jobsOf } from "./jobs";

/** A person's front page: what waits for them, the figures they look for, and how the last months went. */
export async function readToday(scope: Scope) {
  const home = await readHome(scope);
  return {
    person: scope.actor.name,
    party: home.name,
    timeZone: home.timeZone,
    jobs: await jobsOf(scope),
    figures: await figuresOf(scope, home, calendarMonth(scope.now, home.timeZone)),
    chart: await chartOf(scope, home),
    waterfall: await waterfallOf(scope, home),
  };
}

export type Today = Awaited<ReturnType<typeof readToday>>;
