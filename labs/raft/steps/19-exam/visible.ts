/** The checks that learners see and run in their browser. */
import {
  answeredWithin,
  bytesInBounds,
  type Check,
  DEFAULT_NETWORK,
  leaderOfMembersStays,
  leasedReadsAreLocal,
  type Scenario,
} from '#core'
import { MS } from '../../../shared-scenarios/units.ts'
import {
  askedAgain,
  calm,
  type ExamOptions,
  examScenario,
  leftAlone,
  replacedCopies,
} from '../../exam-scenarios.ts'
import { LIVENESS, READ_SAFETY, TRANSFER_LIVENESS } from '../../member-claims.ts'
import { LOSSY } from '../../scenarios.ts'
import { ELECTION_MICROS_MAX } from '../../service-claims.ts'

/** About three times what the reference sends in the same runs. */
const CALM_BYTES_PER_SECOND = 20_000
const CALM_BYTES_PER_REQUEST = 1_500

/** What a healthy cluster at the end of each run may cost: bytes of all nodes together. */
const BYTES = bytesInBounds({
  graceMicros: ELECTION_MICROS_MAX,
  perSecondMax: 60_000,
  perRequestMax: 6_000,
})

const CLAIMS = [
  ...READ_SAFETY,
  answeredWithin({ graceMicros: ELECTION_MICROS_MAX, withinMicros: 600 * MS }),
  leasedReadsAreLocal(600 * MS),
  BYTES,
  leaderOfMembersStays,
]

/**
 * Where members change, a request may first reach nodes that are none; and a leader that hands
 * leadership over has good reason to go, and no lease.
 */
const CHANGE_CLAIMS = [...READ_SAFETY, BYTES, ...TRANSFER_LIVENESS]

/** Entries are sent once: with a log this long, sending it all again costs many times as much. */
const CALM_CLAIMS = [
  ...READ_SAFETY,
  leasedReadsAreLocal(600 * MS),
  bytesInBounds({
    graceMicros: ELECTION_MICROS_MAX,
    perSecondMax: CALM_BYTES_PER_SECOND,
    perRequestMax: CALM_BYTES_PER_REQUEST,
  }),
  ...LIVENESS,
]

type Kind = Omit<ExamOptions, 'id' | 'seed'>

const EVERYTHING = ['partition', 'isolate', 'one-way', 'crash', 'pause', 'clog'] as const

const CUTS_AND_CRASHES: Kind = {
  network: DEFAULT_NETWORK,
  kinds: ['partition', 'isolate', 'one-way', 'crash'],
  changes: 'none',
}

const BAD_NETWORK: Kind = { network: LOSSY, kinds: EVERYTHING, changes: 'none' }

const MEMBERS: Kind = { network: LOSSY, kinds: EVERYTHING, changes: 'members' }

const LEADERS: Kind = {
  network: DEFAULT_NETWORK,
  kinds: [...EVERYTHING, 'bridge'],
  changes: 'leaders',
}

/** How many seeds each kind of run gets. */
interface SeedCounts {
  readonly calm: number
  readonly random: number
  readonly directed: number
  readonly askedAgain: number
  readonly replaced: number
}

/** The eight kinds of run; `suffix` tells those that only the grader tries from the visible ones. */
export function examChecks(suffix: string, counts: SeedCounts): readonly Check[] {
  const check = (
    name: string,
    title: string,
    claims: Check['claims'],
    scenario: (options: { readonly id: string; readonly seed: number }) => Scenario,
    seedCount = counts.random,
  ): Check => {
    const id = `${name}${suffix}`
    return {
      id,
      title,
      claims,
      seedCount,
      scenario: (seed) => scenario({ id: `raft/19-exam/${id}`, seed }),
    }
  }
  const swarm = (kind: Kind) => (run: Pick<ExamOptions, 'id' | 'seed'>) =>
    examScenario({ ...kind, ...run })
  return [
    check('calm', 'Nothing goes wrong, and the cost is counted', CALM_CLAIMS, calm, counts.calm),
    check('cuts-and-crashes', 'Cuts and crashes', CLAIMS, swarm(CUTS_AND_CRASHES)),
    check('bad-network', 'A bad network, with all faults', CLAIMS, swarm(BAD_NETWORK)),
    check('members', 'Members come and go, with all faults', CHANGE_CLAIMS, swarm(MEMBERS)),
    check('leaders', 'Leadership is handed over, with all faults', CHANGE_CLAIMS, swarm(LEADERS)),
    check(
      'left-alone',
      'Leaders are left alone at the worst moment, while clocks drift',
      CHANGE_CLAIMS,
      leftAlone,
      counts.directed,
    ),
    check(
      'asked-again',
      'Answers are lost, all nodes crash, and clients ask again',
      CLAIMS,
      askedAgain,
      counts.askedAgain,
    ),
    check(
      'replaced-copies',
      'Copies that a leader knows of are replaced, and it leads again',
      READ_SAFETY,
      replacedCopies,
      counts.replaced,
    ),
  ]
}

export const visible: readonly Check[] = examChecks('', {
  calm: 4,
  random: 9,
  directed: 21,
  askedAgain: 5,
  replaced: 4,
})
