/** A database with the real grader processes on it, for the tests of the queue. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest'
import { db } from '#db'
import { joinLine } from '../../prisma/line.ts'
import { build } from '../../scripts/build/sandbox.ts'
import { migrate } from '../../scripts/migrate/apply-migrations.ts'
import { makeTestDatabase, type TestDatabase } from '../support/database.ts'
import { makeUsers } from '../support/people.ts'
import { LAB, SEED_SECRET } from './sandbox-fixture.ts'

export const PATIENCE = { timeout: 60_000, interval: 50 } as const
const LEARNER = 'learner'

/** What a grader may find out, for tests of what becomes of it. */
export const GRADE = {
  outcome: 'passed',
  message: '',
  seedBase: 7n,
  seedsTotal: 1,
  checks: [],
  checksTotal: 1,
  failures: [],
} as const

const graders = new Set<ChildProcess>()

/** Makes the database and builds the sandbox; kills graders after each test. */
export function useQueue(): void {
  let database: TestDatabase | undefined
  beforeAll(async () => {
    await build()
    database = await makeTestDatabase()
    process.env.DATABASE_URL = database.url
    await migrate(database.url)
    await makeUsers([LEARNER])
  }, 120_000)
  afterEach(() => {
    for (const grader of graders) grader.kill('SIGKILL')
    graders.clear()
  })
  afterAll(async () => {
    await db.$disconnect()
    await database?.remove()
  })
}

/** Removes all submissions and their jobs. */
export async function emptyQueue(): Promise<void> {
  await db.submission.deleteMany({})
  await db.grader.deleteMany({})
  await db.$executeRaw`delete from graphile_worker._private_jobs`
}

/** Stores a submission and its job in one transaction, in the way of the site. */
export async function store(source: string, userId = LEARNER): Promise<string> {
  const id = randomUUID()
  await db.$transaction(async (transaction) => {
    await transaction.submission.create({ data: { id, userId, ...LAB, labVersion: 1, source } })
    await joinLine(transaction, { lane: 'interactive', ids: [id] })
  })
  return id
}

/** Waits for the verdict; returns it with its submission. */
export async function verdictOf(id: string) {
  return vi.waitFor(async () => {
    const row = await db.submission.findUniqueOrThrow({ where: { id }, include: { verdict: true } })
    if (row.verdict === null) throw new Error(`submission ${id} is still ${row.state}`)
    expect(row.state).toBe('graded')
    return { ...row, verdict: row.verdict }
  }, PATIENCE)
}

export async function stateIs(id: string, state: string): Promise<void> {
  await vi.waitFor(async () => {
    expect(await db.submission.findUnique({ where: { id } })).toMatchObject({ state })
  }, PATIENCE)
}

/** Waits until no job is held by anybody. */
export async function nothingIsLocked(): Promise<void> {
  await vi.waitFor(async () => {
    const jobs = await db.$queryRaw<object[]>`
      select id::int from graphile_worker.jobs where locked_by is not null`
    expect(jobs).toEqual([])
  }, PATIENCE)
}

/** Starts the real grader process and waits until it takes jobs. */
export async function startGraderProcess(
  more: Readonly<Record<string, string>> = {},
): Promise<ChildProcess> {
  const { child, output } = spawnGrader(more)
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => output().includes('grader ready\n') && resolve())
    child.once('exit', () => reject(new Error(`the grader ended: ${output()}`)))
  })
  return child
}

/** Starts the real grader process; returns at once. */
export function spawnGrader(more: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../grader/host/main.ts')], {
    env: { ...process.env, NETSPLIT_SEED_SECRET: SEED_SECRET, ...more },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  graders.add(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => {
      text += bytes.toString()
    })
  }
  return { child, output: () => text }
}

export function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', resolve)
  })
}

/** Ends it with SIGKILL, and waits until it is gone. */
export async function kill(child: ChildProcess): Promise<void> {
  const ended = exitOf(child)
  child.kill('SIGKILL')
  await ended
}
