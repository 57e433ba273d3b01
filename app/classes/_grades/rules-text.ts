/** How grades of an assignment come about, in one paragraph. */
import type { AssignmentView } from '../../_server/classes/assignments.ts'

const POLICIES = {
  best: 'the attempt counts that gives most, with what lateness takes',
  last: 'the last attempt before it closes counts',
  lastBeforeDue: 'the last attempt before it is due counts',
} as const

const SHARES = {
  share: 'a step that did not pass gives the share of its checks that hold',
  allOrNothing: 'a step that did not pass gives nothing',
} as const

export function rulesText({
  kind,
  points,
  stepIds,
  attemptPolicy,
  shareRule,
  lateUntil,
  latePercentDay,
}: AssignmentView): string {
  const parts = [`${points} points`]
  if (kind === 'step' && stepIds.length > 1) {
    parts.push(`shared equally by ${stepIds.length} steps`)
  }
  if (kind !== 'lesson') parts.push(POLICIES[attemptPolicy])
  if (kind === 'step') parts.push(SHARES[shareRule])
  parts.push(
    lateUntil === undefined
      ? 'late work does not count'
      : `each late day begun takes ${latePercentDay} %`,
  )
  return `${parts.join('; ')}.`
}
