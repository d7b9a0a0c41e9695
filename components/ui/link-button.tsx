import type { ReactNode } from "react";
import { Anchor, type AnchorProps } from "./anchor";
import { type ButtonLook, buttonClass } from "./button-look";

type Props = Omit<AnchorProps, "className"> & ButtonLook & { icon?: ReactNode };

/** Goes somewhere, and looks like a button. */
export function LinkButton({ look = "plain", size = "md", icon, children, ...rest }: Props) {
  return (
    <Anchor {...rest} className={buttonClass({ look, size })}>
      {icon}
      {children}
    </Anchor>
  );
}
