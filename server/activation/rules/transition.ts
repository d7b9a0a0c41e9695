import { Refusal } from "@/server/core/refusal";
import type { TaskStatus } from "./vocabulary";

/**
 * A task moves from blocked to done; a failure waits for somebody, who mends its cause and makes it ready
 * again.
 */
const next = {
  blocked: ["ready"],
  ready: ["running", "done", "exception"],
  running: ["waiting_external", "done", "exception"],
  waiting_external: ["done", "exception"],
  exception: ["ready", "done"],
  done: [],
} as const satisfies Record<TaskStatus, readonly TaskStatus[]>;

const words: Readonly<Record<TaskStatus, string>> = {
  blocked: "waiting for another task",
  ready: "ready",
  running: "running",
  waiting_external: "waiting for the supplier",
  exception: "an exception",
  done: "done",
};

export function moveTask(from: TaskStatus, to: TaskStatus): TaskStatus {
  const allowed: readonly TaskStatus[] = next[from];
  if (!allowed.includes(to)) {
    throw new Refusal("CONFLICT", `This task is ${words[from]} and cannot become ${words[to]}.`);
  }
  return to;
}
