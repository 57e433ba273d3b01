/** The checks that learners see and run in their browser. */
import { type Check, leasedReadsAreLocal } from '#core'
import { MS } from '../../../shared-scenarios/units.ts'
import {
  DRIFT_SETTINGS,
  deafCandidate,
  driftApart,
  forgetfulVoter,
  type LoneLeaderOptions,
  lateFollower,
  loneLeaders,
  pausedLeader,
} from '../../lone-leader.ts'
import { LIVENESS, READ_SAFETY, TRANSFER_LIVENESS } from '../../member-claims.ts'
import { memberScenario } from '../../member-scenarios.ts'

const CLAIMS = [...READ_SAFETY, ...TRANSFER_LIVENESS]

export const visible: readonly Check[] = [
  {
    id: 'calm',
    title: 'Reads and writes on a healthy network',
    claims: [leasedReadsAreLocal(500 * MS), ...READ_SAFETY, ...LIVENESS],
    seedCount: 8,
    scenario: (seed) =>
      memberScenario({
        id: 'raft/18-leases/calm',
        seed,
        nodeCount: 3,
        memberCount: 3,
        clientCount: 3,
        gapMicrosMax: 60 * MS,
        settings: DRIFT_SETTINGS,
        safetyMicros: 0,
        lastMicros: 1_500 * MS,
      }),
  },
  {
    id: 'drifting-clocks',
    title: 'The leader’s clock is slow, the others’ are fast, and the leader is left alone',
    claims: CLAIMS,
    seedCount: 16,
    scenario: (seed) => scenario('drifting-clocks', { seed, faults: driftApart }),
  },
  {
    id: 'deaf-candidate',
    title: 'One follower has not heard from the leader for long, the other one has',
    claims: CLAIMS,
    seedCount: 16,
    scenario: (seed) => scenario('deaf-candidate', { seed, faults: deafCandidate }),
  },
  {
    id: 'forgetful-voter',
    title: 'A follower crashes right after it answered, and is asked for its vote',
    claims: CLAIMS,
    seedCount: 16,
    scenario: (seed) => scenario('forgetful-voter', { seed, faults: forgetfulVoter }),
  },
  {
    id: 'handed-on',
    title: 'The leader hands leadership on, and is left alone at that moment',
    claims: CLAIMS,
    seedCount: 16,
    scenario: (seed) => scenario('handed-on', { seed, handsOnBefore: (8 + (seed % 12)) * MS }),
  },
  {
    id: 'late-follower',
    title: 'A new leader has entries of which it does not know that they are committed',
    claims: CLAIMS,
    seedCount: 20,
    scenario: (seed) =>
      scenario('late-follower', { seed, faults: lateFollower, writesUntilAlone: true }),
  },
  {
    id: 'paused-leader',
    title: 'The leader stands still for a while and does not know it',
    claims: CLAIMS,
    seedCount: 10,
    scenario: (seed) => scenario('paused-leader', { seed, faults: pausedLeader }),
  },
]

function scenario(id: string, options: Omit<LoneLeaderOptions, 'id' | 'settings'>) {
  return loneLeaders({ id: `raft/18-leases/${id}`, settings: DRIFT_SETTINGS, ...options })
}
