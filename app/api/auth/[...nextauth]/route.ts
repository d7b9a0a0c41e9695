import { after } from "next/server";
import { database } from "@/db/connection";
import { signInLink } from "@/emails/sign-in-link";
import { openDoor } from "@/server/access/door";
import { env } from "@/server/env";
import { sendMail } from "@/server/integrations/mail/send";
import { log } from "@/server/log";

let door: ReturnType<typeof openDoor> | undefined;

function answer(request: Request): Promise<Response> {
  door ??= open();
  return door(request);
}

function open() {
  const { appUrl, secrets, demo, oidc, mail, dataFolder } = env();
  const office = { smtpUrl: mail.smtpUrl, from: mail.from, folder: `${dataFolder}/mail` };
  return openDoor({
    database: database(),
    clock: () => new Date(),
    appUrl,
    secret: secrets.session,
    demo,
    oidc,
    async sendLink({ email, url, minutes }) {
      const occasion = `sign-in-${crypto.randomUUID()}`;
      const sent = await sendMail(office, {
        to: email,
        letter: signInLink({ url, email, minutes }),
        occasion,
      });
      if (sent.by === "folder")
        log().info({ file: sent.file }, "no SMTP_URL: the sign-in mail is kept in a file");
    },
    later: (work) =>
      after(() =>
        work().catch((error: unknown) => {
          log().error(
            { reason: error instanceof Error ? error.message : "unknown" },
            "a sign-in mail was not sent",
          );
        }),
      ),
    note: (what, facts) => log().info(facts ?? {}, what),
  });
}

export { answer as GET, answer as POST };
