/** The checks that learners see and run in their browser. */
import {
  type Check,
  type Claim,
  clientsPass,
  cutIsComplete,
  groupsStayWhole,
  houseRulesHold,
  nodeIds,
} from '#core'
import { MS } from '../../../shared-scenarios/units.ts'
import { groupsFor, hostScenario } from '../../host-scenarios.ts'
import { restartAt } from '../../scenarios.ts'

/** Four heartbeats: none is ever lost, so that silence means a rule. */
const SILENCE_MICROS_MAX = 400 * MS

/** What must hold in every run. Where several break at one event, the first here is named. */
export const CLAIMS: readonly Claim[] = [
  houseRulesHold,
  clientsPass,
  cutIsComplete,
  groupsStayWhole(SILENCE_MICROS_MAX),
]

export const visible: readonly Check[] = [
  {
    id: 'one-cut',
    title: 'One cut, and its end',
    claims: CLAIMS,
    seedCount: 8,
    scenario: (seed) =>
      hostScenario({
        id: 'cap/01-cut/one-cut',
        seed,
        hostCount: 3,
        orders: [{ at: 250 * MS, groups: groupsFor(seed, 3, 2) }, { at: 1_100 * MS }],
        untilMicros: 1_200 * MS,
      }),
  },
  {
    id: 'cut-after-cut',
    title: 'Another cut takes the place of the first, and an order comes twice',
    claims: CLAIMS,
    seedCount: 8,
    scenario: (seed) => {
      const groups = groupsFor(seed + 1, 3, 2)
      return hostScenario({
        id: 'cap/01-cut/cut-after-cut',
        seed,
        hostCount: 3,
        orders: [
          { at: 200 * MS, groups: groupsFor(seed, 3, 2) },
          { at: 700 * MS, groups },
          { at: 1_300 * MS, groups },
          { at: 1_800 * MS },
        ],
        untilMicros: 2_000 * MS,
      })
    },
  },
  {
    id: 'restart-in-a-cut',
    title: 'The machines restart while the cut stands',
    claims: CLAIMS,
    seedCount: 8,
    scenario: (seed) =>
      hostScenario({
        id: 'cap/01-cut/restart-in-a-cut',
        seed,
        hostCount: 3,
        orders: [{ at: 200 * MS, groups: groupsFor(seed, 3, 2) }, { at: 1_300 * MS }],
        nemesis: nodeIds(3).map((host, index) =>
          restartAt(host, (450 + 130 * index) * MS, (30 + (seed % 5) * 20) * MS),
        ),
        untilMicros: 1_500 * MS,
      }),
  },
]
