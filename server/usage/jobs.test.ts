import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { dropUpload, keepUpload } from "@/server/integrations/storage/upload";
import { drain } from "@/server/jobs";
import { countsOf, now, openMapped, text } from "./fixtures/desk";
import { receiveFile } from "./receive";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

async function upload(name: string, content: string) {
  const world = await openMapped(db);
  async function* sent() {
    yield Buffer.from(content);
  }
  const kept = await keepUpload(sent());
  const given = { sourceId: world.sourceId, name, ...kept };
  const { fileId } = await world.run((scope) => receiveFile(scope, given), now);
  return { world, fileId, ...kept };
}

test("a file that came in is taken in by itself", async () => {
  const { fileId, storageKey } = await upload("march.csv", text(120, { unmatched: "nim-9" }));
  await drain(db.database, now);
  await dropUpload(storageKey);
  expect(await countsOf(db, fileId)).toMatchObject({ accepted: 120, parked: 1 });
  const { rows } = await db.owner.query("select code from app.audit_entry where object_id = $1 order by id", [
    fileId,
  ]);
  expect(rows.map(({ code }) => code)).toEqual(["usage.file.received", "usage.file.imported"]);
});

test("a file that is lost before it is read says so, and can be begun again", async () => {
  const { fileId, storageKey } = await upload("lost.csv", text(10));
  await dropUpload(storageKey);
  await drain(db.database, new Date(now.getTime() + 86_400_000));
  expect(await countsOf(db, fileId)).toMatchObject({
    ...{ status: "processing", read: 0 },
    error: "The import stopped. What was taken in until then is kept; start it again from the jobs page.",
  });
});
