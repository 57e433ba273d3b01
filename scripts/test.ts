/**
 * `npm test`: builds everything and runs all tests, fast ones first.
 *
 *   npm test -- --only fast       one of fast, corpus, host, e2e
 *   npm test -- raft              only files whose path contains "raft"
 *   npm test -- -t "a new leader" whatever else vitest takes
 *
 * The last line is always `Tests: <n> passed, <m> failed`.
 */
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runScript } from './process/run-script.ts'
import { type Shutdown, withShutdown } from './process/shutdown.ts'
import { buildBefore } from './serve/build.ts'
import { ROOT } from './state/paths.ts'
import { runCommand, say, secondsSince, UserError } from './terminal.ts'

const PROJECTS = ['fast', 'corpus', 'host', 'e2e'] as const
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
const OUTPUT_FOLDER = join(ROOT, 'tests', 'output')

interface Tally {
  readonly passed: number
  readonly failed: number
}

/** What we read of vitest's JSON report. */
interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly unknown[]
  }[]
}

const { projects, rest } = readArguments(process.argv.slice(2))
let total: Tally = { passed: 0, failed: 0 }
await runCommand(() => withShutdown(testAll))
say(`Tests: ${total.passed} passed, ${total.failed} failed`)
process.exit()

async function testAll(shutdown: Shutdown): Promise<number> {
  await mkdir(OUTPUT_FOLDER, { recursive: true })
  try {
    await buildBefore(shutdown)
    for (const project of projects) {
      const { passed, failed } = await testProject(project, shutdown)
      total = { passed: total.passed + passed, failed: total.failed + failed }
    }
  } catch (thrown) {
    // A build that fails is a failure like any other for whoever reads the last line.
    total = { ...total, failed: total.failed + 1 }
    throw thrown
  }
  if (total.passed + total.failed === 0) throw new UserError('no test has run: see the filters.')
  return total.failed === 0 ? 0 : 1
}

async function testProject(project: string, shutdown: Shutdown): Promise<Tally> {
  const startMs = performance.now()
  const file = join(OUTPUT_FOLDER, `${project}.json`)
  await rm(file, { force: true })
  say(`\nTesting ${project} …`)
  const run = runScript([
    VITEST,
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    '--passWithNoTests',
    ...rest,
  ])
  shutdown.onStop(() => run.stop())
  const code = await run.code
  const tally = await readTally(file, code)
  say(`${project}: ${tally.passed} passed, ${tally.failed} failed (${secondsSince(startMs)})`)
  return tally
}

/** Counts also what is no failed test but a failure: a file that cannot be loaded, a crash. */
async function readTally(file: string, exitCode: number): Promise<Tally> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return { passed: 0, failed: exitCode === 0 ? 0 : 1 }
  const report = JSON.parse(text) as Report
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  // With a filter by name vitest reports all others as skipped.
  const skipped = rest.some((argument) => /^(-t|--testNamePattern)/.test(argument))
    ? 0
    : report.numPendingTests
  if (skipped > 0) say(`${skipped} skipped tests count as failed: nothing is skipped in silence.`)
  const failed = report.numFailedTests + broken + skipped
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed }
}

function readArguments(given: readonly string[]): {
  projects: readonly string[]
  rest: readonly string[]
} {
  const index = given.indexOf('--only')
  if (index < 0) return { projects: PROJECTS, rest: given }
  const only = given[index + 1] ?? ''
  if (!PROJECTS.some((project) => project === only)) {
    say(`netsplit: --only takes one of ${PROJECTS.join(', ')}`)
    process.exit(2)
  }
  return { projects: [only], rest: given.toSpliced(index, 2) }
}
