import { Action, Frame, Paragraph } from "./frame";
import type { Letter } from "./letter";

type Facts = { url: string; email: string; minutes: number };

export function signInLink({ url, email, minutes }: Facts): Letter {
  return {
    subject: "Your sign-in link",
    body: (
      <Frame
        preview={`Opens Tributary once, within ${minutes} minutes.`}
        title="Sign in to Tributary"
        reason={`Somebody asked to sign in as ${email}. If it was not you, do nothing: without this mail nobody gets in.`}
      >
        <Paragraph>This link works once, within {minutes} minutes.</Paragraph>
        <Action href={url}>Sign in</Action>
      </Frame>
    ),
  };
}
