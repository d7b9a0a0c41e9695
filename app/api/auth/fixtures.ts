import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { Provider } from "oidc-provider";
import { SMTPServer } from "smtp-server";

/** A browser: keeps cookies per host, says where a form was sent from, and follows nothing by itself. */
export class Browser {
  readonly jars = new Map<string, Map<string, string>>();
  constructor(
    private readonly ours: string,
    private readonly answer: (request: Request) => Promise<Response>,
  ) {}

  get(url: string): Promise<Response> {
    return this.send(new Request(url, { headers: { "sec-fetch-site": "none" } }));
  }

  post(url: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    const body = new URLSearchParams(form);
    return this.send(new Request(url, { method: "POST", body, headers: { "sec-fetch-site": "same-origin", ...headers } }));
  }

  cookie(host: string, name: string): string | undefined {
    return this.jars.get(host)?.get(name);
  }

  private async send(request: Request): Promise<Response> {
    const { host, origin } = new URL(request.url);
    const jar = this.jars.get(host) ?? new Map<string, string>();
    this.jars.set(host, jar);
    request.headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    if (!request.headers.has("host")) request.headers.set("host", host);
    const response = origin === this.ours ? await this.answer(request) : await fetch(request, { redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/s);
      if (value === "" || /max-age=0(;|$)/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }
}

/** A mail server that takes everything and keeps it. */
export async function openSmtp() {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      }, done);
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

/** An identity provider whose accounts are `sub → claims`. */
export async function openProvider(redirectUri: string, accounts: Record<string, Record<string, unknown>>) {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "tributary", client_secret: "a secret of the test", redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    cookies: { keys: ["a key of the test"] },
    findAccount: (_ctx, sub) =>
      accounts[sub] ? { accountId: sub, claims: () => ({ sub, ...accounts[sub] }) } : undefined,
  });
  server.on("request", provider.callback());
  return { issuer, close: () => new Promise((resolve) => server.close(resolve)) };
}

/** Signs in at the provider and consents, as a person would; returns where it sends the browser back to. */
export async function passProvider(browser: Browser, start: string, account: string): Promise<string> {
  const { origin } = new URL(start);
  let at = start;
  for (let step = 0; step < 12; step += 1) {
    const page = await browser.get(at);
    const next = page.headers.get("location");
    if (next && !new URL(next, origin).href.startsWith(origin)) return next;
    if (next) {
      at = new URL(next, origin).href;
      continue;
    }
    const html = await page.text();
    const prompt = html.match(/name="prompt" value="(\w+)"/)?.[1];
    if (!prompt) throw new Error(`The provider shows no form at ${at}: ${html.slice(0, 400)}`);
    const sent = await browser.post(at, { prompt, login: account, password: "any" });
    at = new URL(sent.headers.get("location") ?? "", origin).href;
  }
  throw new Error("The provider goes in circles.");
}
