import { can, router } from "@/server/access/procedures";
import { VersionRef } from "@/server/offer/input";
import { rehearse } from "./rehearse";

export const rehearsalRouter = router({
  rehearse: can("offer.rehearse")
    .input(VersionRef)
    .mutation(({ ctx, input }) => rehearse(ctx.scope, input)),
});
