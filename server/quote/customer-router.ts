import { can, router } from "@/server/access/procedures";
import { addCustomer } from "@/server/party/customer";
import { NewCustomer } from "@/server/party/input";
import { CustomerList, CustomerRef } from "./input";
import { listCustomers, readCustomer } from "./read/customer";

/** Whom partners quote for. */
export const customerRouter = router({
  list: can("party.read")
    .input(CustomerList)
    .query(({ ctx, input }) => listCustomers(ctx.scope, input)),

  get: can("party.read")
    .input(CustomerRef)
    .query(({ ctx, input }) => readCustomer(ctx.scope, input.id)),

  add: can("customer.add")
    .input(NewCustomer)
    .mutation(({ ctx, input }) => addCustomer(ctx.scope, input)),
});
