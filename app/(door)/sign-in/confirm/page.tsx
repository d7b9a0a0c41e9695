import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ownPath } from "@/app/session";
import { DoorCard } from "@/components/door/frame";
import { Button } from "@/components/ui/button";
import { type Asked, asked } from "../../asked";

export const metadata: Metadata = { title: "Sign in" };

/** Looking at a link does not use it up: programs that read mails look, people press. */
export default async function ConfirmPage(props: Asked) {
  const { token, email, to } = await asked(props);
  if (!token || !email) redirect("/sign-in/problem?error=Verification");
  return (
    <DoorCard title="Almost there">
      <p>
        Sign in as <strong className="font-semibold [overflow-wrap:anywhere]">{email}</strong>?
      </p>
      <form method="post" action="/api/auth/callback/link" className="grid">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="to" value={ownPath(to)} />
        <Button type="submit" look="primary">
          Sign in
        </Button>
      </form>
      <p className="text-sm text-muted">
        If you did not ask for this link, close this page. Without this press nothing happens.
      </p>
    </DoorCard>
  );
}
