/**
 * What the page says while a submission waits, and when nobody can judge it: a real site on a
 * database of its own, without a grader. The test does by hand what graders do, with their own
 * functions, one step at a time.
 */
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SeedOutcome } from '#core'
import { db } from '#db'
import type { Grade } from '#host/grade.ts'
import { type Heartbeat, startHeartbeat } from '#host/queue/heartbeat.ts'
import { ATTEMPTS_MAX, recordFault } from '#host/queue/set-aside.ts'
import { type HeldSubmission, storeProgress, takeSubmission } from '#host/queue/submissions.ts'
import { recordVerdict } from '#host/queue/verdicts.ts'
import { migrate } from '../../scripts/migrate/apply-migrations.ts'
import { webEnvironment } from '../../scripts/serve/environment.ts'
import { startWeb, type WebProcess } from '../../scripts/serve/web.ts'
import { freePort } from '../../scripts/state/port.ts'
import { accessibilityProblems } from '../support/accessibility.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { makeTestDatabase, type TestDatabase } from '../support/database.ts'
import { throwawayFolder } from '../support/throwaway-folder.ts'
import { arrange, LAB, openLab, pane, status } from './lab-page.ts'

const JUDGE = { graderId: 'a grader', labVersion: 1 } as const
const NO_CHECKS = { seedBase: 1n, seedsTotal: 0, checksTotal: 1, checks: [], failures: [] } as const

const ends: (() => Promise<unknown>)[] = []
let database: TestDatabase
let web: WebProcess
let browser: OpenBrowser
let page: Page

beforeAll(async () => {
  database = await makeTestDatabase()
  ends.push(() => database.remove())
  process.env.DATABASE_URL = database.url
  await migrate(database.url)
  ends.push(() => db.$disconnect())
  const folder = await throwawayFolder()
  ends.push(() => folder.remove())
  const port = await freePort()
  const address = { host: '127.0.0.1', port, url: `http://localhost:${port}` }
  const common = { databaseUrl: database.url, dataFolder: folder.path }
  web = startWeb({
    address,
    dataFolder: folder.path,
    environment: webEnvironment({ ...common, address, authSecret: randomUUID().repeat(2) }),
  })
  ends.push(() => web.child.stop())
  await web.ready
  browser = await openBrowser({ viewport: { width: 1280, height: 800 }, baseURL: address.url })
  ends.push(() => browser.close())
  page = await browser.context.newPage()
  await openLab(page)
  await arrange(page, 'Code')
})
afterAll(async () => {
  for (const end of ends.toReversed()) await end()
})

/** Presses Submit; the queue keeps what comes of it. */
async function handIn(): Promise<void> {
  await page.getByRole('button', { name: 'Submit', exact: true }).click()
  await status(page, /queue|Saved/)
}

/** The submission of this page that is open, in the hands of this grader. */
async function take(graderId: string = JUDGE.graderId): Promise<HeldSubmission> {
  const { id } = await db.submission.findFirstOrThrow({
    where: { state: { in: ['queued', 'running'] } },
    orderBy: { createdAt: 'desc' },
  })
  const held = await takeSubmission(id, graderId)
  if (held === undefined) throw new Error(`the submission ${id} cannot be taken`)
  return held
}

async function judge(grade: Partial<Grade> & Pick<Grade, 'outcome'>): Promise<void> {
  await handIn()
  await recordVerdict(await take(), { ...NO_CHECKS, message: '', ...grade }, JUDGE)
}

/** A verdict in which the first check ended so. */
function gradeWith(outcome: SeedOutcome): Partial<Grade> & Pick<Grade, 'outcome'> {
  const verdict = outcome.kind === 'unknown' ? 'unknown' : 'fail'
  const check = {
    checkId: 'healthy-cluster',
    title: 'A healthy network',
    visible: true,
    claims: [],
    verdict,
    seedsPassed: 3,
    seedsRun: 4,
    seedCount: 20,
    failure: { seed: 4, outcome, traceHash: '', eventCount: 9 },
  } as const
  return { outcome: verdict === 'unknown' ? 'unknown' : 'failed', checks: [check] }
}

/** What the pane of the checks says, in both themes without an accessibility problem. */
async function expectSaid(...says: readonly RegExp[]): Promise<void> {
  for (const words of says) await pane(page, 'Checks').getByText(words).first().waitFor()
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await accessibilityProblems(page), colorScheme).toEqual([])
  }
}

it('no grader is at work: it is saved, and nobody need wait', async () => {
  await handIn()
  expect(await status(page, /grader/)).toBe('Saved. No grader is at work right now.')
  await expectSaid(/^Your code is saved, and it is graded as soon as/, /^You can go on editing/)
})

it('a newer submission takes its place', async () => {
  const stale = await browser.context.newPage()
  await stale.goto(LAB)
  await status(stale, /Saved/)
  await handIn()
  expect(await status(stale, /Replaced/)).toBe('Replaced by a newer submission of yours.')
  await stale.close()
})

let heartbeat: Heartbeat

it('a grader is back: its place in the queue is told', async () => {
  heartbeat = await startHeartbeat(
    { id: JUDGE.graderId, workerIds: [], layers: [], concurrency: 1, holding: new Set() },
    (fault) => expect.fail(fault),
  )
  ends.push(() => heartbeat.stop())
  await page.reload()
  expect(await status(page, /queue/)).toMatch(/^Next in the queue/)
  await expectSaid(/^You need not wait on this page/)
})

it('a grader has taken it: how far it is', async () => {
  const held = await take()
  expect(await status(page, /Grading/)).toBe('Grading…')
  await storeProgress(held, { seedsDone: 30, seedsTotal: 240 })
  await expectSaid(/^30 of 240 seeds, hidden checks included\.$/)
  await recordVerdict(held, { ...NO_CHECKS, outcome: 'passed', message: '' }, JUDGE)
  await status(page, /^Passed/)
})

it('our fault: free, and we know', async () => {
  const message = 'Something of ours failed, so this submission could not be judged.'
  await judge({ outcome: 'our-fault', message })
  expect(await status(page, /fault/)).toBe('Not judged. This is our fault.')
  await expectSaid(/^Something of ours failed.*We know about it, and it cost you nothing\.$/)
  await pane(page, 'Checks').getByRole('button', { name: 'Submit again' }).waitFor()
})

it('set aside: nobody could judge it, and it is not lost', async () => {
  await handIn()
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
    const graderId = `grader ${attempt}`
    await recordFault(await take(graderId), { graderId, reason: 'the test says so' })
  }
  expect(await status(page, /aside/)).toBe('Set aside: something of ours failed.')
  await expectSaid(/^We failed each time .* nothing is lost/, /at any time, for free\.$/)
})

it('not deterministic, found by a grader', async () => {
  await judge(gradeWith({ kind: 'not-deterministic', event: 118 }))
  expect(await status(page, /broken/)).toBe('0 of 1 checks hold, 1 broken.')
  await expectSaid(/^Two runs with seed 4 differed first at event 118\.$/, /^3 of 20 seeds$/)
})

it('undecided: a limit of ours came first, which is no failure and no pass', async () => {
  await judge(gradeWith({ kind: 'unknown', why: 'the run reached 200000 events' }))
  expect(await status(page, /unknown/)).toBe('0 of 1 checks hold, 1 unknown.')
  await expectSaid(/^A limit came before an answer\. That is no failure/, /reached 200000 events/)
})

it('the server is away: the code is kept, and may be sent again', async () => {
  await browser.context.setOffline(true)
  await page.getByRole('button', { name: 'Submit', exact: true }).click()
  expect(await status(page, /server/)).toMatch(/^The server could not be reached\./)
  await expectSaid(/^Your code is kept here; nothing was graded\.$/)
  await browser.context.setOffline(false)
  await pane(page, 'Checks').getByRole('button', { name: 'Submit again' }).click()
  await status(page, /queue/)
})
