import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button-look";

type Props = Omit<ComponentProps<typeof Link>, "className"> & ButtonLook & { icon?: ReactNode };

/** Goes somewhere, and looks like a button. */
export function LinkButton({ look = "plain", size = "md", icon, children, ...rest }: Props) {
  return (
    <Link {...rest} className={buttonClass({ look, size })}>
      {icon}
      {children}
    </Link>
  );
}
