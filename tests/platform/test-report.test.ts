import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ROOT } from '../../scripts/state/paths.ts'
import { readTally } from '../../scripts/test/report.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netsplit-report-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** What `npm test` makes of a report of vitest's. */
async function tallyOf(report: unknown, { exitCode = 1, namesFiltered = false } = {}) {
  const file = join(folder, 'report.json')
  await writeFile(file, JSON.stringify(report))
  return readTally({ file, exitCode, namesFiltered })
}

const passing = { title: 'elects', status: 'passed', failureMessages: [] }

function fileReport(assertionResults: unknown[], rest: object = {}) {
  return { name: join(ROOT, 'tests/core/log.test.ts'), status: 'failed', assertionResults, ...rest }
}

test('a failed test is told with its reason and the command that runs it again', async () => {
  const failing = {
    title: "the follower's log (3 entries)",
    status: 'failed',
    failureMessages: ['Error: expected 3\n\n  at a\n  at b\n  at c\n  at d'],
  }
  const tally = await tallyOf({
    numPassedTests: 1,
    numFailedTests: 1,
    numPendingTests: 0,
    testResults: [fileReport([passing, failing])],
  })
  expect(tally).toMatchObject({ passed: 1, failed: 1 })
  expect(tally.failures).toEqual([
    [
      String.raw`npm test -- tests/core/log.test.ts -t 'the follower'\''s log \(3 entries\)'`,
      '    Error: expected 3',
      '    at a',
      '    at b',
      '    at c',
    ].join('\n'),
  ])
})

test('a file that cannot be loaded, a skipped test and a crash count as failures', async () => {
  const counts = { numPassedTests: 1, numFailedTests: 0, numPendingTests: 0 }
  const unloaded = await tallyOf({
    ...counts,
    testResults: [fileReport([], { message: 'Error: no such module' })],
  })
  expect(unloaded).toMatchObject({ passed: 1, failed: 1 })
  expect(unloaded.failures).toEqual([
    'npm test -- tests/core/log.test.ts\n    Error: no such module',
  ])

  const skipping = { ...counts, numPendingTests: 2, testResults: [fileReport([passing])] }
  expect(await tallyOf(skipping, { exitCode: 0 })).toMatchObject({ failed: 2 })
  const filtered = await tallyOf(skipping, { exitCode: 0, namesFiltered: true })
  expect(filtered).toMatchObject({ failed: 0, failures: [] })

  const crashed = await tallyOf({ ...counts, testResults: [] }, { exitCode: 134 })
  expect(crashed).toMatchObject({ passed: 1, failed: 1 })
  expect(crashed.failures).toEqual([expect.stringContaining('134')])
})

test('a run without a report failed unless it ended well', async () => {
  const nothing = { file: join(folder, 'none.json'), namesFiltered: false }
  expect(await readTally({ ...nothing, exitCode: 0 })).toMatchObject({ passed: 0, failed: 0 })
  expect(await readTally({ ...nothing, exitCode: 1 })).toMatchObject({ passed: 0, failed: 1 })
})
