/**
 * The grade of one learner for one assignment, with everything that it is made of: nobody should
 * have to ask where a number comes from. Points are hundredths, see points.ts.
 */
import type { WorkKind } from '../progress/work-unit.ts'
import { daysLate, type Schedule, standingAt } from '../schedule.ts'
import { type Attempt, type AttemptPolicy, countedAttempt, type ShareRule } from './attempt.ts'
import { equalParts } from './points.ts'

export interface GradeRules {
  /** Whole points for the whole assignment. */
  readonly points: number
  readonly attemptPolicy: AttemptPolicy
  readonly shareRule: ShareRule
  /** With the learner's extension in it. */
  readonly schedule: Schedule
}

export interface UnitAttempts {
  readonly title: string
  readonly kind: WorkKind
  /** In the order in which they were handed in; those that cannot count may be left out. */
  readonly attempts: readonly Attempt[]
}

/** What a published review by hand gives. */
export interface HandPoints {
  readonly hundredths: number
  readonly at: Date
}

export interface Adjustment {
  readonly kind: 'set' | 'add'
  readonly hundredths: number
  readonly reason: string
  /** Empty when the account is gone. */
  readonly by: string
  readonly at: Date
}

export interface GradeInput {
  readonly rules: GradeRules
  readonly units: readonly UnitAttempts[]
  /** What reviews of this assignment can give at most; 0 where nothing is reviewed. */
  readonly handMax?: number
  readonly hand?: HandPoints | undefined
  readonly adjustment?: Adjustment | undefined
}

export interface UnitPart {
  readonly title: string
  readonly kind: WorkKind
  readonly hundredths: number
  readonly hundredthsMax: number
  /** The attempt that counts; undefined when none does. */
  readonly counted:
    | {
        readonly attempt: Attempt
        readonly creditPercent: number
        readonly daysLate: number
      }
    | undefined
  /** Whether there were attempts, although none counts. */
  readonly isTooLate: boolean
}

export interface Grade {
  /** `none`: nothing was done, and it may still be done. It is no zero. */
  readonly kind: 'graded' | 'none'
  readonly hundredths: number
  readonly hundredthsMax: number
  readonly units: readonly UnitPart[]
  /** Undefined where nothing is reviewed by hand. */
  readonly hand:
    | {
        /** Undefined while no review of this learner is published. */
        readonly hundredths: number | undefined
        readonly hundredthsMax: number
      }
    | undefined
  readonly adjustment: Adjustment | undefined
  readonly shareRule: ShareRule
  /** When the newest of what it is made of came. */
  readonly gradedAt: Date | undefined
}

export function gradeOf(input: GradeInput, now: Date): Grade {
  const { rules, hand, adjustment, handMax = 0 } = input
  const units = unitParts(input)
  const ofUnits = units.reduce((sum, { hundredths }) => sum + hundredths, 0)
  const computed = ofUnits + (hand?.hundredths ?? 0)
  const isUntouched =
    units.every(({ counted, isTooLate }) => counted === undefined && !isTooLate) &&
    hand === undefined &&
    adjustment === undefined
  const isClosed = standingAt(rules.schedule, now).kind === 'closed'
  return {
    kind: isUntouched && !isClosed ? 'none' : 'graded',
    hundredths: adjusted(computed, adjustment),
    hundredthsMax: rules.points * 100 + handMax,
    units,
    hand:
      hand === undefined && handMax === 0
        ? undefined
        : { hundredths: hand?.hundredths, hundredthsMax: handMax },
    adjustment,
    shareRule: rules.shareRule,
    gradedAt: latest([
      ...units.map(({ counted }) => counted?.attempt.gradedAt),
      hand?.at,
      adjustment?.at,
    ]),
  }
}

/** Lessons are read or not, and quizzes judged by what is right: only steps have a choice. */
function unitParts({ rules, units }: GradeInput): readonly UnitPart[] {
  const { schedule, attemptPolicy } = rules
  const maxima = equalParts(rules.points * 100, units.length)
  return units.map(({ title, kind, attempts }, index) => {
    const hundredthsMax = maxima[index] ?? 0
    const shareRule = kind === 'step' ? rules.shareRule : 'share'
    const found = countedAttempt(attempts, { schedule, attemptPolicy, shareRule })
    const base = { title, kind, hundredthsMax }
    if (found === undefined) {
      return { ...base, hundredths: 0, counted: undefined, isTooLate: attempts.length > 0 }
    }
    const { attempt, share, creditPercent } = found
    return {
      ...base,
      hundredths: Math.round((hundredthsMax * share * creditPercent) / 100),
      counted: { attempt, creditPercent, daysLate: daysLate(schedule, attempt.at) },
      isTooLate: false,
    }
  })
}

/** No grade is below zero; staff may give more than the maximum. */
function adjusted(computed: number, adjustment: Adjustment | undefined): number {
  if (adjustment === undefined) return computed
  const { kind, hundredths } = adjustment
  return Math.max(0, kind === 'set' ? hundredths : computed + hundredths)
}

function latest(dates: readonly (Date | undefined)[]): Date | undefined {
  return dates.reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a), undefined)
}

export interface Total {
  readonly hundredths: number
  /** Of what was graded so far. */
  readonly hundredthsMax: number
}

/** What has no grade yet is left out of both numbers. */
export function totalOf(grades: readonly Grade[]): Total {
  const graded = grades.filter(({ kind }) => kind === 'graded')
  return {
    hundredths: graded.reduce((sum, one) => sum + one.hundredths, 0),
    hundredthsMax: graded.reduce((sum, one) => sum + one.hundredthsMax, 0),
  }
}
