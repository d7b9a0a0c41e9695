"use client";

import { usePathname, useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Anchor, routeOf } from "@/components/ui/anchor";
import { cx } from "@/components/ui/classes";
import type { NavItem, Navigation } from "./types";

/** The stages lie along one stream, in the order of the story; the one we are at is filled. */
export function NavList({ navigation, onGo }: { navigation: Navigation; onGo?: () => void }) {
  const path = usePathname();
  const go = { path, ...(onGo ? { onGo } : {}) };
  return (
    <nav aria-label="Portal" className="grid gap-4 p-3 text-base">
      <ul>
        <Plain item={navigation.home} exact {...go} />
      </ul>
      <div>
        <p className="caption px-2.5 pb-1">The deal</p>
        <ul className="relative">
          <span
            aria-hidden="true"
            className="absolute top-4 bottom-4 left-[1.0625rem] w-px bg-line-strong/60"
          />
          {navigation.stages.map((item) => (
            <Stage key={item.href} item={item} {...go} />
          ))}
        </ul>
      </div>
      {navigation.more.length > 0 && (
        <div>
          <p className="caption px-2.5 pb-1">Beside it</p>
          <ul>
            {navigation.more.map((item) => (
              <Plain key={item.href} item={item} {...go} />
            ))}
          </ul>
        </div>
      )}
    </nav>
  );
}

type Going = { path: string; onGo?: () => void };

function Stage({ item, path, onGo }: Going & { item: NavItem }) {
  const here = isHere(item.href, path);
  return (
    <NavLink item={item} here={here} {...(onGo && { onGo })}>
      <span
        aria-hidden="true"
        className={cx(
          "relative z-10 ml-[0.1875rem] size-2.5 shrink-0 rounded-full border-2",
          here ? "border-river bg-river" : "border-line-strong bg-paper group-hover:border-river",
        )}
      />
    </NavLink>
  );
}

function Plain({ item, path, onGo, exact = false }: Going & { item: NavItem; exact?: boolean }) {
  const here = exact ? path === item.href : isHere(item.href, path);
  return <NavLink item={item} here={here} {...(onGo && { onGo })} />;
}

type LinkProps = { item: NavItem; here: boolean; onGo?: () => void; children?: ReactNode };

/** Fetched ahead when the pointer or the focus is on it, not all at once with every page. */
function NavLink({ item, here, onGo, children }: LinkProps) {
  const router = useRouter();
  const ahead = () => router.prefetch(routeOf(item.href));
  return (
    <li>
      <Anchor
        href={item.href}
        onPointerEnter={ahead}
        onFocus={ahead}
        {...(onGo && { onClick: onGo })}
        aria-current={here ? "page" : undefined}
        className={cx(
          "group flex h-7.5 items-center gap-2.5 rounded-md px-2.5",
          here ? "bg-river-soft font-semibold text-river-deep" : "text-ink hover:bg-sunken",
        )}
      >
        {children}
        {item.label}
      </Anchor>
    </li>
  );
}

function isHere(href: string, path: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}
