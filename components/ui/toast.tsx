"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, use, useMemo, useState } from "react";

/** Something to say in the corner of the screen. A refusal stays until it is closed. */
export type Note = {
  readonly id: number;
  readonly kind: "done" | "refused";
  readonly title: string;
  readonly description?: string | undefined;
};

type Say = (note: Omit<Note, "id">) => void;

const SayContext = createContext<Say | null>(null);

const ToastStack = dynamic(() => import("./toast-stack").then((module) => module.ToastStack), { ssr: false });

/** Holds the toasts of the whole app; their code is fetched with the first one. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [notes, setNotes] = useState<readonly Note[]>([]);
  const [say] = useState<Say>(
    () => (note: Omit<Note, "id">) => setNotes((before) => [...before, { ...note, id: before.length }]),
  );
  return (
    <SayContext value={say}>
      {children}
      {notes.length > 0 && <ToastStack notes={notes} />}
    </SayContext>
  );
}

/** Says what has been done, or why it was not. */
export function useToast() {
  const say = use(SayContext);
  return useMemo(
    () => ({
      done: (title: string, description?: string) => say?.({ kind: "done", title, description }),
      refused: (title: string, description?: string) => say?.({ kind: "refused", title, description }),
    }),
    [say],
  );
}
