import { can, router } from "@/server/access/procedures";
import { SearchInput } from "./input";
import { searchAll } from "./search";
import { readToday } from "./today/today";

export const searchRouter = router({
  global: can("search.read")
    .input(SearchInput)
    .query(({ ctx, input }) => searchAll(ctx.scope, input)),
});

export const todayRouter = router({
  read: can("today.read").query(({ ctx }) => readToday(ctx.scope)),
});
