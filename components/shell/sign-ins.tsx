"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/api/client";
import { useAction } from "@/components/api/use-action";
import { Instant } from "@/components/date/instant";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";

/** Every browser a person is signed in with, and the way to end any other. */
export function SignIns({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const held = useQuery(trpc.session.list.queryOptions());
  const revoke = useAction(trpc.session.revoke.mutationOptions(), {
    done: "That browser is signed out",
    tell: "here",
    onDone: () => void queries.invalidateQueries({ queryKey: trpc.session.list.queryKey() }),
  });
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Where you are signed in"
      description="End what you do not know or no longer use. Ending one takes effect at once."
    >
      {held.isPending && <Skeleton className="h-24 w-full" />}
      {held.isError && <Callout tone="bad">The list could not be read. Nothing was changed.</Callout>}
      {revoke.refusal && <Callout tone="bad">{revoke.refusal}</Callout>}
      <ul>
        {held.data?.map((each) => (
          <li key={each.id} className="flex items-center gap-3 border-b border-line py-2 last:border-0">
            <div className="min-w-0 flex-1">
              <p className="font-medium">
                {browserWord(each.userAgent)} {each.current && <Badge tone="info">this one</Badge>}
              </p>
              <p className="text-sm text-muted">
                {each.partyName} · {each.ip} · last used <Instant at={each.lastSeenAt} timeZone={zone} />
              </p>
            </div>
            {!each.current && (
              <Button size="sm" disabled={revoke.pending} onClick={() => revoke.run({ sessionId: each.id })}>
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** "Firefox on Linux", as far as the browser says. */
function browserWord(agent: string): string {
  const browser = /Edg\//.test(agent) ? "Edge" : (/Firefox|Chrome|Safari/.exec(agent)?.[0] ?? "A browser");
  const system = /Android|iPhone|iPad|Windows|Mac OS|Linux/.exec(agent)?.[0];
  return system ? `${browser} on ${system}` : browser;
}
