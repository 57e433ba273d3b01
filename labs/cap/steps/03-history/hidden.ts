/** The checks that only the grader knows. */
import type { Check } from '#core'
import { CLASSICS, disguised, judgeScenario, randomHistories } from '../../history-scenarios.ts'
import { CLAIMS } from './visible.ts'

export const hidden: readonly Check[] = [
  {
    id: 'all-classics',
    title: 'What readers get wrong, one history each',
    claims: CLAIMS,
    seedCount: 4,
    scenario: (seed) =>
      judgeScenario(
        'cap/03-history/all-classics',
        CLASSICS.map((history) => disguised(history, seed)),
      ),
  },
  {
    id: 'many-histories',
    title: 'Forty histories at random',
    claims: CLAIMS,
    seedCount: 24,
    scenario: (seed) =>
      judgeScenario('cap/03-history/many-histories', randomHistories(seed + 1_000, 40)),
  },
]
