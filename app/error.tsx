"use client";

import { type FailureProps, PageFailure } from "@/components/page/page-failure";

export default function Failed(props: FailureProps) {
  return (
    <main className="p-6">
      <PageFailure {...props} />
    </main>
  );
}
