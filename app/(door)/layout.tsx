import type { Metadata } from "next";
import type { ReactNode } from "react";
import { DoorFrame } from "@/components/door/frame";

export const metadata: Metadata = { robots: { index: false } };

export default function DoorLayout({ children }: { children: ReactNode }) {
  return <DoorFrame>{children}</DoorFrame>;
}
