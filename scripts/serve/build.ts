/** The build as a child: its tools take hundreds of megabytes, which the server need not keep. */
import { runScript } from '../process/run-script.ts'
import type { Shutdown } from '../process/shutdown.ts'
import { UserError } from '../terminal.ts'

/** Makes these build steps, or all; skips what is up to date. */
export async function buildBefore(
  shutdown: Shutdown,
  steps: readonly string[] = [],
): Promise<void> {
  const build = runScript(['scripts/build-all.ts', ...steps])
  shutdown.onStop(() => build.stop())
  if ((await build.code) !== 0) throw new UserError('the build failed; the reason is above.')
}
