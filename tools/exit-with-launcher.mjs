// Loaded into the API by the launcher: when the launcher is killed, its end of the pipe closes and the API ends, too.
const LIMIT_MS = 10_000;

process.stdin.on('end', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), LIMIT_MS).unref();
});
process.stdin.on('error', () => {});
process.stdin.resume();
process.stdin.unref();
