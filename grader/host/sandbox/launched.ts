/** Starts a command line of the sandbox: an empty environment, pipes, and the filter as file 3. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import type { Launch } from './launch.ts'

export function startLaunched({
  command,
  args,
  descriptor3,
}: Launch): ChildProcessWithoutNullStreams {
  const file = descriptor3 === undefined ? undefined : openSync(descriptor3, 'r')
  try {
    // With pipes for the first three, none of the streams is null.
    return spawn(command, args, {
      // Next declares NODE_ENV as always there; here nothing is.
      env: {} as NodeJS.ProcessEnv,
      stdio: ['pipe', 'pipe', 'pipe', ...(file === undefined ? [] : [file])],
    }) as ChildProcessWithoutNullStreams
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
