import { Anchor } from "./anchor";

export type Crumb = { readonly label: string; readonly href?: string };

/** The way back; the last crumb is where we are. */
export function Breadcrumb({ trail }: { trail: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap items-center gap-x-1.5 text-sm text-muted">
        {trail.map(({ label, href }, index) => (
          <li key={label} className="flex min-w-0 items-center gap-x-1.5">
            {index > 0 && <span aria-hidden="true">/</span>}
            {href ? (
              <Anchor href={href} className="rounded-sm hover:text-ink hover:underline underline-offset-3">
                {label}
              </Anchor>
            ) : (
              <span aria-current="page">{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
