// Loaded before a server that must not outlive whoever started it: when our standard input ends, so do we.
process.stdin.on("end", letGo).on("error", letGo).resume();
process.stdin.unref?.();

function letGo() {
  process.kill(process.pid, "SIGTERM");
}
