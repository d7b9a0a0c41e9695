import { api, found } from "@/app/api";
import { signedIn } from "@/app/session";
import { QuoteView } from "@/components/quote/quote-view";
import { may } from "@/server/access/permissions";
import type { Id } from "@/server/core/ids";

export const metadata = { title: "Quote" };

export default async function QuotePage({ params, searchParams }: PageProps<"/partner/quotes/[id]">) {
  const [{ id }, { version }, { actor }, caller] = await Promise.all([
    params,
    searchParams,
    signedIn("partner"),
    api(),
  ]);
  const asked = typeof version === "string" ? { versionId: version as Id<"quoteVersion"> } : {};
  const quote = await found(caller.quote.get({ id: id as Id<"quote">, ...asked }));
  const order = await caller.order.ofQuote({ quoteVersionId: quote.version.id });
  return (
    <QuoteView
      {...{ quote, order }}
      base="/partner"
      viewer={actor.party}
      mayCompose={may(actor, "quote.compose")}
    />
  );
}
