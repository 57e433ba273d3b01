/** The checks that learners see and run in their browser. */
import { type Check, type Claim, judgesRightly } from '#core'
import { CLASSICS, disguised, judgeScenario, randomHistories } from '../../history-scenarios.ts'

export const CLAIMS: readonly Claim[] = [judgesRightly]

/** Half of the classics are shown; the others wait. */
const SHOWN = CLASSICS.filter((_, index) => index % 2 === 0)

export const visible: readonly Check[] = [
  {
    id: 'small-histories',
    title: 'Histories of two to five operations',
    claims: CLAIMS,
    seedCount: 3,
    scenario: (seed) =>
      judgeScenario(
        'cap/03-history/small-histories',
        seed === 1 ? SHOWN : SHOWN.map((history) => disguised(history, seed)),
      ),
  },
  {
    id: 'random-histories',
    title: 'Twenty histories at random',
    claims: CLAIMS,
    seedCount: 8,
    scenario: (seed) => judgeScenario('cap/03-history/random-histories', randomHistories(seed, 20)),
  },
]
