"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Status } from "@/components/status/status";
import { Callout } from "@/components/ui/callout";
import { TextLink } from "@/components/ui/text-link";
import type { QuoteStatus } from "@/server/quote/rules/vocabulary";

type Props = {
  status: QuoteStatus;
  order: { readonly id: string; readonly number: string; readonly status: string } | null;
  base: string;
};

const everyMs = 1500;

/** The order a quote became; while it is being placed, the page looks for it. */
export function OrderLink({ status, order, base }: Props) {
  const router = useRouter();
  const waits = order === null && (status === "accepted" || status === "ordered");

  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [waits, router]);

  if (waits) return <Callout>The order is being placed; this page shows it as soon as it is there.</Callout>;
  if (!order) return null;
  return (
    <Callout
      tone="good"
      title="This quote became an order"
      action={<TextLink href={`${base}/orders/${order.id}`}>Open {order.number}</TextLink>}
    >
      <Status state={order.status} />
    </Callout>
  );
}
