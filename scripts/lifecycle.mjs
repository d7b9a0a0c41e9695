import { register } from "tsx/esm/api";
import { build } from "./build.mjs";
import { endRunning, root } from "./ground.mjs";
import { phase, seconds } from "./phases.mjs";
import { requireFreePort } from "./ports.mjs";
import { options, serve } from "./serve.mjs";
import { close, closeOnSignal, isAsked, onClose } from "./shutdown.mjs";
import { openWorld } from "./world.mjs";

/** Brings everything up in order, prints where and as whom to come in, and stays until something ends. */
export async function start(mode) {
  const began = performance.now();
  process.chdir(root);
  register();
  closeOnSignal();
  onClose(endRunning);
  try {
    const chosen = options();
    await requireFreePort(chosen.port, chosen.host, "Choose one with PORT=3001 npm start.");
    const world = await openWorld(chosen);
    if (mode === "start") await phase("app", build);
    const server = {};
    await phase("server", async () => {
      Object.assign(server, await serve(mode, chosen, world.env));
    });
    greet(chosen, world.people, began);
    await Promise.race([server.ended, world.ended].filter(Boolean));
    if (isAsked()) return;
    console.error("\nThe server or its database ended by itself; stopping the rest.");
    process.exitCode = 1;
  } finally {
    await close();
  }
}

function greet({ port, host }, people, began) {
  const address = process.env.APP_URL ?? `http://${host === "127.0.0.1" ? "localhost" : host}:${port}`;
  console.log(`\nReady after ${seconds(began).trim()}: ${address}`);
  if (people.length === 0) return;
  const width = Math.max(...people.map(({ name }) => name.length));
  console.log("Sign in with one click as one of the cast:");
  for (const { name, email, parties } of people)
    console.log(`  ${name.padEnd(width)}  ${email}  (${parties})`);
}
