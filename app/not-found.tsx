import type { Metadata } from "next";
import { Logo } from "@/components/shell/logo";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="grid min-h-[70dvh] content-center justify-items-center gap-2 p-6">
      <Logo />
      <h1 className="mt-4 text-xl font-semibold">Not found</h1>
      <EmptyState
        title="There is nothing here, or it is not yours to see"
        action={<LinkButton href="/">Go to Today</LinkButton>}
      >
        The address may be mistyped, or the page may belong to another organisation of yours: switch to it and
        try again.
      </EmptyState>
    </main>
  );
}
