import { redirect } from "next/navigation";
import { portalOf } from "@/server/access/actor";
import { signedIn } from "./session";

/** Everybody's front page is the Today page of their own portal. */
export default async function FrontPage() {
  const { actor } = await signedIn();
  redirect(`/${portalOf(actor.role)}`);
}
