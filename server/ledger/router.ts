import { can, router } from "@/server/access/procedures";
import { AccountList, AccountRef, EntryList, TransactionRef } from "./input";
import { proveBooks } from "./prove";
import { listAccounts, listEntries, readAccount, readTransaction, readTrialBalance } from "./read";

export const ledgerRouter = router({
  trialBalance: can("ledger.read").query(({ ctx }) => readTrialBalance(ctx.scope)),
  accounts: can("ledger.read")
    .input(AccountList)
    .query(({ ctx, input }) => listAccounts(ctx.scope, input)),
  account: can("ledger.read")
    .input(AccountRef)
    .query(({ ctx, input }) => readAccount(ctx.scope, input)),
  entries: can("ledger.read")
    .input(EntryList)
    .query(({ ctx, input }) => listEntries(ctx.scope, input)),
  transaction: can("ledger.read")
    .input(TransactionRef)
    .query(({ ctx, input }) => readTransaction(ctx.scope, input)),
  proof: can("ledger.read").query(({ ctx }) => proveBooks(ctx.scope)),
});
