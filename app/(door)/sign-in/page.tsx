import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentSession, ownPath, waysIn } from "@/app/session";
import { Cast } from "@/components/door/cast";
import { LinkForm } from "@/components/door/link-form";
import { type Asked, asked } from "../asked";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage(props: Asked) {
  const [query, session, { provider, cast }] = await Promise.all([asked(props), currentSession(), waysIn()]);
  const { to: wanted, callbackUrl, error } = query;
  const to = ownPath(wanted ?? callbackUrl);
  if (session) redirect(to);
  return (
    <div className="grid gap-8">
      <h1 className="text-2xl font-semibold">Sign in</h1>
      <LinkForm to={to} provider={provider} error={error} />
      {cast.length > 0 && <Cast parts={cast} to={to} />}
    </div>
  );
}
