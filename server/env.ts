import { z } from "zod";

const flag = z
  .enum(["1", "0", "true", "false", "on", "off"], "be 1 or 0")
  .transform((word) => /^(1|true|on)$/.test(word));
const postgresUrl = z
  .string()
  .refine(isPostgresUrl, "be an address like postgres://user:password@host:5432/database");
const httpUrl = z.url({ protocol: /^https?$/, error: "be an address like https://tributary.example" });
const key = z.string().min(32, "have at least 32 characters, e.g. from `openssl rand -hex 32`");

const variables = z.object({
  DATABASE_URL: postgresUrl,
  DATABASE_OWNER_URL: postgresUrl.optional(),
  NEON_PROXY: z.string().optional(),
  PORT: z.coerce.number("be a number").int().min(1, "be a port").max(65_535, "be a port").default(3000),
  APP_URL: httpUrl.optional(),
  SESSION_SECRET: key,
  SIGNING_SECRET: key,
  CONNECTOR_SECRET: key,
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "be an address like smtp://user:password@host:587" })
    .optional(),
  MAIL_FROM: z.string().default("Tributary <tributary@localhost>"),
  OIDC_ISSUER: httpUrl.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default("Single sign-on"),
  OIDC_TRUSTS_EMAIL: flag.default(false),
  INNGEST_EVENT_KEY: z.string().optional(),
  INNGEST_SIGNING_KEY: z.string().optional(),
  INNGEST_DEV: z.string().optional(),
  INNGEST_BASE_URL: httpUrl.optional(),
  DATA_DIR: z.string().default(".data"),
  DEMO: flag.default(false),
  SUPPLIER_SIMULATOR_URL: httpUrl.optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug", "trace"]).default("info"),
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
});

const together = [
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
  ["INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY"],
] as const;

export type Env = ReturnType<typeof parseEnv>;

let parsed: Env | undefined;

/**
 * What the environment says. Read when first asked for, because a build has none; a bad variable is told in a
 * sentence.
 */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

export function parseEnv(source: Record<string, string | undefined>) {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ""),
  );
  const result = variables.safeParse(given);
  const faults = result.success
    ? []
    : result.error.issues.map(({ path, message }) => tell(path.join("."), given, message));
  for (const names of together) {
    const missing = names.filter((name) => !given[name]);
    if (missing.length > 0 && missing.length < names.length) {
      faults.push(
        `${missing.join(" and ")} must be set too, because ${names.find((name) => given[name])} is.`,
      );
    }
  }
  if (!result.success || faults.length > 0)
    throw new Error(`The environment is not right.\n${faults.join("\n")}`);
  return named(result.data);
}

function named(values: z.infer<typeof variables>) {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  return {
    databaseUrl: values.DATABASE_URL,
    databaseOwnerUrl: values.DATABASE_OWNER_URL,
    /** A WebSocket proxy that stands in for Neon's. */
    neonProxy: values.NEON_PROXY,
    port: values.PORT,
    /** Where people reach the server, without a slash at the end. */
    appUrl: (values.APP_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ""),
    secrets: {
      session: values.SESSION_SECRET,
      signing: values.SIGNING_SECRET,
      connector: values.CONNECTOR_SECRET,
    },
    mail: { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM },
    oidc:
      issuer && clientId && clientSecret
        ? { issuer, clientId, clientSecret, name: values.OIDC_NAME, trustsEmail: values.OIDC_TRUSTS_EMAIL }
        : undefined,
    inngest: {
      eventKey: values.INNGEST_EVENT_KEY,
      signingKey: values.INNGEST_SIGNING_KEY,
      /** `1` for the dev server at its usual address, or that address. */
      dev: values.INNGEST_DEV === "0" ? undefined : values.INNGEST_DEV,
      baseUrl: values.INNGEST_BASE_URL,
    },
    /** Where the installation keeps what is not in the database. */
    dataFolder: values.DATA_DIR,
    /** Offers the demo world's cast on the sign-in page. Never where real people sign in. */
    demo: values.DEMO,
    supplierSimulatorUrl: values.SUPPLIER_SIMULATOR_URL,
    logLevel: values.LOG_LEVEL,
    production: values.NODE_ENV === "production",
  };
}

function tell(name: string, given: Record<string, string | undefined>, message: string): string {
  if (given[name] === undefined) return `${name} is missing.`;
  return `${name} should ${/^(be|have) /.test(message) ? message : `be right (${message})`}.`;
}

function isPostgresUrl(value: string): boolean {
  return (
    URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol) && new URL(value).hostname !== ""
  );
}
