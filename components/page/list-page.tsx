import type { ReactNode } from "react";
import { PageHeader, type PageHeaderProps } from "./page-header";

/** The frame of a list: what it is, what stands out, and the table. */
export function ListPage({
  children,
  above,
  ...header
}: PageHeaderProps & { above?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid min-w-0 gap-4">
      <PageHeader {...header} />
      {above}
      {children}
    </div>
  );
}
