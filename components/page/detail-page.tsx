import type { ReactNode } from "react";
import { PageHeader, type PageHeaderProps } from "./page-header";

type Props = PageHeaderProps & {
  /** Full width, under the title: key figures, a stepper, a callout. */
  above?: ReactNode;
  /** The narrow column: facts, people, history. On a phone it follows the rest. */
  aside?: ReactNode;
  children: ReactNode;
};

/** The frame of one thing: its title and next step, its substance, and its facts beside it. */
export function DetailPage({ above, aside, children, ...header }: Props) {
  return (
    <div className="grid min-w-0 gap-5">
      <PageHeader {...header} />
      {above}
      <div className={aside ? "grid min-w-0 gap-5 xl:grid-cols-[minmax(0,1fr)_21rem]" : "grid min-w-0 gap-5"}>
        <div className="grid min-w-0 content-start gap-5">{children}</div>
        {aside && <aside className="grid min-w-0 content-start gap-5">{aside}</aside>}
      </div>
    </div>
  );
}
