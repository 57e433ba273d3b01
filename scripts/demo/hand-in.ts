/**
 * Hands the demo's code in, through the line that everybody's submissions stand in. A bounded
 * number waits at a time, so that real learners are never far behind; what was handed in before
 * is not handed in again.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { db } from '#db'
import { findStep } from '#labs/index.ts'
import { joinLine, lockTurns } from '../../prisma/line.ts'
import type { StepCorpus } from '../power/lab-corpus.ts'
import { mutate } from '../power/lab-corpus.ts'
import { say } from '../terminal.ts'
import type { DemoClass } from './demo-class.ts'
import type { DemoCode, DemoLearner, DemoSubmission } from './demo-plan.ts'

/** Of the demo, at a time; one of each learner. */
const WAITING_MAX = 24
const POLL_MS = 1_000
const TELL_EVERY = 25

interface HandedIn extends DemoSubmission {
  readonly userId: string
}

/** Hands in whatever is missing, and waits until all is graded. Returns how many there are. */
export async function handIn(
  { beganAt }: DemoClass,
  learners: readonly DemoLearner[],
  corpus: readonly StepCorpus[],
): Promise<number> {
  const all = learners.flatMap(({ id, submissions }) =>
    submissions.map((one): HandedIn => ({ ...one, userId: id })),
  )
  // What would be in the future is left out.
  const due = all.filter(({ atMs }) => beganAt.getTime() + atMs <= Date.now())
  const missing = await withoutDone(due)
  say(`${due.length} submissions, of which ${missing.length} are still to be handed in.`)
  const open = new Map<string, string>()
  let toTell = TELL_EVERY
  let done = 0
  while (missing.length > 0 || open.size > 0) {
    while (open.size < WAITING_MAX) {
      const at = missing.findIndex(({ userId }) => !open.has(userId))
      const [next] = at < 0 ? [] : missing.splice(at, 1)
      if (next === undefined) break
      open.set(next.userId, await enqueue(next, beganAt, corpus))
    }
    await sleep(POLL_MS)
    done += await forgetJudged(open)
    if (done >= toTell) {
      say(`Graded ${done}, ${missing.length + open.size} to go.`)
      toTell = done + TELL_EVERY
    }
  }
  return due.length
}

/** Each learner's submissions of a step come in their order: as many as there are, are done. */
async function withoutDone(due: readonly HandedIn[]): Promise<HandedIn[]> {
  const rows = await db.submission.groupBy({
    by: ['userId', 'labId', 'stepId'],
    where: { userId: { in: [...new Set(due.map(({ userId }) => userId))] } },
    _count: true,
  })
  const counts = new Map(rows.map((row) => [keyOf(row), row._count]))
  return due.filter((one) => {
    const left = counts.get(keyOf(one)) ?? 0
    counts.set(keyOf(one), left - 1)
    return left <= 0
  })
}

function keyOf({ userId, labId, stepId }: Pick<HandedIn, 'userId' | 'labId' | 'stepId'>): string {
  return `${userId} ${labId}/${stepId}`
}

async function enqueue(
  { userId, labId, stepId, code, atMs }: HandedIn,
  beganAt: Date,
  corpus: readonly StepCorpus[],
): Promise<string> {
  const labVersion = findStep(labId, stepId)?.lab.version ?? 0
  const source = sourceOf(code, stepOf(corpus, labId, stepId))
  const createdAt = new Date(beganAt.getTime() + atMs)
  return db.$transaction(async (transaction) => {
    await lockTurns(transaction, userId)
    const { id } = await transaction.submission.create({
      data: { userId, labId, stepId, labVersion, source, createdAt },
    })
    await joinLine(transaction, { lane: 'interactive', ids: [id] })
    return id
  })
}

/** Takes out of the open ones what has a verdict, or was set aside; returns how many. */
async function forgetJudged(open: Map<string, string>): Promise<number> {
  const rows = await db.submission.findMany({
    where: { id: { in: [...open.values()] }, state: { notIn: ['queued', 'running'] } },
    select: { userId: true },
  })
  for (const { userId } of rows) open.delete(userId)
  return rows.length
}

/** The corpus of a step. @throws when the plan names a step that is not there */
export function stepOf(corpus: readonly StepCorpus[], labId: string, stepId: string): StepCorpus {
  const found = corpus.find(({ lab, step }) => lab.id === labId && step.id === stepId)
  if (found === undefined) throw new Error(`there is no step ${labId}/${stepId} for the demo`)
  return found
}

/** The code itself; correct ones are the reference first, then the variants. */
export function sourceOf(
  code: DemoCode,
  { starter, solution, variants, mutants }: StepCorpus,
): string {
  if (code.kind === 'starter') return starter
  if (code.kind === 'correct') return variants[code.at - 1]?.source ?? solution
  const mutant = mutants[code.at]
  return mutant === undefined ? starter : mutate(solution, mutant)
}
