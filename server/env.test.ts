import { describe, expect, test } from "vitest";
import { parseEnv } from "./env";

const key = "k".repeat(32);
const enough = {
  DATABASE_URL: "postgres://tributary:secret@127.0.0.1:5432/tributary",
  SESSION_SECRET: key,
  SIGNING_SECRET: key,
  CONNECTOR_SECRET: key,
};

describe("the environment", () => {
  test("needs an address of the database and three keys, and has a default for the rest", () => {
    expect(parseEnv(enough)).toMatchObject({
      port: 3000,
      appUrl: "http://localhost:3000",
      demo: false,
      logLevel: "info",
      oidc: undefined,
      production: false,
    });
  });

  test("takes an empty variable for a missing one", () => {
    expect(parseEnv({ ...enough, SMTP_URL: "", PORT: "" })).toMatchObject({
      port: 3000,
      mail: { smtpUrl: undefined },
    });
  });

  test.each([
    ["DATABASE_URL", undefined, "DATABASE_URL is missing."],
    ["DATABASE_URL", "mysql://host/db", "DATABASE_URL should be an address like postgres://"],
    ["DATABASE_URL", "postgres:///db", "DATABASE_URL should be"],
    ["PORT", "seventy", "PORT should be a number."],
    ["PORT", "70000", "PORT should be a port."],
    ["SESSION_SECRET", "short", "SESSION_SECRET should have at least 32 characters"],
    ["SMTP_URL", "http://mail", "SMTP_URL should be an address like smtp://"],
    ["DEMO", "perhaps", "DEMO should be 1 or 0."],
    [
      "OIDC_ISSUER",
      "https://id.example",
      "OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set too, because OIDC_ISSUER is.",
    ],
    ["INNGEST_EVENT_KEY", "abc", "INNGEST_SIGNING_KEY must be set too, because INNGEST_EVENT_KEY is."],
  ])("says what is wrong with %s = %s", (name, value, sentence) => {
    expect(() => parseEnv({ ...enough, [name]: value })).toThrow(sentence);
  });

  test("does not repeat a secret in its complaint", () => {
    expect(() => parseEnv({ ...enough, SESSION_SECRET: "hunter2" })).not.toThrow(/hunter2/);
  });
});
