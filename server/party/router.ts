import { type Context, can, router } from "@/server/access/procedures";
import { addParty } from "./add";
import { amendAgreement } from "./amend";
import { setBankAccount } from "./bank";
import { readAgreementsOf, readEdgesOf, readPartyPage } from "./detail";
import {
  Amendment,
  EdgeEnd,
  Invitation,
  NewAgreement,
  NewBankAccount,
  NewEdge,
  NewParty,
  PartyList,
  PartyRef,
  StatusChange,
} from "./input";
import { endEdge, joinEdge } from "./join";
import { listParties, readAgreementChoices, readChoices, readTree } from "./list";
import { inviteMember, readPeople } from "./people";
import { setPartyStatus } from "./set-status";
import { signAgreement } from "./sign";

export const partyRouter = router({
  list: can("party.read")
    .input(PartyList)
    .query(({ ctx, input }) => listParties(ctx.scope, input)),

  tree: can("party.read").query(({ ctx }) => readTree(ctx.scope)),

  get: can("party.read")
    .input(PartyRef)
    .query(({ ctx, input }) => readPartyPage(ctx.scope, input.id)),

  edges: can("agreement.read")
    .input(PartyRef)
    .query(({ ctx, input }) => readEdgesOf(ctx.scope, input.id)),

  agreements: can("agreement.read")
    .input(PartyRef)
    .query(({ ctx, input }) => readAgreementsOf(ctx.scope, input.id)),

  people: can("party.read")
    .input(PartyRef)
    .query(({ ctx, input }) => readPeople(ctx.scope, identityOf(ctx), input.id)),

  choices: can("party.read").query(({ ctx }) => readChoices(ctx.scope)),

  agreementChoices: can("party.manage")
    .input(PartyRef)
    .query(({ ctx, input }) => readAgreementChoices(ctx.scope, input.id)),

  add: can("party.manage")
    .input(NewParty)
    .mutation(({ ctx, input }) => addParty(ctx.scope, input)),

  setStatus: can("party.manage")
    .input(StatusChange)
    .mutation(({ ctx, input }) => setPartyStatus(ctx.scope, input)),

  invite: can("party.manage")
    .input(Invitation)
    .mutation(({ ctx, input }) => inviteMember(ctx.scope, identityOf(ctx), input)),

  sign: can("party.manage")
    .input(NewAgreement)
    .mutation(({ ctx, input }) => signAgreement(ctx.scope, input)),

  amend: can("party.manage")
    .input(Amendment)
    .mutation(({ ctx, input }) => amendAgreement(ctx.scope, input)),

  join: can("party.manage")
    .input(NewEdge)
    .mutation(({ ctx, input }) => joinEdge(ctx.scope, input)),

  endEdge: can("party.manage")
    .input(EdgeEnd)
    .mutation(({ ctx, input }) => endEdge(ctx.scope, input)),

  setAccount: can("account.change")
    .input(NewBankAccount)
    .mutation(({ ctx, input }) => setBankAccount(ctx.scope, input)),
});

/** People are kept behind connections of their own. */
function identityOf({ identity, database }: Context) {
  return identity ?? database;
}
