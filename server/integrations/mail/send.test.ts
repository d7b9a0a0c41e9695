import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { signInLink } from "@/emails/sign-in-link";
import { sendMail } from "./send";

const letter = signInLink({ url: "http://localhost:3000/sign-in", email: "a@b.example", minutes: 10 });

describe("a mail", () => {
  test("is kept in a folder where there is no server for it, for its owner alone", async () => {
    const folder = join(mkdtempSync(join(tmpdir(), "mail-")), "mail");
    const sent = await sendMail(
      { smtpUrl: undefined, from: "T <t@x.example>", folder },
      { to: "a@b.example", letter, occasion: "evt_1" },
    );
    expect([sent.by, readdirSync(folder)]).toEqual(["folder", ["evt_1.eml"]]);
    expect(readFileSync(join(folder, "evt_1.eml"), "utf8")).toMatch(/Message-ID: <evt_1@x\.example>/);
  });

  test("that the server refuses is an error, so that it is tried again", async () => {
    const office = { smtpUrl: "smtp://127.0.0.1:9", from: "t@x.example", folder: "/nowhere" };
    await expect(sendMail(office, { to: "a@b.example", letter, occasion: "evt_2" })).rejects.toThrow(
      /ECONNREFUSED/,
    );
  });
});
