// Loaded before a server that must not outlive whoever started it: when our standard input ends, so do we.
// Next hands its own flags on to processes that it starts for style sheets; those end as Next has them end.
if (process.argv[1]?.endsWith("/bin/next")) {
  process.stdin.on("end", letGo).on("error", letGo).resume();
  process.stdin.unref?.();
}

function letGo() {
  process.kill(process.pid, "SIGTERM");
}
