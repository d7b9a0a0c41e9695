/** `waiting` runs have nothing to do until a time comes, an event arrives or another run ends. */
export const runStates = ["queued", "running", "waiting", "completed", "failed", "cancelled"] as const;
export type RunState = (typeof runStates)[number];

export type StepState = "planned" | "running" | "waiting" | "completed" | "failed";

/** Call the function; call one planned step; end a sleep; end a wait whose time is up. */
export type TaskKind = "call" | "step" | "wake" | "timeout";

/** An error as it is told to people and to the code that waits for the step. */
export type Failure = { readonly name: string; readonly message: string; readonly stack?: string };
