import type { Job } from "./events/client";

/** Every function that runs in the background, in the order of the story. */
export const jobs: readonly Job[] = [];
