import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport, type SendMailOptions } from "nodemailer";
import { render, toPlainText } from "react-email";
import type { Letter } from "@/emails/letter";

/** How mails leave: by SMTP or, where there is none, into a folder that the installation's owner can read. */
export type PostOffice = {
  readonly smtpUrl: string | undefined;
  readonly from: string;
  readonly folder: string;
};

export type Mail = {
  readonly to: string;
  readonly letter: Letter;
  /** Names the occasion, e.g. an event's id: sent again, it is the same mail to its reader's program. */
  readonly occasion: string;
};

export type Sent = { readonly by: "smtp" } | { readonly by: "folder"; readonly file: string };

/** Sends one mail, as HTML and as text. Throws when the server did not take it, so that a job tries again. */
export async function sendMail(office: PostOffice, mail: Mail): Promise<Sent> {
  const message = await written(office, mail);
  if (!office.smtpUrl) return { by: "folder", file: await keep(office, mail, message) };
  const transport = createTransport(office.smtpUrl, {
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail(message);
    return { by: "smtp" };
  } finally {
    transport.close();
  }
}

async function written(office: PostOffice, { to, letter, occasion }: Mail): Promise<SendMailOptions> {
  const html = await render(letter.body);
  const host = office.from.match(/@([^>\s]+)/)?.[1] ?? "localhost";
  return {
    from: office.from,
    to: { name: "", address: to }, // An object is taken as one address, whatever characters it has.
    subject: letter.subject,
    html,
    text: toPlainText(html),
    messageId: `<${occasion}@${host}>`,
    headers: { "Auto-Submitted": "auto-generated" }, // RFC 3834: no out-of-office answers to us.
  };
}

async function keep(office: PostOffice, { occasion }: Mail, message: SendMailOptions): Promise<string> {
  const { message: whole } = await createTransport({ streamTransport: true, buffer: true }).sendMail(message);
  await mkdir(office.folder, { recursive: true, mode: 0o700 });
  const file = join(office.folder, `${occasion.replaceAll(/[^\w.-]/g, "_")}.eml`);
  await writeFile(file, whole, { mode: 0o600 });
  return file;
}
