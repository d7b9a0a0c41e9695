import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { session } from "@/db/schema/identity";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import type { MembershipId, OperatorId, PartyId, SessionId, UserId } from "@/server/core/ids";
import { asIdentity, mayEnter } from "./identity";
import {
  addMembership,
  addUser,
  blockMembership,
  blockUser,
  changeRole,
  type NewMembership,
  updateMembershipsOfParty,
} from "./membership";
import { createCallerFactory } from "./procedures";
import { sessionRouter } from "./router";
import {
  endSession,
  lifetime,
  listSessions,
  openSession,
  readSession,
  revokeSession,
  switchMembership,
} from "./session";

const now = new Date("2026-03-02T09:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const browser = { userAgent: "Firefox on a desk", ip: "203.0.113.7" };
const meridian = "opr_meridian" as OperatorId;

const alpine: Omit<NewMembership, "userId"> = {
  operatorId: meridian,
  partyId: "pty_alpine" as PartyId,
  path: "/alpine/",
  partyName: "Alpine Distribution",
  partyKind: "distributor",
  role: "partner_owner",
};
const headquarters: Omit<NewMembership, "userId"> = {
  operatorId: meridian,
  partyId: meridian as string as PartyId,
  path: "/",
  partyName: "Meridian Telecom",
  partyKind: "operator",
  role: "operator_finance",
};

let world: TestDatabase;
let person = 0;

beforeAll(async () => {
  world = await openTestDatabase();
});
afterAll(() => world.close());

describe("a session", () => {
  let user: UserId;
  let atAlpine: MembershipId;
  let atMeridian: MembershipId;
  let token: string;

  beforeEach(async () => {
    person += 1;
    token = `token-${person}`;
    user = await addUser(world.database, { email: `mira${person}@alpine.example`, name: "Mira Voss" }, now);
    atAlpine = await addMembership(world.database, { ...alpine, userId: user }, now);
    atMeridian = await addMembership(world.database, { ...headquarters, userId: user }, later(1));
    await openSession(world.database, { token, userId: user, browser, now });
  });

  test("acts as the membership that was given first", async () => {
    const read = await readSession(world.database, token, now);
    expect(read?.actor).toEqual({
      user,
      name: "Mira Voss",
      operator: meridian,
      party: alpine.partyId,
      path: "/alpine/",
      role: "partner_owner",
    });
    expect(read?.memberships.map(({ partyName, portal, active }) => [partyName, portal, active])).toEqual([
      ["Alpine Distribution", "partner", true],
      ["Meridian Telecom", "operator", false],
    ]);
  });

  test("keeps no token, only its digest", async () => {
    const rows = await asIdentity(world.database, (db) =>
      db.select().from(session).where(eq(session.userId, user)),
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("is nobody's without its token", async () => {
    expect(await readSession(world.database, "another", now)).toBeNull();
  });

  test("ends when nobody used it, and lives on when somebody did", async () => {
    expect(await readSession(world.database, token, later(lifetime.idle))).toBeNull();
    expect(await readSession(world.database, token, later(lifetime.idle - 1))).not.toBeNull();
    expect(await readSession(world.database, token, later(lifetime.idle + 1))).not.toBeNull();
  });

  test("ends at the latest after its whole life, however busy", async () => {
    for (let at = 0; at < lifetime.whole; at += lifetime.idle / 2) {
      expect(await readSession(world.database, token, later(at))).not.toBeNull();
    }
    expect(await readSession(world.database, token, later(lifetime.whole))).toBeNull();
  });

  test("takes another role with the next call", async () => {
    await changeRole(world.database, atAlpine, "partner_viewer");
    expect((await readSession(world.database, token, now))?.actor.role).toBe("partner_viewer");
  });

  test("is over when its membership is blocked, and does not slip into another", async () => {
    await blockMembership(world.database, atAlpine, now);
    expect(await readSession(world.database, token, now)).toBeNull();
  });

  test("is over when the block comes from elsewhere and left the session's row", async () => {
    await world.owner.query("update identity.membership set blocked_at = $1 where id = $2", [now, atAlpine]);
    expect(await readSession(world.database, token, now)).toBeNull();
  });

  test("is over when its person is blocked", async () => {
    await blockUser(world.database, user, now);
    expect(await readSession(world.database, token, now)).toBeNull();
    expect(await mayEnter(world.database, user)).toBe(false);
  });

  test("follows its organisation's name and place", async () => {
    const moved = { ...alpine, path: "/north/alpine/", partyName: "Alpine North" };
    await updateMembershipsOfParty(world.database, moved);
    const read = await readSession(world.database, token, now);
    expect([read?.actor.path, read?.memberships[0]?.partyName]).toEqual(["/north/alpine/", "Alpine North"]);
    await updateMembershipsOfParty(world.database, alpine);
  });

  test("switches to another own membership, which is where the next one starts", async () => {
    const held = await idOf(token);
    const moved = await switchMembership(world.database, { session: held, user, to: atMeridian });
    expect(moved).toEqual({ portal: "operator" });
    expect((await readSession(world.database, token, now))?.actor.role).toBe("operator_finance");
    await openSession(world.database, { token: `${token}-next`, userId: user, browser, now: later(9) });
    expect((await readSession(world.database, `${token}-next`, later(9)))?.actor.role).toBe(
      "operator_finance",
    );
  });

  test("does not switch to somebody else's membership, nor to a blocked one", async () => {
    const other = await addUser(
      world.database,
      { email: `other${person}@alpine.example`, name: "Other" },
      now,
    );
    const foreign = await addMembership(world.database, { ...headquarters, userId: other }, now);
    const held = await idOf(token);
    const toForeign = switchMembership(world.database, { session: held, user, to: foreign });
    await expect(toForeign).rejects.toMatchObject({ code: "NOT_FOUND" });

    await blockMembership(world.database, atMeridian, now);
    const toBlocked = switchMembership(world.database, { session: held, user, to: atMeridian });
    await expect(toBlocked).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await readSession(world.database, token, now))?.actor.party).toBe(alpine.partyId);
  });

  test("is listed with the others of its person, and revoked by them alone", async () => {
    await openSession(world.database, { token: `${token}-phone`, userId: user, browser, now: later(5) });
    const stranger = await addUser(
      world.database,
      { email: `else${person}@alpine.example`, name: "Else" },
      now,
    );
    const phone = await idOf(`${token}-phone`);
    expect((await listSessions(world.database, user, now)).map(({ id }) => id)).toEqual([
      phone,
      await idOf(token),
    ]);

    const byStranger = revokeSession(world.database, { id: phone, user: stranger });
    await expect(byStranger).rejects.toMatchObject({ code: "NOT_FOUND" });
    await revokeSession(world.database, { id: phone, user });
    expect(await readSession(world.database, `${token}-phone`, now)).toBeNull();
    expect(await readSession(world.database, token, now)).not.toBeNull();
  });

  test("ends when it signs out", async () => {
    await endSession(world.database, token);
    expect(await readSession(world.database, token, now)).toBeNull();
  });

  test("is refused by the next call after its role lost the permission or its membership ended", async () => {
    expect(await callAs(token).me()).toMatchObject({ user: { name: "Mira Voss" } });
    await blockMembership(world.database, atAlpine, now);
    await expect(callAs(token).me()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  /** As every request does: the actor is read anew. */
  function callAs(held: string) {
    const context = async () => {
      const read = await readSession(world.database, held, now);
      return {
        session: read,
        actor: read?.actor ?? null,
        database: world.database,
        now,
        correlation: "test",
      };
    };
    return createCallerFactory(sessionRouter)(context);
  }

  async function idOf(held: string): Promise<SessionId> {
    const read = await readSession(world.database, held, later(5));
    if (!read) throw new Error("The session is gone.");
    return read.id;
  }
});

describe("the schema of identities", () => {
  test.each(["user", "account", "session", "membership", "verification_token", "attempt"])(
    "keeps identity.%s from the role that runs the business",
    async (table) => {
      const peek = world.database.execute(`select * from identity."${table}"`);
      await expect(peek).rejects.toMatchObject({ cause: { code: "42501" } });
      const change = world.database.execute(`delete from identity."${table}"`);
      await expect(change).rejects.toMatchObject({ cause: { code: "42501" } });
    },
  );

  test("lets nobody be a member as a job or as a stranger", async () => {
    const user = await addUser(world.database, { email: "job@alpine.example", name: "Job" }, now);
    for (const role of ["system", "anonymous"] as const) {
      const added = addMembership(world.database, { ...alpine, userId: user, role }, now);
      await expect(added).rejects.toMatchObject({ code: "INVALID" });
    }
  });

  test("knows one person by one address, however it is written", async () => {
    const first = await addUser(world.database, { email: "Ines@Alpine.example ", name: "Ines" }, now);
    expect(await addUser(world.database, { email: "ines@alpine.EXAMPLE", name: "Ines again" }, now)).toBe(
      first,
    );
    expect(await mayEnter(world.database, first)).toBe(false);
  });
});
