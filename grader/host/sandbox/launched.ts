/** Starts a command line of the sandbox: an empty environment, pipes, and the filter as file 3. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { type Launch, SANDBOX_UID } from './launch.ts'

export function startLaunched({
  command,
  args,
  descriptor3,
}: Launch): ChildProcessWithoutNullStreams {
  const file = descriptor3 === undefined ? undefined : openSync(descriptor3, 'r')
  try {
    // With pipes for the first three, none of the streams is null.
    return spawn(command, withOwnUser(args), {
      // Next declares NODE_ENV as always there; here nothing is.
      env: {} as NodeJS.ProcessEnv,
      stdio: ['pipe', 'pipe', 'pipe', ...(file === undefined ? [] : [file])],
    }) as ChildProcessWithoutNullStreams
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

const USERS = 1_000
/** Graders on one machine begin at different numbers. */
let next = process.pid * 31

/**
 * Each process has a user that nothing else has at the time, so that what the kernel counts
 * by user (processes and threads) is counted for it alone.
 */
function withOwnUser(args: readonly string[]): readonly string[] {
  const user = SANDBOX_UID + (next++ % USERS)
  return args.map((arg) => arg.replace(/^(--re[ug]id=)\d+$/, `$1${user}`))
}
