/**
 * How the commands speak: plain lines, and for a mistake that the user can mend one line
 * which says what is wrong and what to do, never a stack.
 */

/** A mistake outside the code (a port, a path, an address). The message is the whole answer. */
export class UserError extends Error {
  override name = 'UserError'
}

/** Prints one line of progress. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Prints one line of trouble. */
export function complain(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** The message of whatever was thrown. An AggregateError often has none of its own. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof AggregateError && thrown.message === '') {
    return thrown.errors.map(messageOf).join('; ')
  }
  return thrown instanceof Error ? thrown.message : String(thrown)
}

/** What a command prints for an error: a user's mistake in one line, a bug with its stack. */
export function explainFailure(thrown: unknown): string {
  if (thrown instanceof UserError) return `netsplit: ${thrown.message}`
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
}

/** Seconds since `startMs` (of performance.now()) with one decimal, for people. */
export function secondsSince(startMs: number): string {
  return `${((performance.now() - startMs) / 1000).toFixed(1)} s`
}

/** Runs a command. Its result is the exit code of the process; an error makes that 1. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command()
  } catch (thrown) {
    complain(explainFailure(thrown))
    process.exitCode = 1
  }
}
