import type { Metadata } from "next";
import { DoorCard } from "@/components/door/frame";
import { LinkButton } from "@/components/ui/link-button";
import { type Asked, asked } from "../../asked";

export const metadata: Metadata = { title: "Not signed in" };

const usedUp = {
  title: "This link no longer works",
  text: "It was used already, or it is older than 10 minutes. Ask for a new one; it takes a moment.",
  action: "Ask for a new link",
};
const uninvited = {
  title: "You are not invited yet",
  text: "Your address is not known here, or its access has ended. Ask whoever manages access at your organisation.",
  action: "Use another address",
};
const other = {
  title: "That did not work",
  text: "You were not signed in, and nothing was changed. Please try again.",
  action: "Back to signing in",
};

export default async function ProblemPage(props: Asked) {
  const { error } = await asked(props);
  const { title, text, action } =
    error === "Verification" ? usedUp : error === "Uninvited" ? uninvited : other;
  return (
    <DoorCard title={title}>
      <p>{text}</p>
      <div>
        <LinkButton href="/sign-in" look="primary">
          {action}
        </LinkButton>
      </div>
    </DoorCard>
  );
}
