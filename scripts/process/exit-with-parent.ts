/**
 * Loaded with `--import` before the program of a child: ends the process when the one that
 * started it is gone, also after a SIGKILL, which lets nobody say goodbye. The sign is the
 * end of standard input, a pipe whose other end only the parent holds.
 */
const PATIENCE_MS = 5_000

// Workers and processes below inherit --import, but not this pipe.
if (process.env.NETSPLIT_PARENT_PIPE === '1') {
  delete process.env.NETSPLIT_PARENT_PIPE
  process.stdin.on('close', endProcess).resume()
  if ('unref' in process.stdin && typeof process.stdin.unref === 'function') process.stdin.unref()
}

function endProcess(): void {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), PATIENCE_MS).unref()
}
