import Link from "next/link";
import type { ComponentProps } from "react";

/** A link inside words or a cell. */
export function TextLink(props: Omit<ComponentProps<typeof Link>, "className">) {
  return (
    <Link
      {...props}
      className="rounded-sm text-river underline decoration-river/35 underline-offset-3 hover:decoration-river"
    />
  );
}
