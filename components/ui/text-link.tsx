import { Anchor, type AnchorProps } from "./anchor";

/** A link inside words or a cell. */
export function TextLink(props: Omit<AnchorProps, "className">) {
  return <Anchor {...props} className={look} />;
}

const look = "rounded-sm text-river underline decoration-river/35 underline-offset-3 hover:decoration-river";
