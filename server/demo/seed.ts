import { openDatabase } from "@/db/client";
import { env } from "@/server/env";
import { setEventContext } from "@/server/events/context";
import { playYear } from "./year/play";

/** Plays the demo world into the database that the environment names, and says how it goes. */
async function seed(): Promise<void> {
  const { databaseUrl, neonProxy, secrets, supplierSimulatorUrl } = env();
  const now = new Date();
  const { database, close } = openDatabase(databaseUrl, { max: 6, ...(neonProxy ? { neonProxy } : {}) });
  setEventContext({ database, clock: () => now });
  const tell = (sentence: string) => process.stdout.write(`    ${sentence}\n`);
  try {
    await playYear(database, {
      now,
      months: 12,
      signingKey: secrets.signing,
      supplierUrl: supplierSimulatorUrl,
      tell,
    });
  } finally {
    await close();
  }
}

await seed();
