import { cx } from "./classes";

/** Stands where content will be, in its size, so that nothing jumps. */
export function Skeleton({ className }: { className?: string }) {
  return <div className={cx("waiting", className ?? "h-4 w-full")} aria-hidden="true" />;
}

function places(count: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => place);
}

export function TableSkeleton({ rows = 8, columns = 5 }: { rows?: number; columns?: number }) {
  return (
    <div
      role="status"
      aria-label="Loading"
      className="overflow-hidden rounded-lg border border-line bg-surface"
    >
      <div className="h-9 border-b border-line bg-sunken" />
      {places(rows).map((row) => (
        <div key={row} className="flex h-9 items-center gap-6 border-b border-line px-3 last:border-0">
          {places(columns).map((column) => (
            <Skeleton key={column} className={cx("h-3 flex-1", column === 0 && "max-w-32")} />
          ))}
        </div>
      ))}
    </div>
  );
}

export function CardSkeleton({ lines = 4 }: { lines?: number }) {
  return (
    <div
      role="status"
      aria-label="Loading"
      className="grid gap-3 rounded-lg border border-line bg-surface p-4"
    >
      <Skeleton className="h-4 w-40" />
      {places(lines).map((line) => (
        <Skeleton key={line} className="h-3" />
      ))}
    </div>
  );
}

/** For `loading.tsx`: the frame of a list or of a detail page, empty. */
export function PageSkeleton({ kind = "list" }: { kind?: "list" | "detail" }) {
  return (
    <div className="grid gap-5">
      <div className="grid gap-2">
        <Skeleton className="h-3 w-32" />
        <Skeleton className="h-6 w-64" />
      </div>
      {kind === "list" ? (
        <TableSkeleton />
      ) : (
        <div className="grid gap-5 lg:grid-cols-[1fr_20rem]">
          <TableSkeleton rows={5} />
          <CardSkeleton lines={6} />
        </div>
      )}
    </div>
  );
}
