/** The runs that staff may project: few, small, and no two of them the same. */
import { expect, test } from 'vitest'
import { type BrokenCheck, rankClaims } from '#app/_classes/claims/rank-claims.ts'

const broken = (over: Partial<BrokenCheck>): BrokenCheck => ({
  userId: 'ada',
  submissionId: 's-ada',
  checkId: 'cuts',
  checkTitle: 'Cuts',
  isVisible: true,
  claimId: 'election-safety',
  sentence: 'A term has at most one leader.',
  message: 'n1 and n2 lead term 4',
  events: 20,
  ...over,
})

const runsOf = (all: readonly BrokenCheck[]) =>
  rankClaims(all)[0]?.runs.map(({ submissionId }) => submissionId)

test('two learners of the same code, who broke in the same run, give one run to show', () => {
  const copied = broken({ userId: 'bob', submissionId: 's-bob' })
  const other = broken({
    userId: 'carol',
    submissionId: 's-carol',
    message: 'n3 and n2 lead term 9',
  })
  expect(runsOf([broken({}), copied, other])).toEqual(['s-ada', 's-carol'])
})

test('a learner gives one run of each way at most, the smallest', () => {
  const smaller = broken({ submissionId: 's-small', checkId: 'crashes', events: 12 })
  expect(runsOf([broken({}), smaller])).toEqual(['s-small'])
})
