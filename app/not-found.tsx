import type { Metadata } from "next";
import { NothingHere } from "@/components/page/nothing-here";
import { Logo } from "@/components/shell/logo";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="p-6">
      <Logo />
      <NothingHere />
    </main>
  );
}
