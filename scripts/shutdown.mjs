const steps = [];
let closing;
let asked = false;

/** Remembers what must be undone, in reverse, when the script ends by itself, by a fault or by a signal. */
export function onClose(step) {
  steps.push(step);
}

export function close() {
  closing ??= (async () => {
    for (const step of steps.splice(0).reverse()) await step();
  })();
  return closing;
}

/** Whether somebody asked for the end. */
export function isAsked() {
  return asked;
}

/** From now on Ctrl-C and `kill` take down, in order, whatever is up by then. */
export function closeOnSignal() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, async () => {
      if (asked) return;
      asked = true;
      console.log("\nStopping.");
      await close();
      process.exit(0);
    });
  }
}
