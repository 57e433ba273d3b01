/**
 * A failure drill: learners hand in over HTTP to the real site, real graders grade, and
 * faults strike processes, connections and disk in each phase of a submission. Returns what
 * was accepted and what struck; whether that is as it must be is for the caller to judge.
 */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { migrate } from '../../../scripts/migrate/apply-migrations.ts'
import { ROOT } from '../../../scripts/state/paths.ts'
import { freePort } from '../../../scripts/state/port.ts'
import { throwawayFolder } from '../throwaway-folder.ts'
import { FAULTS, type Fault, type Scene, strike } from './faults.ts'
import { makeLearner } from './learners.ts'
import { type Kept, keepPostgres, keepProcess } from './processes.ts'
import { openProxy } from './proxy.ts'

export interface DrillOrder {
  readonly submissions: number
  readonly step: { readonly labId: string; readonly stepId: string }
  /** What learners hand in, by turns. */
  readonly sources: readonly string[]
  readonly seedSecret: string
}

export interface DrillResult {
  /** Ids that the site answered with. */
  readonly accepted: readonly string[]
  /** All rows at the end, in the database itself. */
  readonly rows: readonly DrillRow[]
  readonly struck: readonly Fault[]
  readonly starts: Readonly<Record<string, number>>
}

export interface DrillRow {
  readonly id: string
  readonly userId: string
  readonly state: string
  readonly source: string
  readonly fence: number
  readonly triedBy: readonly string[]
  readonly verdicts: number
  readonly outcome: string | null
  readonly message: string | null
  readonly checks: unknown
}

const LEARNERS_AT_ONCE = 6
const OPEN_MAX = 8
/** Submissions that may be ahead of the faults, and for how long one is held back. */
const AHEAD_MAX = 3
const HOLD_BACK_MS_MAX = 10_000
const POLL_MS = 200
const PAUSE_AFTER_FAULT_MS = 400
const MS_MAX = 120_000
const MS_MAX_PER_SUBMISSION = 5_000

function sourceOf({ sources }: DrillOrder, index: number): string {
  return sources[index % sources.length] ?? ''
}

/** Runs a drill; rejects with the graders' last words when it does not come to rest. */
export async function drill(order: DrillOrder): Promise<DrillResult> {
  const folder = await throwawayFolder()
  const scene = await setScene(folder.path, order)
  const ends: (() => Promise<void>)[] = [
    () => folder.remove(),
    () => scene.postgres.stop(),
    () => scene.proxy.close(),
    ...[scene.web, ...scene.graders.values()].map((kept) => () => kept.stop()),
  ]
  try {
    const campaign = strikeByTurns(scene, order.submissions)
    const accepted = await handInAll(scene, order, campaign.struck)
    await untilAtRest(scene, order.submissions)
    await campaign.end()
    await untilAtRest(scene, order.submissions)
    const starts = Object.fromEntries(
      [...scene.graders, ['web', scene.web] as const].map(([name, kept]) => [name, kept.starts]),
    )
    return { accepted, rows: await readRows(scene), struck: campaign.struck, starts }
  } finally {
    for (const end of ends.toReversed()) await end().catch(() => {})
  }
}

type FullScene = Scene & { readonly webUrl: string }

async function setScene(folder: string, { seedSecret }: DrillOrder): Promise<FullScene> {
  const postgres = await keepPostgres(folder)
  await migrate(postgres.url())
  const proxy = await openProxy(postgres.port())
  const databaseUrl = (name: string) => {
    const url = new URL(postgres.url())
    url.port = String(proxy.port)
    url.searchParams.set('application_name', name)
    return url.href
  }
  const grader = (name: string, ...before: readonly string[]): [string, Kept] => [
    name,
    keepProcess({
      nodeArguments: ['--no-node-snapshot', ...before, 'grader/host/main.ts'],
      environment: { DATABASE_URL: databaseUrl(name), NETSPLIT_SEED_SECRET: seedSecret },
    }),
  ]
  const port = await freePort()
  const webUrl = `http://127.0.0.1:${port}`
  const web = keepProcess({
    nodeArguments: [
      '--import',
      './scripts/process/exit-with-parent.ts',
      join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next'),
      'start',
      '--hostname',
      '127.0.0.1',
      '--port',
      String(port),
    ],
    environment: {
      DATABASE_URL: databaseUrl('web'),
      NETSPLIT_URL: webUrl,
      NETSPLIT_AUTH_SECRET: 'a secret that only the drill knows, and long',
    },
  })
  const graders = new Map([
    grader('steady'),
    grader('jumping', '--import', jumpingClock(2 * 86_400_000)),
  ])
  return { postgres, proxy, graders, web, webUrl }
}

/** A module that makes the clock of its process jump, days ahead and back, all the time. */
function jumpingClock(jumpMs: number): string {
  const code = `
    const { now } = Date
    let offset = ${jumpMs}
    setInterval(() => { offset = -offset }, 700).unref()
    globalThis.Date = class extends Date {
      constructor(...given) { given.length > 0 ? super(...given) : super(now() + offset) }
      static now() { return now() + offset }
    }`
  return `data:text/javascript,${encodeURIComponent(code)}`
}

/** Arms one fault after the other; each strikes at the next moment of its phase. */
function strikeByTurns(scene: Scene, count: number) {
  const struck: Fault[] = []
  let armed: Fault | undefined = FAULTS[0]
  let mending = Promise.resolve()
  scene.proxy.onMoment = (moment) => {
    const fault = armed
    if (fault === undefined || fault.phase !== moment.phase) return false
    armed = undefined
    struck.push(fault)
    const { isSilenced, mended } = strike(fault, moment, scene)
    mending = mended
      .then(() => sleep(PAUSE_AFTER_FAULT_MS))
      .then(() => {
        if (struck.length < count) armed = FAULTS[struck.length % FAULTS.length]
      })
    return isSilenced
  }
  return {
    struck,
    async end() {
      scene.proxy.onMoment = () => false
      await mending
    },
  }
}

/** Each learner hands in once; every sixth hands in a second time, at once. */
async function handInAll(
  scene: FullScene,
  order: DrillOrder,
  struck: readonly Fault[],
): Promise<readonly string[]> {
  const accepted: string[] = []
  let next = 0
  const deadline = performance.now() + msMax(order.submissions)
  const handIn = async () => {
    while (next < order.submissions) {
      const index = next++
      await untilStruck(struck, index - AHEAD_MAX)
      await until(scene, OPEN_MAX, deadline)
      const learner = makeLearner(scene.webUrl, order.step)
      accepted.push(await learner.submit(sourceOf(order, index)))
      if (index % 6 === 5 && next < order.submissions) {
        accepted.push(await learner.submit(sourceOf(order, next++)))
      }
    }
  }
  await Promise.all(Array.from({ length: LEARNERS_AT_ONCE }, handIn))
  return accepted
}

/** Holds back, for a while, what no fault could strike any more. */
async function untilStruck(struck: readonly Fault[], count: number): Promise<void> {
  const deadline = performance.now() + HOLD_BACK_MS_MAX
  while (struck.length < count && performance.now() < deadline) await sleep(POLL_MS)
}

function untilAtRest(scene: Scene, submissions: number): Promise<void> {
  return until(scene, 0, performance.now() + msMax(submissions))
}

function msMax(submissions: number): number {
  return MS_MAX + submissions * MS_MAX_PER_SUBMISSION
}

/** Waits until at most so many submissions are open. */
async function until(scene: Scene, openMax: number, deadlineMs: number): Promise<void> {
  while (performance.now() < deadlineMs) {
    const open = await query<{ count: number }>(
      scene,
      `select count(*)::int as count from "Submission" where state in ('queued', 'running')`,
    ).catch(() => undefined)
    if (open !== undefined && (open[0]?.count ?? 0) <= openMax) return
    await sleep(POLL_MS)
  }
  const words = [...scene.graders].map(([name, kept]) => `${name}: ${kept.output().slice(-2_000)}`)
  throw new Error(`the drill does not come to rest\n${words.join('\n')}`)
}

function readRows(scene: Scene): Promise<readonly DrillRow[]> {
  return query<DrillRow>(
    scene,
    `select s.id::text, s."userId", s.state::text, s.source, s.fence, s."triedBy",
       (select count(*)::int from "SubmissionVerdict" where "submissionId" = s.id) as verdicts,
       v.outcome, v.message, v.results -> 'checks' as checks
     from "Submission" s left join "SubmissionVerdict" v on v."submissionId" = s.id
     order by s.id`,
  )
}

async function query<Row extends object>({ postgres }: Scene, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: postgres.url() })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end().catch(() => {})
  }
}
