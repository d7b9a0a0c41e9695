import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";
import { cx } from "@/components/ui/classes";
import { Drawer } from "./drawer";
import { Logo } from "./logo";
import { NavList } from "./nav-list";
import { PaletteButton } from "./palette-button";
import { PartySwitcher } from "./party-switcher";
import { type Theme, ThemeToggle } from "./theme-toggle";
import type { Navigation, ShellSession } from "./types";
import { UserMenu } from "./user-menu";

type Props = {
  session: ShellSession;
  navigation: Navigation;
  chooseTheme: (theme: Theme) => Promise<void>;
  children: ReactNode;
};

/** What surrounds every page of a portal: who one is, the way through the story, and the page. */
export function Shell({ session, navigation, chooseTheme, children }: Props) {
  return (
    <div className="min-h-dvh">
      <a href="#content" className={skip}>
        Skip to the page
      </a>
      <header className={bar}>
        <Drawer navigation={navigation} />
        <Anchor
          href={navigation.home.href}
          aria-label="Tributary, Today"
          className="mr-1 hidden rounded-md sm:block lg:w-43"
        >
          <Logo />
        </Anchor>
        <PartySwitcher memberships={session.memberships} />
        <div className="ml-auto flex items-center gap-1 sm:gap-2">
          <PaletteButton navigation={navigation} />
          <ThemeToggle choose={chooseTheme} />
          <UserMenu session={session} />
        </div>
      </header>
      <div className="flex">
        <div className="sticky top-13 hidden h-[calc(100dvh-3.25rem)] w-48 shrink-0 overflow-y-auto lg:block">
          <NavList navigation={navigation} />
        </div>
        <main
          id="content"
          tabIndex={-1}
          className="min-w-0 flex-1 px-4 pt-5 pb-10 outline-none lg:pr-7 lg:pl-5"
        >
          <div className="mx-auto max-w-[92rem]">{children}</div>
        </main>
      </div>
    </div>
  );
}

const skip = cx(
  "fixed top-2 left-2 z-60 -translate-y-16 rounded-md bg-river px-3 py-1.5 text-on-river",
  "focus:translate-y-0",
);

const bar = cx(
  "sticky top-0 z-30 flex h-13 items-center gap-1 border-b border-line bg-paper px-3",
  "sm:gap-2 lg:px-4",
);
