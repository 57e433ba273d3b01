/** Reads vitest's report of a run: how many passed, and each failure with how to run it again. */
import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import { ROOT } from '../state/paths.ts'

/** What we read of vitest's JSON report. */
interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly testResults: readonly {
    /** The test file, absolute. */
    readonly name: string
    readonly status: string
    /** Why the file could not be run at all. */
    readonly message?: string
    readonly assertionResults: readonly {
      readonly title: string
      readonly status: string
      readonly failureMessages?: readonly string[] | null
    }[]
  }[]
}

export interface Tally {
  readonly passed: number
  readonly failed: number
  /** Each failure in a few lines: why, and the command that runs it again. */
  readonly failures: readonly string[]
}

const MESSAGE_LINES = 4

/**
 * What a run of vitest came to. Counts also what is no failed test but a failure: a file that
 * cannot be loaded, a crash, a skipped test that nobody asked to skip.
 */
export async function readTally({
  file,
  exitCode,
  namesFiltered,
}: {
  file: string
  exitCode: number
  /** Whether a filter by name was given: vitest reports all other tests as skipped then. */
  namesFiltered: boolean
}): Promise<Tally> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  const crash = `vitest ended with ${exitCode} and names no test: see its output above.`
  if (text === undefined) {
    return exitCode === 0
      ? { passed: 0, failed: 0, failures: [] }
      : { passed: 0, failed: 1, failures: [crash] }
  }
  const report = JSON.parse(text) as Report
  const failures = report.testResults.flatMap(failuresOfFile)
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  const skipped = namesFiltered ? 0 : report.numPendingTests
  if (skipped > 0) failures.push(`${skipped} skipped tests: nothing is skipped in silence.`)
  const failed = report.numFailedTests + broken + skipped
  const passed = report.numPassedTests
  if (failed > 0 || exitCode === 0) return { passed, failed, failures }
  return { passed, failed: 1, failures: [...failures, crash] }
}

function failuresOfFile({
  name,
  status,
  message,
  assertionResults,
}: Report['testResults'][number]): string[] {
  const path = relative(ROOT, name)
  if (status === 'failed' && assertionResults.length === 0) {
    return [described(message ?? 'the file could not be run.', `npm test -- ${path}`)]
  }
  return assertionResults
    .filter((assertion) => assertion.status === 'failed')
    .map(({ title, failureMessages }) =>
      described(failureMessages?.join('\n') ?? '', `npm test -- ${path} -t ${quoted(title)}`),
    )
}

function described(message: string, command: string): string {
  const lines = message.split('\n').filter((line) => line.trim() !== '')
  return [command, ...lines.slice(0, MESSAGE_LINES).map((line) => `    ${line.trim()}`)].join('\n')
}

/** A test's title as one word of a shell, and literally: `-t` takes a regular expression. */
function quoted(title: string): string {
  const literal = title.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return `'${literal.replaceAll("'", String.raw`'\''`)}'`
}
