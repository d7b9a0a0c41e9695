import pino from "pino";
import { env } from "./env";

/**
 * Never in a log: amounts by party, secrets, addresses, tokens. Ids and names of steps are enough to find the
 * rest.
 */
const secret = ["password", "token", "secret", "authorization", "cookie", "email", "iban", "url"];

let logger: pino.Logger | undefined;

/** The process's log: a line of JSON an event, to standard output. */
export function log(): pino.Logger {
  logger ??= pino({
    level: env().logLevel,
    base: null,
    redact: { paths: secret.flatMap((name) => [name, `*.${name}`]), censor: "[kept]" },
  });
  return logger;
}
