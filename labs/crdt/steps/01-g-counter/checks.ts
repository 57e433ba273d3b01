/** What the checks of this step share. */
import { countsEachOnce, isCounterUpdate, judgeCounter } from '#core'
import { claimsOfType } from '../../claims.ts'
import type { TypeUnderTest } from '../../type-under-test.ts'

export const growingCounter: TypeUnderTest = {
  step: '01-g-counter',
  claims: claimsOfType({
    isUpdate: isCounterUpdate,
    meaning: [countsEachOnce()],
    judgements: [judgeCounter],
  }),
  command: (prng) =>
    prng.chance(250) ? { op: 'read' } : { op: 'increment', by: prng.between(1, 3) },
}
