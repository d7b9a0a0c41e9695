"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";
import { Anchor } from "./anchor";
import { cx, popup, popupItem } from "./classes";

type Props = { trigger: ReactElement; align?: "start" | "end"; children: ReactNode };

/** A short list of things to do or places to go; `trigger` is a button. */
export function Menu({ trigger, align = "end", children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className="z-50">
          <Base.Popup className={cx(popup, "min-w-48")}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type ItemProps = { onClick?: () => void; disabled?: boolean; danger?: boolean; children: ReactNode };

export function MenuItem({ danger = false, ...props }: ItemProps) {
  return <Base.Item {...props} className={cx(popupItem, danger && "text-bad")} />;
}

export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Base.LinkItem className={popupItem} closeOnClick render={<Anchor href={href} />}>
      {children}
    </Base.LinkItem>
  );
}

type CheckProps = { checked: boolean; onCheckedChange: (checked: boolean) => void; children: ReactNode };

/** Stays open, so that several can be switched. */
export function MenuCheck({ children, ...props }: CheckProps) {
  return (
    <Base.CheckboxItem {...props} closeOnClick={false} className={popupItem}>
      <span className="flex size-3.5 items-center justify-center rounded-sm border border-line-strong">
        <Base.CheckboxItemIndicator className="size-2 rounded-[1px] bg-river" />
      </span>
      {children}
    </Base.CheckboxItem>
  );
}

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="caption px-2 py-1">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}
