/**
 * Which learners a class’s rules name, why, and since when. It gives reasons, and no score: who is
 * named twice is not worse off than who is named once.
 */
import { type LearnerRow, latest, unitsToDo } from '../progress/learner-row.ts'
import {
  factKey,
  type UnitOfLearner,
  type WorkFacts,
  type WorkUnit,
} from '../progress/work-unit.ts'
import { behindSince, type MedianStep, medianOverTime } from './behind.ts'
import type { AtRiskRules } from './rules.ts'

const DAY_MS = 86_400_000

export type Reason =
  | { readonly kind: 'quiet'; readonly since: Date; readonly days: number; readonly open: number }
  | {
      readonly kind: 'same-claim'
      readonly since: Date
      readonly unit: WorkUnit
      readonly sentence: string
      readonly submissions: number
    }
  | {
      readonly kind: 'missed'
      readonly since: Date
      readonly missed: number
      /** How many due dates there were to look at. */
      readonly of: number
    }
  | {
      readonly kind: 'behind'
      readonly since: Date
      readonly done: number
      readonly median: number
    }

/** What is known of one learner of the class. */
export interface LearnerToLookAt {
  readonly userId: string
  readonly joinedAt: Date
  readonly units: readonly UnitOfLearner[]
  readonly facts: ReadonlyMap<string, WorkFacts>
  readonly row: LearnerRow
}

/** The claim that most submissions of one learner broke, in a step that they have not passed. */
export interface RepeatedClaim {
  readonly userId: string
  readonly labId: string
  readonly stepId: string
  /** The property in one sentence. */
  readonly sentence: string
  readonly submissions: number
  /** When the first of them was handed in. */
  readonly since: Date
}

export interface ListedLearner {
  readonly userId: string
  readonly reasons: readonly Reason[]
}

/** In the order in which the learners come. */
export function listAtRisk(
  learners: readonly LearnerToLookAt[],
  repeated: readonly RepeatedClaim[],
  rules: AtRiskRules,
  now: Date,
): readonly ListedLearner[] {
  const medians = medianOverTime(learners.map(doneTimes))
  const byLearner = Map.groupBy(repeated, ({ userId }) => userId)
  return learners.flatMap((learner) => {
    const reasons = [
      quiet(learner, rules.quiet, now),
      ...sameClaims(learner, byLearner.get(learner.userId) ?? [], rules.sameClaim, now),
      missed(learner, rules.missed, now),
      behind(learner, medians, rules.behind),
    ].filter((reason) => reason !== undefined)
    return reasons.length === 0 ? [] : [{ userId: learner.userId, reasons }]
  })
}

/** The clock begins when there is something to do: nobody is quiet before. */
function quiet(
  { joinedAt, units, row }: LearnerToLookAt,
  rule: AtRiskRules['quiet'],
  now: Date,
): Reason | undefined {
  const toDo = unitsToDo(units, row.cells, now)
  if (!rule.isOn || toDo.length === 0) return undefined
  const opened = new Date(Math.min(...toDo.map(({ schedule }) => schedule.opensAt.getTime())))
  const since = latest([row.lastAt, opened, joinedAt]) ?? opened
  const days = Math.floor((now.getTime() - since.getTime()) / DAY_MS)
  return days < rule.days ? undefined : { kind: 'quiet', since, days, open: toDo.length }
}

/** One reason for each step. */
function sameClaims(
  { units, row }: LearnerToLookAt,
  own: readonly RepeatedClaim[],
  rule: AtRiskRules['sameClaim'],
  now: Date,
): readonly Reason[] {
  if (!rule.isOn || own.length === 0) return []
  return unitsToDo(units, row.cells, now).flatMap(({ unit }): readonly Reason[] => {
    const most = own.find(({ labId, stepId }) => unit.target === labId && unit.stepId === stepId)
    if (most === undefined || most.submissions < rule.submissions) return []
    const { sentence, submissions, since } = most
    return [{ kind: 'same-claim', unit, sentence, submissions, since }]
  })
}

/**
 * A due date is that of an assignment, and missed when a part of it was not done by then. Dates before
 * somebody joined are not theirs.
 */
function missed(
  { units, facts, joinedAt }: LearnerToLookAt,
  rule: AtRiskRules['missed'],
  now: Date,
): Reason | undefined {
  if (!rule.isOn) return undefined
  const assignments = [...Map.groupBy(units, ({ unit }) => unit.assignmentId).values()]
  const past = assignments
    .flatMap((own) => {
      const dueAt = own[0]?.schedule.dueAt
      if (dueAt === undefined || dueAt > now || dueAt <= joinedAt) return []
      return [{ dueAt, isMissed: own.some(({ unit }) => !isDoneBy(facts, unit, dueAt)) }]
    })
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
    .slice(-rule.of)
  const ofThese = past.filter(({ isMissed }) => isMissed)
  const since = ofThese[rule.missed - 1]?.dueAt
  return since === undefined
    ? undefined
    : { kind: 'missed', since, missed: ofThese.length, of: past.length }
}

function isDoneBy(facts: LearnerToLookAt['facts'], unit: WorkUnit, dueAt: Date): boolean {
  const doneAt = facts.get(factKey(unit.kind, unit.target, unit.stepId))?.doneAt
  return doneAt !== undefined && doneAt < dueAt
}

function behind(
  learner: LearnerToLookAt,
  medians: readonly MedianStep[],
  rule: AtRiskRules['behind'],
): Reason | undefined {
  if (!rule.isOn) return undefined
  const found = behindSince(doneTimes(learner), medians, rule.pieces)
  if (found === undefined) return undefined
  const since = new Date(Math.max(found.since, learner.joinedAt.getTime()))
  return { kind: 'behind', since, done: found.done, median: found.median }
}

/** When each piece of the class’s work was done, in milliseconds. */
function doneTimes({ units, facts }: LearnerToLookAt): readonly number[] {
  return units.flatMap(
    ({ unit }) => facts.get(factKey(unit.kind, unit.target, unit.stepId))?.doneAt?.getTime() ?? [],
  )
}
