import { can, router } from "@/server/access/procedures";
import { activatePriceVersion, withdrawPriceVersion } from "./price-activate";
import {
  Activation,
  NewPriceList,
  PriceListList,
  PriceListRef,
  PriceRemoval,
  PriceSetting,
  PriceVersionRef,
} from "./price-input";
import { draftPriceVersion, openPriceList, removePrice, setPrice } from "./price-list";
import { listPriceLists, readPriceListPage, readPriceVersionPage } from "./price-page";

export const priceRouter = router({
  list: can("price.read")
    .input(PriceListList)
    .query(({ ctx, input }) => listPriceLists(ctx.scope, input)),

  get: can("price.read")
    .input(PriceListRef)
    .query(({ ctx, input }) => readPriceListPage(ctx.scope, input.priceListId)),

  version: can("price.read")
    .input(PriceVersionRef)
    .query(({ ctx, input }) => readPriceVersionPage(ctx.scope, input.id)),

  open: can("price.change")
    .input(NewPriceList)
    .mutation(({ ctx, input }) => openPriceList(ctx.scope, input)),

  draft: can("price.change")
    .input(PriceListRef)
    .mutation(({ ctx, input }) => draftPriceVersion(ctx.scope, input)),

  set: can("price.change")
    .input(PriceSetting)
    .mutation(({ ctx, input }) => setPrice(ctx.scope, input)),

  remove: can("price.change")
    .input(PriceRemoval)
    .mutation(({ ctx, input }) => removePrice(ctx.scope, input)),

  activate: can("price.change")
    .input(Activation)
    .mutation(({ ctx, input }) => activatePriceVersion(ctx.scope, input)),

  withdraw: can("price.change")
    .input(PriceVersionRef)
    .mutation(({ ctx, input }) => withdrawPriceVersion(ctx.scope, input)),
});
