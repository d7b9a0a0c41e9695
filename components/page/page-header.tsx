import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "@/components/ui/breadcrumb";

export type PageHeaderProps = {
  title: ReactNode;
  /** The way here, without this page. */
  trail?: readonly Crumb[];
  /** Beside the title: `<Status>`, `<Badge>`. */
  mark?: ReactNode;
  /** A sentence: what question this page answers. */
  description?: ReactNode;
  /** The likely next steps; the likeliest is `look="primary"`. */
  actions?: ReactNode;
};

export function PageHeader({ title, trail, mark, description, actions }: PageHeaderProps) {
  return (
    <header className="grid gap-1.5">
      {trail && trail.length > 0 && <Breadcrumb trail={trail} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="text-xl font-semibold [overflow-wrap:anywhere]">{title}</h1>
            {mark}
          </div>
          {description && <p className="mt-0.5 max-w-prose text-muted">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  );
}
