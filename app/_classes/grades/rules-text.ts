/** How grades of an assignment come about, in one paragraph. */
import type { WorkKind } from '../progress/work-unit.ts'
import type { Schedule } from '../schedule.ts'
import type { AttemptPolicy, ShareRule } from './attempt.ts'

interface Rules extends Schedule {
  readonly kind: WorkKind
  readonly points: number
  readonly stepIds: readonly string[]
  readonly attemptPolicy: AttemptPolicy
  readonly shareRule: ShareRule
}

const POLICIES: Readonly<Record<AttemptPolicy, string>> = {
  best: 'the attempt counts that gives most, with what lateness takes',
  last: 'the last attempt before it closes counts',
  lastBeforeDue: 'the last attempt before it is due counts',
}

const SHARES: Readonly<Record<ShareRule, string>> = {
  share: 'a step that did not pass gives the share of its checks that hold',
  allOrNothing: 'a step that did not pass gives nothing',
}

export function rulesText(rules: Rules): string {
  const { kind, points, stepIds, attemptPolicy, shareRule, dueAt } = rules
  const parts = [points === 1 ? '1 point' : `${points} points`]
  if (kind === 'step' && stepIds.length > 1) {
    parts.push(`shared equally by ${stepIds.length} steps`)
  }
  if (kind !== 'lesson') parts.push(POLICIES[attemptPolicy])
  if (kind === 'step') parts.push(SHARES[shareRule])
  if (dueAt !== undefined) parts.push(lateText(rules))
  return `${parts.join('; ')}.`
}

function lateText({ attemptPolicy, lateUntil, latePercentDay }: Rules): string {
  if (lateUntil === undefined || attemptPolicy === 'lastBeforeDue') {
    return 'late work does not count'
  }
  return latePercentDay === 0
    ? 'late work counts in full'
    : `each late day begun takes ${latePercentDay} %`
}
