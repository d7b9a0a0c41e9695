"use client";

import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button-look";

type Props = Omit<ComponentProps<"button">, "className"> &
  ButtonLook & {
    /** Work is under way: the button keeps its place and focus but takes no second click. */
    pending?: boolean;
    icon?: ReactNode;
  };

/** Does something here. To go somewhere, use `LinkButton`. */
export function Button({ look = "plain", size = "md", pending = false, icon, children, ...rest }: Props) {
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (pending) event.preventDefault();
    else rest.onClick?.(event);
  }

  return (
    <button
      type="button"
      {...rest}
      onClick={press}
      aria-disabled={pending || rest["aria-disabled"]}
      aria-busy={pending || undefined}
      className={buttonClass({ look, size })}
    >
      {pending ? <Spinner /> : icon}
      {children}
    </button>
  );
}

export function Spinner() {
  return (
    <svg viewBox="0 0 16 16" className="size-3.5 animate-[spin_0.9s_linear_infinite]" aria-hidden="true">
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeOpacity="0.3" strokeWidth="2" />
      <path d="M14 8a6 6 0 0 0-6-6" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
