"use client";

import type { Menu as Base } from "@base-ui/react/menu";
import { type ComponentType, createContext, type ReactNode, use, useState } from "react";
import { Anchor } from "./anchor";
import { cx, popupItem } from "./classes";
import { type Opener, opening } from "./opener";

export type MenuProps = { trigger: Opener; align?: "start" | "end"; children: ReactNode };

const fetchSheet = () => import("./menu-sheet").then((module) => module.MenuSheet);

/**
 * A short list of things to do or places to go; `trigger` is a button. Its code comes when a pointer or
 * the focus nears the trigger, so that a page with ten menus starts as fast as one with none.
 */
export function Menu(props: MenuProps) {
  const [Sheet, setSheet] = useState<ComponentType<MenuProps> | null>(null);
  if (Sheet) return <Sheet {...props} />;
  return opening(props.trigger, {
    what: "menu",
    open: false,
    near: () => void fetchSheet(),
    press: () => void fetchSheet().then((sheet) => setSheet(() => sheet)),
  });
}

/** The parts that an open menu hands to its items, which are small and always there. */
export type MenuParts = Pick<
  typeof Base,
  "Item" | "LinkItem" | "CheckboxItem" | "CheckboxItemIndicator" | "Group" | "GroupLabel" | "Separator"
>;

export const MenuPartsContext = createContext<MenuParts | null>(null);

function useParts(): MenuParts {
  const parts = use(MenuPartsContext);
  if (!parts) throw new Error("An item of a menu stands outside of any menu.");
  return parts;
}

type ItemProps = { onClick?: () => void; disabled?: boolean; danger?: boolean; children: ReactNode };

export function MenuItem({ danger = false, ...props }: ItemProps) {
  const { Item } = useParts();
  return <Item {...props} className={cx(popupItem, danger && "text-bad")} />;
}

export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  const { LinkItem } = useParts();
  return (
    <LinkItem className={popupItem} closeOnClick render={<Anchor href={href} />}>
      {children}
    </LinkItem>
  );
}

type CheckProps = { checked: boolean; onCheckedChange: (checked: boolean) => void; children: ReactNode };

/** Stays open, so that several can be switched. */
export function MenuCheck({ children, ...props }: CheckProps) {
  const { CheckboxItem, CheckboxItemIndicator } = useParts();
  return (
    <CheckboxItem {...props} closeOnClick={false} className={popupItem}>
      <span className="flex size-3.5 items-center justify-center rounded-sm border border-line-strong">
        <CheckboxItemIndicator className="size-2 rounded-[1px] bg-river" />
      </span>
      {children}
    </CheckboxItem>
  );
}

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  const { Group, GroupLabel } = useParts();
  return (
    <Group>
      <GroupLabel className="caption px-2 py-1">{label}</GroupLabel>
      {children}
    </Group>
  );
}

export function MenuSeparator() {
  const { Separator } = useParts();
  return <Separator className="my-1 h-px bg-line" />;
}
