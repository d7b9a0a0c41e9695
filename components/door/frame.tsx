import type { ReactNode } from "react";
import { Logo } from "@/components/shell/logo";
import { River } from "./river";

/** Outside, before anybody is known: what this is on one side, the way in on the other. */
export function DoorFrame({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(20rem,5fr)_minmax(0,8fr)]">
      <aside className="hidden flex-col justify-between gap-10 bg-river-soft px-12 py-10 lg:flex">
        <Logo />
        <div className="grid max-w-sm gap-8">
          <p className="text-2xl font-semibold text-river-deep">
            From offer to payout, and the trace of every cent.
          </p>
          <River />
        </div>
        <p className="max-w-sm text-sm text-river-deep">
          Every amount explains itself: the usage, the price, the rule and the approval that made it.
        </p>
      </aside>
      <main className="flex min-w-0 flex-col px-4 py-6 sm:px-10 sm:py-10">
        <div className="lg:hidden">
          <Logo />
        </div>
        <div className="mx-auto my-auto w-full max-w-2xl py-8">{children}</div>
      </main>
    </div>
  );
}

/** One thing to know or to do at the door. */
export function DoorCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mx-auto grid max-w-md gap-4">
      <h1 className="text-2xl font-semibold">{title}</h1>
      {children}
    </div>
  );
}
