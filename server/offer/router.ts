import { can, router } from "@/server/access/procedures";
import { addItem, addMeter, addProduct, changeItem } from "./catalogue";
import { decideOffer } from "./decide";
import { readKnownPrices, readOfferPage, readVersionPage } from "./detail";
import {
  addComponent,
  changeComponent,
  changeTerm,
  draftOffer,
  draftVersion,
  removeComponent,
} from "./draft";
import {
  ComponentChange,
  ComponentRef,
  ItemChange,
  ItemList,
  NewComponent,
  NewItem,
  NewMeter,
  NewOffer,
  NewProduct,
  OfferDecision,
  OfferList,
  OfferRef,
  TermChange,
  VersionRef,
} from "./input";
import { listItems, listOffers, listSellable, readModelChoices } from "./list";
import { publishOffer, retireOffer } from "./publish";
import { submitOffer, takeBackOffer } from "./submit";

export const offerRouter = router({
  list: can("offer.read")
    .input(OfferList)
    .query(({ ctx, input }) => listOffers(ctx.scope, input)),

  sellable: can("offer.read")
    .input(OfferList)
    .query(({ ctx, input }) => listSellable(ctx.scope, input)),

  get: can("offer.read")
    .input(OfferRef)
    .query(({ ctx, input }) => readOfferPage(ctx.scope, input.offerId)),

  version: can("offer.read")
    .input(VersionRef)
    .query(({ ctx, input }) => readVersionPage(ctx.scope, input.versionId)),

  prices: can("price.read")
    .input(VersionRef)
    .query(({ ctx, input }) => readKnownPrices(ctx.scope, input.versionId)),

  items: can("offer.read")
    .input(ItemList)
    .query(({ ctx, input }) => listItems(ctx.scope, input)),

  choices: can("offer.model").query(({ ctx }) => readModelChoices(ctx.scope)),

  addProduct: can("offer.model")
    .input(NewProduct)
    .mutation(({ ctx, input }) => addProduct(ctx.scope, input)),

  addMeter: can("offer.model")
    .input(NewMeter)
    .mutation(({ ctx, input }) => addMeter(ctx.scope, input)),

  addItem: can("offer.model")
    .input(NewItem)
    .mutation(({ ctx, input }) => addItem(ctx.scope, input)),

  changeItem: can("offer.model")
    .input(ItemChange)
    .mutation(({ ctx, input }) => changeItem(ctx.scope, input)),

  draft: can("offer.model")
    .input(NewOffer)
    .mutation(({ ctx, input }) => draftOffer(ctx.scope, input)),

  draftVersion: can("offer.model")
    .input(OfferRef)
    .mutation(({ ctx, input }) => draftVersion(ctx.scope, input)),

  changeTerm: can("offer.model")
    .input(TermChange)
    .mutation(({ ctx, input }) => changeTerm(ctx.scope, input)),

  addComponent: can("offer.model")
    .input(NewComponent)
    .mutation(({ ctx, input }) => addComponent(ctx.scope, input)),

  changeComponent: can("offer.model")
    .input(ComponentChange)
    .mutation(({ ctx, input }) => changeComponent(ctx.scope, input)),

  removeComponent: can("offer.model")
    .input(ComponentRef)
    .mutation(({ ctx, input }) => removeComponent(ctx.scope, input)),

  submit: can("offer.model")
    .input(VersionRef)
    .mutation(({ ctx, input }) => submitOffer(ctx.scope, input)),

  takeBack: can("offer.model")
    .input(VersionRef)
    .mutation(({ ctx, input }) => takeBackOffer(ctx.scope, input)),

  decide: can("approval.decide")
    .input(OfferDecision)
    .mutation(({ ctx, input }) => decideOffer(ctx.scope, input)),

  publish: can("offer.publish")
    .input(VersionRef)
    .mutation(({ ctx, input }) => publishOffer(ctx.scope, input)),

  retire: can("offer.publish")
    .input(OfferRef)
    .mutation(({ ctx, input }) => retireOffer(ctx.scope, input)),
});
