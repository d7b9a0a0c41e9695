"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/api/client";
import { Instant } from "@/components/date/instant";
import { Decimal } from "@/components/money/decimal";
import { Glyph } from "@/components/status/glyph";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CopyText } from "@/components/ui/copy";
import { Skeleton } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import type { Id } from "@/server/core/ids";
import type { UsageRowsRead } from "@/server/trace/usage";

type Props = { ratedItemId: Id<"ratedItem">; base: string };
type Cursor = UsageRowsRead["next"];

const size = 20;

/** The rows that were charged, page by page, with the proof that they are the same rows. */
export function UsageRows({ ratedItemId, base }: Props) {
  const trpc = useTRPC();
  const [pages, setPages] = useState<readonly Cursor[]>([null]);
  const after = pages.at(-1) ?? null;
  const { data, error, isFetching } = useQuery({
    ...trpc.trace.usageRows.queryOptions({ ratedItemId, after, size }),
    placeholderData: keepPreviousData,
  });
  if (error) return <Callout tone="bad">{error.message}</Callout>;
  if (!data) return <Skeleton className="h-64" />;
  const first = (pages.length - 1) * size + 1;
  return (
    <div className="grid gap-2">
      <Proof ratedItemId={ratedItemId} />
      <Rows read={data} base={base} />
      <div className="flex items-center justify-between gap-2 text-sm text-muted">
        <span className="tabular-nums">
          {first}–{first + data.rows.length - 1} of {data.total.toLocaleString("en")}
        </span>
        <span className="flex gap-2">
          <Button
            size="sm"
            aria-disabled={pages.length === 1}
            onClick={() => pages.length > 1 && setPages(pages.slice(0, -1))}
          >
            Earlier
          </Button>
          <Button
            size="sm"
            pending={isFetching}
            aria-disabled={!data.next}
            onClick={() => data.next && setPages([...pages, data.next])}
          >
            Later
          </Button>
        </span>
      </div>
    </div>
  );
}

function Rows({ read, base }: { read: UsageRowsRead; base: string }) {
  return (
    <section aria-label="Usage rows" className="overflow-x-auto rounded-md border border-line">
      <table className="w-full text-sm tabular-nums">
        <thead>
          <tr className="caption bg-sunken">
            <th scope="col" className="px-3 py-1.5 text-left font-medium">
              Row of the file
            </th>
            <th scope="col" className="px-3 py-1.5 text-right font-medium">
              Quantity, and when
            </th>
          </tr>
        </thead>
        <tbody>
          {read.rows.map((row) => (
            <tr key={`${row.fileId} ${row.rowNumber}`} className="border-t border-line align-top">
              <th scope="row" className="w-full max-w-0 px-3 py-1.5 text-left font-normal">
                <TextLink href={`${base}/trace/usage_row/${row.fileId}.${row.rowNumber}?way=forth`}>
                  Row {row.rowNumber.toLocaleString("en")}
                </TextLink>{" "}
                <span className="text-xs text-muted">
                  <CopyText text={row.rowHash} short={row.rowHash.slice(0, 8)} />
                </span>
                <span className="block truncate text-xs text-muted">{row.fileName ?? row.resource}</span>
              </th>
              <td className="px-3 py-1.5 text-right">
                <Decimal value={row.quantity} />
                <span className="block text-xs whitespace-nowrap text-muted">
                  <Instant at={row.usedAt} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Count, sum and digest, counted anew over the rows as they stand now. */
function Proof({ ratedItemId }: Pick<Props, "ratedItemId">) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.trace.proveUsage.queryOptions({ ratedItemId }));
  if (!data) return <Skeleton className="h-5" />;
  if (!data.agrees) {
    return (
      <Callout tone="bad" title="These are not the rows that were charged">
        Charged were {data.stored.rows} rows of {data.stored.quantity}; there are {data.found.rows} of{" "}
        {data.found.quantity}.
      </Callout>
    );
  }
  return (
    <p className="flex items-start gap-1.5 text-sm text-good">
      <span className="mt-0.5">
        <Glyph shape="check" />
      </span>
      <span>
        Count, sum and digest prove that these are the {data.found.rows.toLocaleString("en")} rows that were
        charged.
      </span>
    </p>
  );
}
