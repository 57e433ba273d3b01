/** Short runs with many faults: a thousand of them fit into one submission. */
import { type FaultKind, type NetworkOptions, nodeIds, Prng, type Scenario } from '#core'
import { MS } from '../shared-scenarios/units.ts'
import { replacedCopy } from './commit-scenarios.ts'
import { answersThenAllLost } from './crash-scenarios.ts'
import {
  DRIFT_SETTINGS,
  deafCandidate,
  driftApart,
  forgetfulVoter,
  type LoneLeaderOptions,
  lateFollower,
  loneLeaders,
  QUICK,
} from './lone-leader.ts'
import { add, memberScenario, operator, remove, transfer } from './member-scenarios.ts'
import { raftSwarm } from './scenarios.ts'
import { clientIds } from './service-scenarios.ts'

export interface ExamOptions {
  readonly id: string
  readonly seed: number
  readonly network: NetworkOptions
  readonly kinds: readonly FaultKind[]
  /** What operators do meanwhile. */
  readonly changes: 'none' | 'members' | 'leaders'
}

const SAFETY_MICROS = 2_400 * MS
const FAULTS_UNTIL_MICROS = 2_100 * MS

/** A cluster of three or five, by seed; small logs, so that snapshots are taken in every run. */
export function examScenario({ id, seed, network, kinds, changes }: ExamOptions): Scenario {
  const memberCount = changes === 'members' || seed % 3 > 0 ? 3 : 5
  const nodeCount = changes === 'members' ? 5 : memberCount
  return memberScenario({
    id,
    seed,
    nodeCount,
    memberCount,
    network,
    clientCount: 2,
    gapMicrosMax: 120 * MS,
    settings: { ...DRIFT_SETTINGS, logEntriesMax: 6 },
    safetyMicros: SAFETY_MICROS,
    nemesis: raftSwarm(seed, nodeCount, kinds, FAULTS_UNTIL_MICROS),
    operators: operatorsFor(changes, seed, nodeCount),
    lastMicros: 300 * MS,
    restMicros: 700 * MS,
  })
}

function operatorsFor(changes: ExamOptions['changes'], seed: number, nodeCount: number) {
  const nodes = nodeIds(nodeCount)
  const prng = new Prng(seed, 'operators')
  const commands =
    changes === 'members'
      ? prng.shuffle([add('n4'), remove('n1'), add('n5'), remove('n2'), remove('n4'), add('n1')])
      : changes === 'leaders'
        ? prng.shuffle([...nodes, ...nodes]).map(transfer)
        : []
  const timing = { fromMicros: 500 * MS, gapMicros: 220 * MS, timeoutMicros: 1_000 * MS }
  return operator({ client: 'c7', ...timing, commands, nodes })
}

interface RunOptions {
  readonly id: string
  readonly seed: number
}

/** No faults, and a log that is not compacted: what a server sends is what it needs to. */
export function calm({ id, seed }: RunOptions): Scenario {
  return memberScenario({
    id,
    seed,
    nodeCount: 5,
    memberCount: 5,
    clientCount: 0,
    gapMicrosMax: 30 * MS,
    settings: { ...DRIFT_SETTINGS, logEntriesMax: 1_000 },
    safetyMicros: 0,
    lastMicros: 2_500 * MS,
    restMicros: 300 * MS,
  })
}

/** Clients that were not told ask again, and nobody has kept more than is on disk. */
export function askedAgain({ id, seed }: RunOptions): Scenario {
  const nodeCount = 3
  return memberScenario({
    id,
    seed,
    nodeCount,
    memberCount: nodeCount,
    clientCount: 4,
    gapMicrosMax: 120 * MS,
    settings: { ...DRIFT_SETTINGS, logEntriesMax: 6 },
    safetyMicros: SAFETY_MICROS,
    nemesis: [800, 1_600].flatMap((ms) =>
      answersThenAllLost({ ms, nodeCount, clients: clientIds(4) }),
    ),
    lastMicros: 300 * MS,
    restMicros: 700 * MS,
  })
}

/**
 * A leader remembers copies, or hears of them too late, that another leader has replaced meanwhile.
 * When it leads again, in a newer term, they count for nothing (Raft, section 5.4.2 and Figure 2).
 */
export function replacedCopies({ id, seed }: RunOptions): Scenario {
  const script = replacedCopy(id, seed, seed % 2 === 0 ? 'in-time' : 'late')
  return {
    ...script,
    operations: script.operations.map(({ body, ...operation }) => ({
      ...operation,
      body: { op: 'put', key: 'x', value: body },
    })),
    settings: { ...DRIFT_SETTINGS, members: [...script.nodes], logEntriesMax: 1_000 },
  }
}

/** What is done to those who may depose a leader that is left alone; the seed says which. */
const DEEDS: readonly ((seed: number) => Omit<LoneLeaderOptions, 'id' | 'seed'>)[] = [
  () => ({ faults: driftApart }),
  () => ({ faults: driftApart, network: QUICK }),
  () => ({ faults: driftApart, network: QUICK, nodeCount: 5 }),
  () => ({ faults: (round) => [...driftApart(round), ...deafCandidate(round)] }),
  () => ({ faults: (round) => [...driftApart(round), ...forgetfulVoter(round)] }),
  () => ({
    faults: (round) => [...driftApart(round), ...lateFollower(round)],
    writesUntilAlone: true,
  }),
  (seed) => ({ handsOnBefore: (8 + (Math.floor(seed / DEEDS.length) % 12)) * MS }),
]

/** A leader that is alone and does not know it, while others elect and write. */
export function leftAlone({ id, seed }: RunOptions): Scenario {
  const deed = DEEDS[seed % DEEDS.length] as (typeof DEEDS)[number]
  return loneLeaders({ id, seed, settings: DRIFT_SETTINGS, ...deed(seed) })
}
