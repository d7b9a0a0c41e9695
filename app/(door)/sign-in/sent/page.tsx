import type { Metadata } from "next";
import { DoorCard } from "@/components/door/frame";
import { TextLink } from "@/components/ui/text-link";

export const metadata: Metadata = { title: "Check your mail" };

export default function SentPage() {
  return (
    <DoorCard title="Check your mail">
      <p>
        If somebody with this address was invited, a link is on its way. It works once, within 10 minutes, in
        any browser.
      </p>
      <p className="text-sm text-muted">
        Nothing there? Look in the spam folder, or <TextLink href="/sign-in">ask for another link</TextLink>.
        Who was not invited gets no mail: ask whoever manages access at your organisation.
      </p>
    </DoorCard>
  );
}
