/** Compares what the learners of a class handed in for a step, at the moment of asking. */
import 'server-only'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { db } from '#db'
import { findStep } from '#labs/index.ts'
import {
  clusterPrograms,
  type Handed,
  type Similarity,
} from '../../_classes/similarity/clusters.ts'
import { givenRuns, type Print, printOf } from '../../_classes/similarity/print.ts'
import { type Region, regionsOf } from '../../_classes/similarity/regions.ts'
import { recordClassEntry } from '../audit/record.ts'
import { readStarter } from '../lab-assets.ts'
import type { SessionUser } from '../session.ts'

export interface HandedIn {
  readonly userId: string
  readonly submissionId: string
  readonly createdAt: Date
  readonly source: string
}

export interface StepSimilarity extends Similarity {
  /** Of each learner with a verdict, in the order of time. */
  readonly handed: ReadonlyMap<string, HandedIn>
  readonly given: ReadonlySet<number>
}

export interface StepOfClass {
  readonly classId: string
  readonly labId: string
  readonly stepId: string
}

/** Prints of this process, the latest last. A submission never changes; nor do starters until a restart. */
const prints = new Map<string, Print>()
/** Of some 4 kB each. */
const PRINTS_MAX = 5_000

/** Programs after which other requests get their turn. */
const PROGRAMS_PER_TURN = 20

/** All clusters of a step. The caller knows that the class is given it, and who asks. */
export async function readSimilarity(step: StepOfClass): Promise<StepSimilarity> {
  const [rows, starters] = await Promise.all([readHandedIn(step), readGivenCode(step)])
  const given = givenRuns(starters)
  const handed: Handed[] = []
  for (const row of rows) {
    handed.push({ userId: row.userId, print: rememberedPrint(row, given) })
    if (handed.length % PROGRAMS_PER_TURN === 0) await nextTurn()
  }
  return {
    ...clusterPrograms(handed),
    handed: new Map(rows.map((row) => [row.userId, row])),
    given,
  }
}

function rememberedPrint({ submissionId, source }: HandedIn, given: ReadonlySet<number>): Print {
  const known = prints.get(submissionId)
  if (known !== undefined) return known
  const print = printOf(source, given)
  prints.set(submissionId, print)
  const [oldest] = prints.keys()
  if (prints.size > PRINTS_MAX && oldest !== undefined) prints.delete(oldest)
  return print
}

/** Where the programs of two learners are alike; undefined when one handed nothing in. */
export function compareTwo(
  { handed, given, common }: StepSimilarity,
  leftId: string,
  rightId: string,
):
  | { readonly left: HandedIn; readonly right: HandedIn; readonly regions: readonly Region[] }
  | undefined {
  const [left, right] = [handed.get(leftId), handed.get(rightId)]
  if (left === undefined || right === undefined || leftId === rightId) return undefined
  return { left, right, regions: regionsOf(left.source, right.source, { given, common }) }
}

/** Writes down who looked, before anything is shown: at the clusters, or at two learners. */
export async function recordLook(
  user: SessionUser,
  { classId, labId, stepId }: StepOfClass,
  pair?: readonly [person: string, other: string],
): Promise<void> {
  const step = { step: `${labId}/${stepId}` }
  const after = pair === undefined ? step : { ...step, person: pair[0], other: pair[1] }
  await db.$transaction((transaction) =>
    recordClassEntry(transaction, {
      doer: user,
      action: pair === undefined ? 'similarity.seen' : 'similarity.compared',
      classId,
      after,
    }),
  )
}

/**
 * The first that passed, for whoever passed may see the reference solution afterwards; of
 * those who have not passed, the newest.
 */
async function readHandedIn({ classId, labId, stepId }: StepOfClass): Promise<HandedIn[]> {
  return db.$queryRaw<HandedIn[]>`
    select member."userId", chosen.id as "submissionId", chosen."createdAt", chosen.source
    from "Membership" member
    cross join lateral (
      select submission.id, submission."createdAt", submission.source
      from "Submission" submission
      join "SubmissionVerdict" verdict on verdict."submissionId" = submission.id
      where submission."userId" = member."userId" and submission."labId" = ${labId}
        and submission."stepId" = ${stepId} and verdict.outcome <> 'our-fault'
      order by (verdict.outcome = 'passed') desc,
        case when verdict.outcome = 'passed' then submission."createdAt" end asc,
        submission."createdAt" desc, submission.id desc limit 1) chosen
    where member."classId" = ${classId}::uuid
      and member.role = 'learner' and member.state = 'active'
    order by chosen."createdAt", chosen.id`
}

/** The starters up to this step. Later ones hold its solution, which was given to nobody yet. */
async function readGivenCode({ labId, stepId }: StepOfClass): Promise<readonly string[]> {
  const steps = findStep(labId, stepId)?.lab.steps ?? []
  const upTo = steps.slice(0, steps.findIndex(({ id }) => id === stepId) + 1)
  return Promise.all(upTo.map(({ id }) => readStarter(labId, id)))
}
