/**
 * The way from submit to verdict: what a learner waits for on an idle machine, what one
 * grader bears, and what another one adds.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { db } from '#db'
import { probeLayers } from '#host/sandbox/capabilities.ts'
import { sandboxFiles } from '#host/sandbox/launch.ts'
import { SandboxPool } from '#host/sandbox/pool.ts'
import { joinLine } from '../../prisma/line.ts'
import { build } from '../../scripts/build/sandbox.ts'
import { migrate } from '../../scripts/migrate/apply-migrations.ts'
import { BUILD_FOLDER, ROOT } from '../../scripts/state/paths.ts'
import { makeTestDatabase } from '../support/database.ts'
import { descendantsOf } from '../support/failures/processes.ts'
import type { Figure } from './figure.ts'

export const name = 'pipeline'

const STEP = { labId: 'raft', stepId: '03-election' } as const
const STEP_FOLDER = join(ROOT, 'labs', STEP.labId, 'steps', STEP.stepId)
const LEARNER = 'learner'
const REPEATS = 5
/** As many of each: code that fails at once, and code that passes every seed. */
const SUSTAINED_PAIRS = 6
const SPARE_MS = 1_000

/** Needs a few minutes on an idle machine. */
export async function run(): Promise<readonly Figure[]> {
  await build()
  const database = await makeTestDatabase()
  process.env.DATABASE_URL = database.url
  try {
    await migrate(database.url)
    await listener.connect(database.url)
    await db.user.create({ data: { id: LEARNER, name: LEARNER, email: 'a@b.example' } })
    return [
      await handOver(),
      ...(await withGraders(1, async ([grader]) => [
        await submitToVerdict('starter'),
        await submitToVerdict('solution'),
        await untilSmall(),
        await sustained(1),
        memory(grader),
      ])),
      ...(await withGraders(2, async () => [await sustained(2)])),
    ]
  } finally {
    await listener.end()
    await db.$disconnect()
    await database.remove()
  }
}

/** From asking for a warm worker until it can be given its job. */
async function handOver(): Promise<Figure> {
  const { launch } = await probeLayers(sandboxFiles(join(BUILD_FOLDER, 'sandbox')))
  const pool = new SandboxPool(launch, 1)
  const times: number[] = []
  for (let index = 0; index < REPEATS; index++) {
    await sleep(SPARE_MS)
    const startMs = performance.now()
    const worker = pool.take()
    await worker.ready
    times.push(performance.now() - startMs)
    pool.discard(worker)
  }
  pool.close()
  return { name: 'hand-over of a warm worker', value: median(times), unit: 'ms' }
}

function sourceOf(file: string): string {
  return readFileSync(join(STEP_FOLDER, `${file}.ts`), 'utf8')
}

async function submitToVerdict(file: 'starter' | 'solution'): Promise<Figure> {
  const source = sourceOf(file)
  const times: number[] = []
  for (let index = 0; index < REPEATS; index++) {
    await sleep(SPARE_MS)
    const startMs = performance.now()
    await store([source])
    await untilGraded()
    times.push(performance.now() - startMs)
  }
  return { name: `submit to verdict, ${file} of the election`, value: median(times), unit: 'ms' }
}

/** From the verdict of the starter until all its failing runs are small. */
async function untilSmall(): Promise<Figure> {
  await store([sourceOf('starter')])
  await untilGraded()
  const startMs = performance.now()
  await until(
    async () => (await db.submissionVerdict.count({ where: { isShrinking: true } })) === 0,
  )
  const value = performance.now() - startMs
  return { name: 'verdict to the last small run, starter', value, unit: 'ms' }
}

async function sustained(graders: number): Promise<Figure> {
  const pair = ['starter', 'solution'].map(sourceOf)
  const sources = Array.from({ length: SUSTAINED_PAIRS }, () => pair).flat()
  const startMs = performance.now()
  await store(sources)
  await untilGraded()
  const minutes = (performance.now() - startMs) / 60_000
  return {
    name: `sustained by ${graders} grader(s), half of them correct`,
    value: sources.length / minutes,
    unit: 'gradings/min',
  }
}

/** Of an idle grader: its own process, and all that it keeps warm. */
function memory(grader: ChildProcess | undefined): Figure {
  const pid = grader?.pid ?? 0
  const kilobytes = [pid, ...descendantsOf(pid)].map(proportionalKilobytes)
  const value = kilobytes.reduce((sum, each) => sum + each, 0) / 1_024
  return { name: 'memory of one grader with its spare workers', value, unit: 'MB (PSS)' }
}

/** Memory that processes share is counted in parts. */
function proportionalKilobytes(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0)
  } catch {
    return 0
  }
}

async function withGraders(
  count: number,
  measure: (graders: readonly ChildProcess[]) => Promise<readonly Figure[]>,
): Promise<readonly Figure[]> {
  const graders = await Promise.all(Array.from({ length: count }, startGrader))
  try {
    return await measure(graders)
  } finally {
    for (const grader of graders) {
      const ended = once(grader, 'exit')
      grader.kill('SIGTERM')
      await ended
    }
  }
}

async function startGrader(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--no-node-snapshot', 'grader/host/main.ts'], {
    cwd: ROOT,
    env: {
      ...process.env,
      NETSPLIT_SEED_SECRET: 'a secret of the bench',
      NETSPLIT_PARENT_PIPE: '1',
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (bytes: Buffer) => bytes.toString().includes('ready') && resolve())
    child.once('exit', () => reject(new Error('the grader ended at its start')))
  })
  return child
}

async function store(sources: readonly string[]): Promise<void> {
  await db.$transaction(async (transaction) => {
    const rows = await transaction.submission.createManyAndReturn({
      data: sources.map((source) => ({ userId: LEARNER, ...STEP, labVersion: 1, source })),
      select: { id: true },
    })
    await joinLine(transaction, { lane: 'interactive', ids: rows.map(({ id }) => id) })
  })
}

async function untilGraded(): Promise<void> {
  await until(
    async () => (await db.submission.count({ where: { state: { not: 'graded' } } })) === 0,
  )
}

/** Looks when a submission changes, as the site does: looking all the time would cost a core. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (;;) {
    const change = listener.nextChange()
    if (await isSo()) return
    await change
  }
}

/** One connection that hears of changes. */
class Listener {
  #client: pg.Client | undefined
  #tell: () => void = () => {}

  async connect(url: string): Promise<void> {
    this.#client = new pg.Client({ connectionString: url })
    await this.#client.connect()
    this.#client.on('notification', () => this.#tell())
    await this.#client.query('listen netsplit_submission')
  }

  nextChange(): Promise<void> {
    return new Promise((resolve) => {
      this.#tell = resolve
    })
  }

  async end(): Promise<void> {
    await this.#client?.end()
  }
}

const listener = new Listener()

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
