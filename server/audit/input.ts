import { z } from "zod";
import { listInput } from "@/server/core/list";
import { idOf } from "@/server/core/ref";

export const AuditList = listInput(["happenedAt"], ["actor", "code", "object"]);
export type AuditList = z.infer<typeof AuditList>;

export const AuditRef = z.object({ id: idOf("audit") });
export type AuditRef = z.infer<typeof AuditRef>;
