"use client";

import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { ShellSession } from "./types";
import { initialsOf, roleWord } from "./words";

const SignIns = dynamic(() => import("./sign-ins").then((module) => module.SignIns), { ssr: false });

export function UserMenu({ session }: { session: ShellSession }) {
  const [asking, setAsking] = useState(false);
  const leaving = useRef<HTMLFormElement>(null);
  const { name, email } = session.user;
  const role = session.memberships.find(({ active }) => active)?.role ?? "";
  return (
    <>
      <Menu
        trigger={
          <button type="button" aria-label={`${initialsOf(name)}, ${name}: account`} className={round}>
            {initialsOf(name)}
          </button>
        }
      >
        <div className="px-2 py-1.5">
          <p className="font-semibold">{name}</p>
          <p className="text-xs text-muted">{email}</p>
          {role && <p className="text-xs text-muted">{roleWord(role)}</p>}
        </div>
        <MenuSeparator />
        <MenuItem onClick={() => setAsking(true)}>Where I am signed in…</MenuItem>
        <MenuItem onClick={() => leaving.current?.requestSubmit()}>Sign out</MenuItem>
      </Menu>
      <form ref={leaving} method="post" action="/api/auth/signout" hidden />
      {asking && <SignIns onClose={() => setAsking(false)} />}
    </>
  );
}

const round =
  "flex size-8 items-center justify-center rounded-full bg-river text-xs font-semibold text-on-river";
