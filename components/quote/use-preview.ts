"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "@/components/api/client";
import type { Asked } from "./wishes";

const restMs = 250;

/** What the quote would say, a moment after the last key; the old answer stays until the new one is there. */
export function usePreview(asked: Asked | null) {
  const trpc = useTRPC();
  const text = JSON.stringify(asked);
  const [settled, settle] = useState(text);

  useEffect(() => {
    const timer = setTimeout(() => settle(text), restMs);
    return () => clearTimeout(timer);
  }, [text]);

  const wanted = JSON.parse(settled) as Asked | null;
  const { data, error, isFetching } = useQuery({
    ...trpc.quote.preview.queryOptions(wanted ?? nothing),
    enabled: wanted !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return {
    preview: wanted && !error ? (data ?? null) : null,
    refusal: wanted && error ? error.message : null,
    isBusy: isFetching || settled !== text,
  };
}

/** Stands in while nothing is asked; the query is off then. */
const nothing = {
  customerId: "" as Asked["customerId"],
  offerId: "" as Asked["offerId"],
  quantities: {},
} satisfies Partial<Asked>;
