/** What the checks of this step share. */
import { countsEachOnce, isCounterUpdate, judgeCounter } from '#core'
import { claimsOfType } from '../../claims.ts'
import type { TypeUnderTest } from '../../type-under-test.ts'

export const counter: TypeUnderTest = {
  step: '02-pn-counter',
  claims: claimsOfType({
    isUpdate: isCounterUpdate,
    meaning: [countsEachOnce()],
    judgements: [judgeCounter],
  }),
  command: (prng) => {
    if (prng.chance(200)) return { op: 'read' }
    return { op: prng.pick(['increment', 'decrement']), by: prng.between(1, 3) }
  },
}
