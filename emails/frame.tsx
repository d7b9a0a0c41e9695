import type { ReactNode } from "react";
import { Body, Button, Container, Head, Heading, Hr, Html, Preview, Section, Text } from "react-email";

type Props = {
  /** What an inbox shows beside the subject. */
  preview: string;
  title: string;
  children: ReactNode;
  /** Why the reader gets this, and what to do if it was not meant for them. */
  reason: string;
};

const paper = "#f6f4ee";
const ink = "#1e1d18";
const muted = "#625c50";
const river = "#0d6a6c";
const line = "#e2dccf";
const sans = "-apple-system, 'Segoe UI', Helvetica, Arial, sans-serif";

/** The sheet every letter of ours is written on. */
export function Frame({ preview, title, children, reason }: Props) {
  return (
    <Html lang="en">
      <Head>
        <meta name="color-scheme" content="light" />
      </Head>
      <Preview>{preview}</Preview>
      <Body style={{ backgroundColor: paper, color: ink, fontFamily: sans, margin: 0, padding: "32px 12px" }}>
        <Container style={{ maxWidth: 520, margin: "0 auto" }}>
          <Text style={{ color: river, fontSize: 15, fontWeight: 600, margin: "0 0 16px 4px" }}>
            Tributary
          </Text>
          <Section
            style={{
              backgroundColor: "#fefdfa",
              border: `1px solid ${line}`,
              borderRadius: 9,
              padding: "28px 28px 24px",
            }}
          >
            <Heading
              as="h1"
              style={{ fontSize: 21, fontWeight: 600, lineHeight: "28px", margin: "0 0 12px" }}
            >
              {title}
            </Heading>
            {children}
          </Section>
          <Text style={{ color: muted, fontSize: 12, lineHeight: "18px", margin: "16px 4px 0" }}>
            {reason}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return <Text style={{ fontSize: 15, lineHeight: "23px", margin: "0 0 16px" }}>{children}</Text>;
}

/** The one thing to do, and the same address in full for a mail program that shows no buttons. */
export function Action({ href, children }: { href: string; children: ReactNode }) {
  return (
    <>
      <Button
        href={href}
        style={{
          backgroundColor: river,
          borderRadius: 5,
          color: "#ffffff",
          fontSize: 15,
          fontWeight: 600,
          padding: "11px 18px",
        }}
      >
        {children}
      </Button>
      <Hr style={{ borderColor: line, margin: "24px 0 12px" }} />
      <Text style={{ color: muted, fontSize: 12, lineHeight: "18px", margin: 0, wordBreak: "break-all" }}>
        {href}
      </Text>
    </>
  );
}
