import { createServer } from "node:net";
import { Trouble } from "./ground.mjs";

/** Stops with a sentence, which ends in what to do about it, unless the port can be listened on. */
export async function requireFreePort(port, host, remedy) {
  const probe = createServer();
  const fault = await new Promise((done) =>
    probe.once("error", done).listen(port, host, () => done(undefined)),
  );
  if (!fault) return new Promise((done) => probe.close(() => done()));
  const reason =
    fault.code === "EADDRINUSE" ? "is taken by another program" : `cannot be used (${fault.code})`;
  throw new Trouble(`Port ${port} of ${host} ${reason}. ${remedy}`);
}

/** A port of the loopback that nobody listens on just now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
