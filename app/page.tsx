import { redirect } from "next/navigation";
import { portalOf } from "@/server/access/actor";
import { frontOf, signedIn } from "./session";

/** Everybody's front page is the Today page of their own portal. */
export default async function FrontPage() {
  const { actor } = await signedIn();
  redirect(frontOf(portalOf(actor.role)));
}
