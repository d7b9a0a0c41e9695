import { cx } from "./classes";

type Props = {
  label: string;
  /** Done so far, of `total`; both whole numbers. Without a total the bar flows. */
  done: number;
  total: number | null;
  /** What is counted: "rows", "invoices". */
  unit: string;
  failed?: boolean;
};

/** How far long work has come, in counts that can be checked. */
export function Progress({ label, done, total, unit, failed = false }: Props) {
  const percent = total === null ? null : total === 0 ? 100 : Math.floor((done / total) * 100);
  const count = total === null ? `${done} ${unit}` : `${done} of ${total} ${unit}`;
  return (
    <div className="grid gap-1 text-sm">
      <div className="flex justify-between gap-4">
        <span>{label}</span>
        <span className="text-muted tabular-nums">{count}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuetext={count}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(percent === null ? {} : { "aria-valuenow": percent })}
        className="h-1.5 overflow-hidden rounded-full bg-sunken"
      >
        {percent === null ? (
          <div className="waiting h-full" />
        ) : (
          <div className={cx("h-full", failed ? "bg-bad" : "bg-river")} style={{ width: `${percent}%` }} />
        )}
      </div>
    </div>
  );
}
