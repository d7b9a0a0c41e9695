import { z } from "zod";
import { listInput } from "@/server/core/list";
import { idOf } from "@/server/core/ref";

export const JobRef = z.strictObject({ id: idOf("run") });
export type JobRef = z.infer<typeof JobRef>;

export const JobList = listInput(["createdAt", "function", "state", "endedAt"], ["state", "function"]);
export type JobList = z.infer<typeof JobList>;
