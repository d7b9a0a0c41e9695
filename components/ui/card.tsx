import type { ReactNode } from "react";
import { cx } from "./classes";

type Props = {
  title?: ReactNode;
  /** A sentence under the title. */
  description?: ReactNode;
  /** Buttons or links at the right of the title. */
  actions?: ReactNode;
  /** Let tables and charts touch the edges. */
  flush?: boolean;
  children: ReactNode;
};

/** One region of a page, on its own sheet. */
export function Card({ title, description, actions, flush = false, children }: Props) {
  const titled = Boolean(title || actions);
  return (
    <section className="min-w-0 overflow-hidden rounded-lg border border-line bg-surface">
      {titled && (
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 px-4 pt-3">
          <div className="min-w-0">
            {title && <h2 className="text-base font-semibold">{title}</h2>}
            {description && <p className="text-sm text-muted">{description}</p>}
          </div>
          {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
        </header>
      )}
      <div className={cx("min-w-0", flush ? titled && "pt-3" : titled ? "px-4 pt-2.5 pb-4" : "px-4 py-3.5")}>
        {children}
      </div>
    </section>
  );
}
