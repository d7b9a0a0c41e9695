// npx tsx bench/pages.mts [address] [seconds]
// How long the server takes to answer with a page of the seeded world, warm: Today, a list, a detail, the
// trace; asked by one connection, and by ten at once. Start the world first: npm start.
import autocannon from "autocannon";
import { enterAs, loopback, pagesOf } from "./session";

const [address, seconds = "10"] = process.argv.slice(2);
const base = loopback(address);
const cookie = await enterAs(base, "Helen Okafor");

console.log("| page | connections | p50 (ms) | p97.5 (ms) | answers/s | failed |");
console.log("| --- | --- | --- | --- | --- | --- |");
for (const [name, path] of await pagesOf(base, cookie)) {
  for (const connections of [1, 10]) {
    const asked = { url: new URL(path, base).href, headers: { cookie }, connections };
    await autocannon({ ...asked, amount: 3 * connections }); // Warms it.
    const { latency, requests, errors, non2xx } = await autocannon({
      ...asked,
      duration: Math.min(Number(seconds), 30),
    });
    const cells = [
      name,
      connections,
      latency.p50,
      latency.p97_5,
      requests.average.toFixed(1),
      errors + non2xx,
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}
