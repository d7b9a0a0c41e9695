import { Trouble } from "./ground.mjs";

/**
 * Does one part of the start and says how long it took and, if the part answers with words, what came of it.
 */
export async function phase(name, work) {
  const began = performance.now();
  const outcome = await work();
  say(name, `${seconds(began)}${typeof outcome === "string" ? `  ${outcome}` : ""}`);
  return outcome;
}

export function say(name, words) {
  console.log(`  ${name.padEnd(12)} ${words}`);
}

export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`.padStart(7);
}

/** Runs a script's whole work; trouble ends it with a sentence, anything else with its stack. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Trouble ? `\n${error.message}` : error);
    process.exitCode = 1;
    setTimeout(() => process.exit(1), 2000).unref();
  }
}
