import type { ReactNode } from "react";

type Props = {
  /** "No quotes yet". */
  title: string;
  /** What to do so that there is something: a sentence. */
  children?: ReactNode;
  /** The button or link that does it. */
  action?: ReactNode;
};

export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="grid justify-items-center gap-2 px-6 py-10 text-center">
      <svg viewBox="0 0 64 24" className="w-16 text-faint" aria-hidden="true">
        <path
          d="M2 4c14 0 14 8 26 8h34M2 20c14 0 14-8 26-8"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeDasharray="3 3"
        />
      </svg>
      <p className="font-semibold">{title}</p>
      {children && <div className="max-w-md text-sm text-muted">{children}</div>}
      {action && <div className="mt-1">{action}</div>}
    </div>
  );
}
