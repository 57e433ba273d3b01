/** From the queue to the one verdict, with real processes and a real PostgreSQL. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { decodeTrace } from '#core'
import { db } from '#db'
import { ATTEMPTS_MAX, gradeTask } from '#host/queue/grade-task.ts'
import { recordVerdict, takeSubmission } from '#host/queue/submissions.ts'
import { sweepDeadGraders } from '#host/queue/sweeper.ts'
import { SandboxPool } from '#host/sandbox/pool.ts'
import { build } from '../../scripts/build/sandbox.ts'
import { migrate } from '../../scripts/migrate/apply-migrations.ts'
import { type PostgresServer, startPostgres } from '../../scripts/postgres/server.ts'
import { LAB, SEED_SECRET, STARTER } from './sandbox-fixture.ts'

const ENDLESS = STARTER.replace("this.setTimer('election', 200)", 'for (;;);')
const PATIENCE = { timeout: 60_000, interval: 50 } as const

const folder = mkdtempSync(join(tmpdir(), 'netsplit-queue-'))
const graders = new Set<ChildProcess>()
let postgres: PostgresServer

beforeAll(async () => {
  await build()
  postgres = await startPostgres({ dataFolder: folder, password: 'test', isThrowaway: true })
  process.env.DATABASE_URL = postgres.url
  await migrate(postgres.url)
  await db.user.create({ data: { id: 'learner', name: 'A learner', email: 'a@b.example' } })
}, 120_000)

afterEach(() => {
  for (const grader of graders) grader.kill('SIGKILL')
  graders.clear()
})

afterAll(async () => {
  await db.$disconnect()
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('a submission', () => {
  it('gets a verdict with results, traces and progress', { timeout: 60_000 }, async () => {
    await startGraderProcess()
    const id = await submit(STARTER)
    const { verdict, ...submission } = await verdictOf(id)
    expect(verdict.outcome).toBe('failed')
    const { checks } = verdict.results as { checks: { checkId: string; verdict: string }[] }
    expect(checks.length).toBeGreaterThan(5)
    expect(submission.seedsTotal).toBeGreaterThan(100)
    expect(submission.seedsDone).toBe(submission.seedsTotal)
    const failures = await db.submissionFailure.findMany({ where: { submissionId: id } })
    expect(failures.map(({ checkId }) => checkId).sort()).toEqual(
      checks
        .filter((check) => check.verdict === 'fail')
        .map(({ checkId }) => checkId)
        .sort(),
    )
    for (const { trace } of failures) {
      const { events } = decodeTrace(gunzipSync(trace).toString('utf8'))
      expect(events.at(-1)?.kind).toBe('end')
    }
    expect(await lockedJobs()).toEqual([])
  })

  it('that does not compile is told so at once', { timeout: 60_000 }, async () => {
    await startGraderProcess()
    const { verdict } = await verdictOf(await submit('class {'))
    expect(verdict).toMatchObject({ outcome: 'does-not-compile', results: { checks: [] } })
    expect(verdict.message).toMatch(/^Line 1, column \d+: /)
  })

  it('is graded by another when its grader is killed', { timeout: 90_000 }, async () => {
    const first = await startGraderProcess()
    const id = await submit(ENDLESS)
    await stateIs(id, 'running')
    await kill(first)
    expect(await sweepDeadGraders(0)).toEqual([id])
    await stateIs(id, 'queued')
    await startGraderProcess()
    const { verdict, fence } = await verdictOf(id)
    expect(verdict.outcome).toBe('time-limit')
    expect(fence).toBe(2)
  })

  it('goes back to the queue when its grader is told to stop', { timeout: 90_000 }, async () => {
    const grader = await startGraderProcess()
    const ids = [await submit(ENDLESS), await submit(ENDLESS), await submit(ENDLESS)]
    await stateIs(ids[0] as string, 'running')
    const ended = exitOf(grader)
    grader.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(await lockedJobs()).toEqual([])
    expect(await db.submission.count({ where: { id: { in: ids }, state: 'running' } })).toBe(0)
    expect(await db.grader.count({ where: { id: { contains: `-${grader.pid}-` } } })).toBe(0)
    await db.$executeRaw`select graphile_worker.remove_job(unnest(${ids}::text[]))`
  })
})

describe('a grader', () => {
  it('ends with the process that started it', { timeout: 60_000 }, async () => {
    const grader = await startGraderProcess({ NETSPLIT_PARENT_PIPE: '1' })
    const ended = exitOf(grader)
    grader.stdin?.end()
    expect(await ended).toBe(0)
  })

  it('says in one line what is missing', async () => {
    const grader = spawnGrader({ NETSPLIT_SEED_SECRET: '' })
    expect(await exitOf(grader.child)).toBe(1)
    expect(grader.output()).toBe(
      'grader: NETSPLIT_SEED_SECRET must be at least 16 characters long.\n',
    )
  })
})

describe('the fence', () => {
  const GRADE = {
    outcome: 'passed',
    message: '',
    seedBase: 7n,
    seedsTotal: 1,
    checks: [],
    failures: [],
  } as const

  it('lets only the newest holder record a verdict, once', async () => {
    const id = await submit(STARTER)
    const slow = await takeSubmission(id)
    const quick = await takeSubmission(id)
    if (slow === undefined || quick === undefined) throw new Error('both were given it')
    expect(await recordVerdict(slow, GRADE, 'slow')).toBe(false)
    expect(await recordVerdict(quick, GRADE, 'quick')).toBe(true)
    expect(await recordVerdict(quick, GRADE, 'quick')).toBe(false)
    expect(await takeSubmission(id)).toBeUndefined()
    expect(await verdictOf(id)).toMatchObject({ verdict: { graderId: 'quick' } })
    await db.$executeRaw`select graphile_worker.remove_job(${id})`
  })
})

describe('a fault of ours', () => {
  it('costs no attempt until it comes each time', async () => {
    const id = await submit(STARTER)
    const faults: string[] = []
    const broken = { command: '/bin/false', args: [], descriptor3: undefined }
    const task = gradeTask({
      pool: new SandboxPool(broken, 0),
      workerCount: 2,
      seedSecret: SEED_SECRET,
      graderId: 'broken',
      signal: new AbortController().signal,
      onFault: (line) => faults.push(line),
      onReleased: () => {},
    })
    const attempt = (attempts: number) =>
      task({ submissionId: id }, { job: { attempts } } as Parameters<typeof task>[1])
    await expect(attempt(1)).rejects.toThrow('is tried again')
    expect(await db.submission.findUnique({ where: { id } })).toMatchObject({ state: 'queued' })
    await attempt(ATTEMPTS_MAX)
    const { verdict } = await verdictOf(id)
    expect(verdict.outcome).toBe('our-fault')
    expect(verdict.message).toContain('It does not count.')
    expect(faults).toHaveLength(2)
    await db.$executeRaw`select graphile_worker.remove_job(${id})`
  })
})

/** Stores a submission and its job in one transaction, as the site does. */
async function submit(source: string): Promise<string> {
  const id = randomUUID()
  await db.$transaction(async (transaction) => {
    await transaction.submission.create({
      data: { id, userId: 'learner', ...LAB, labVersion: 1, source },
    })
    await transaction.$queryRaw`
      select 1 from graphile_worker.add_job(
        'grade', json_build_object('submissionId', ${id}::text), job_key := ${id}::text)`
  })
  return id
}

async function verdictOf(id: string) {
  return vi.waitFor(async () => {
    const row = await db.submission.findUniqueOrThrow({ where: { id }, include: { verdict: true } })
    if (row.verdict === null) throw new Error(`submission ${id} is still ${row.state}`)
    expect(row.state).toBe('graded')
    return { ...row, verdict: row.verdict }
  }, PATIENCE)
}

async function stateIs(id: string, state: string): Promise<void> {
  await vi.waitFor(async () => {
    expect(await db.submission.findUnique({ where: { id } })).toMatchObject({ state })
  }, PATIENCE)
}

function lockedJobs(): Promise<unknown> {
  return vi.waitFor(async () => {
    const jobs = await db.$queryRaw<object[]>`
      select id::int from graphile_worker.jobs where locked_by is not null`
    expect(jobs).toEqual([])
    return jobs
  }, PATIENCE)
}

/** Starts the real grader process and waits until it takes jobs. */
async function startGraderProcess(more: Record<string, string> = {}): Promise<ChildProcess> {
  const { child, output } = spawnGrader(more)
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => output().includes('grader ready\n') && resolve())
    child.once('exit', () => reject(new Error(`the grader ended: ${output()}`)))
  })
  return child
}

function spawnGrader(more: Record<string, string>) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../grader/host/main.ts')], {
    env: { ...process.env, NETSPLIT_SEED_SECRET: SEED_SECRET, ...more },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  graders.add(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => (text += bytes.toString()))
  }
  return { child, output: () => text }
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve))
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = exitOf(child)
  child.kill('SIGKILL')
  await ended
}
