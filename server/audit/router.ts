import { can, router } from "@/server/access/procedures";
import { AuditList, AuditRef } from "./input";
import { listAudit, readAudit, readAuditChoices } from "./read";
import { readSealing } from "./read-seal";

export const auditRouter = router({
  list: can("audit.read")
    .input(AuditList)
    .query(({ ctx, input }) => listAudit(ctx.scope, input)),

  get: can("audit.read")
    .input(AuditRef)
    .query(({ ctx, input }) => readAudit(ctx.scope, input)),

  sealing: can("audit.read").query(({ ctx }) => readSealing(ctx.scope)),

  choices: can("audit.read").query(({ ctx }) => readAuditChoices(ctx.scope)),
});
