/**
 * The programs of the demo: what its learners hand in, each once. A program is graded when the
 * first of them hands it in; whoever hands in the very same text of the same step gets that
 * verdict with its runs, because a verdict follows from the program, the checks and the seeds.
 * So a class of 200 takes minutes, and each of its verdicts is one that a grader gave.
 */
import { createHash } from 'node:crypto'
import { db } from '#db'
import { findStep } from '#labs/index.ts'
import { mutate, type StepCorpus } from '../power/lab-corpus.ts'
import type { DemoCode, DemoLearner } from './demo-plan.ts'

/** What one learner hands in, at its time. */
export interface HandedIn {
  readonly userId: string
  readonly labId: string
  readonly stepId: string
  readonly labVersion: number
  readonly source: string
  readonly createdAt: Date
}

/** The same for submissions of the same text, step and version of the lab. */
export type ProgramKey = string

/** Everything that the learners hand in, up to now: what would be in the future is left out. */
export function handedInBy(
  learners: readonly DemoLearner[],
  beganAt: Date,
  corpus: readonly StepCorpus[],
): readonly HandedIn[] {
  const now = Date.now()
  return learners
    .flatMap(({ id: userId, submissions }) =>
      submissions.map(({ labId, stepId, code, atMs }) => ({
        userId,
        labId,
        stepId,
        labVersion: findStep(labId, stepId)?.lab.version ?? 0,
        source: sourceOf(code, stepOf(corpus, labId, stepId)),
        createdAt: new Date(beganAt.getTime() + atMs),
      })),
    )
    .filter(({ createdAt }) => createdAt.getTime() <= now)
}

export function keyOf({
  labId,
  stepId,
  labVersion,
  source,
}: Pick<HandedIn, 'labId' | 'stepId' | 'labVersion' | 'source'>): ProgramKey {
  return createHash('sha256')
    .update(JSON.stringify([labId, stepId, labVersion, source]))
    .digest('hex')
}

/** Those that are not in the database yet, and the programs that a grader judged before. */
export async function comparedWithDatabase(all: readonly HandedIn[]): Promise<{
  readonly missing: readonly HandedIn[]
  readonly open: ReadonlyMap<ProgramKey, string>
  /** Submissions that nobody could grade. */
  readonly setAside: readonly string[]
}> {
  const rows = await db.submission.findMany({
    where: { userId: { in: [...new Set(all.map(({ userId }) => userId))] } },
    select: {
      id: true,
      userId: true,
      labId: true,
      stepId: true,
      labVersion: true,
      source: true,
      createdAt: true,
      startedAt: true,
      state: true,
    },
  })
  const done = new Set(rows.map(placeOf))
  return {
    missing: all.filter((one) => !done.has(placeOf(one))),
    // Those that a grader took, or will take; copies were not.
    open: new Map(
      rows
        .filter(({ startedAt, state }) => startedAt !== null || state === 'queued')
        .map((row) => [keyOf(row), row.id]),
    ),
    setAside: rows.filter(({ state }) => state === 'setAside').map(({ id }) => id),
  }
}

function placeOf(one: Pick<HandedIn, 'userId' | 'labId' | 'stepId' | 'createdAt'>): string {
  return `${one.userId} ${one.labId}/${one.stepId} ${one.createdAt.getTime()}`
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
