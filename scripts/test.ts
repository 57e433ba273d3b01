/**
 * `npm test`: builds everything and runs all tests, fast ones first.
 *
 *   npm test -- --only fast       one of fast, corpus, host, e2e
 *   npm test -- raft              only files whose path contains "raft"
 *   npm test -- -t "a new leader" whatever else vitest takes
 *
 * The last line is always `Tests: <n> passed, <m> failed`; before it each failure is named once
 * more, so that whoever has only the end of a long output knows what to run again.
 */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runScript } from './process/run-script.ts'
import { type Shutdown, withShutdown } from './process/shutdown.ts'
import { buildBefore } from './serve/build.ts'
import { ROOT } from './state/paths.ts'
import { runCommand, say, secondsSince, UserError } from './terminal.ts'
import { readTally, type Tally } from './test/report.ts'

const PROJECTS = ['fast', 'corpus', 'host', 'e2e'] as const
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
const OUTPUT_FOLDER = join(ROOT, 'tests', 'output')

const { projects, rest } = readArguments(process.argv.slice(2))
let total: Tally = { passed: 0, failed: 0, failures: [] }
await runCommand(() => withShutdown(testAll))
for (const failure of total.failures) say(`Failed: ${failure}`)
say(`Tests: ${total.passed} passed, ${total.failed} failed`)
process.exit()

async function testAll(shutdown: Shutdown): Promise<number> {
  await mkdir(OUTPUT_FOLDER, { recursive: true })
  try {
    await buildBefore(shutdown)
    for (const project of projects) {
      const { passed, failed, failures } = await testProject(project, shutdown)
      total = {
        passed: total.passed + passed,
        failed: total.failed + failed,
        failures: [...total.failures, ...failures],
      }
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
  const namesFiltered = rest.some((argument) => /^(-t|--testNamePattern)/.test(argument))
  const tally = await readTally({ file, exitCode: code, namesFiltered })
  say(`${project}: ${tally.passed} passed, ${tally.failed} failed (${secondsSince(startMs)})`)
  return tally
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
