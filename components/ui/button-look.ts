import { cx } from "./classes";

export type ButtonLook = {
  /** `primary` once a screen; `danger` for what cannot be undone; `quiet` inside rows and bars. */
  look?: "primary" | "plain" | "quiet" | "danger";
  /** `icon` is square and needs an `aria-label`. */
  size?: "sm" | "md" | "icon";
};

const looks = {
  primary: "bg-river text-on-river hover:bg-river-deep border-transparent shadow-sm",
  plain: "bg-raised text-ink hover:bg-sunken border-line-strong/60 shadow-sm",
  quiet: "bg-transparent text-ink hover:bg-sunken border-transparent",
  danger: "bg-bad text-on-bad hover:brightness-90 border-transparent shadow-sm",
} as const;

const sizes = {
  sm: "h-7 px-2.5 text-sm gap-1.5",
  md: "h-8 px-3 text-base gap-2",
  icon: "size-8 justify-center p-0",
} as const;

export function buttonClass({ look = "plain", size = "md" }: ButtonLook): string {
  return cx(
    "inline-flex shrink-0 items-center justify-center rounded-md border font-medium whitespace-nowrap",
    "transition-colors duration-100 select-none",
    "disabled:cursor-not-allowed disabled:opacity-55",
    "aria-disabled:cursor-not-allowed aria-disabled:opacity-55",
    looks[look],
    sizes[size],
  );
}
