import { can, router } from "@/server/access/procedures";
import { ItemList, OrderList, OrderOfQuote, OrderRef } from "./input";
import { listItems } from "./items";
import { findOrderOfQuote, listOrders, readOrder } from "./read";

/** Orders are placed by the job that hears of an acceptance, and moved by their fulfilment. */
export const orderRouter = router({
  list: can("order.read")
    .input(OrderList)
    .query(({ ctx, input }) => listOrders(ctx.scope, input)),

  get: can("order.read")
    .input(OrderRef)
    .query(({ ctx, input }) => readOrder(ctx.scope, input.id)),

  /** What was ordered of the supplier that asks, without the order it is part of. */
  items: can("order.read")
    .input(ItemList)
    .query(({ ctx, input }) => listItems(ctx.scope, input)),

  /** The order that a quote version became; null until it is placed. */
  ofQuote: can("order.read")
    .input(OrderOfQuote)
    .query(({ ctx, input }) => findOrderOfQuote(ctx.scope, input.quoteVersionId)),
});
