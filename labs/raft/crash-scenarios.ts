/** Crashes at the moments that matter: right after a promise, and all at once. */
import {
  type CrashMoment,
  type NemesisStep,
  type NodeId,
  nodeIds,
  Prng,
  type Target,
  type UnsyncedWrites,
} from '#core'
import { MS } from '../shared-scenarios/units.ts'
import { LEADER } from './scenarios.ts'

/** What a node says when it has stored something for another. */
const PROMISES = ['"success":true', '"voteGranted":true', '"type":"AppendEntries"'] as const

const FOLLOWER = { kind: 'where', field: 'role', value: 'follower', pick: 'latest' } as const

export interface PowerCut {
  readonly at: number
  readonly downMicros: number
}

/** All nodes lose power at one moment, and what they had not synced. */
export function powerCut(nodeCount: number, { at, downMicros }: PowerCut): readonly NemesisStep[] {
  return nodeIds(nodeCount).map((node) =>
    crash(at, { kind: 'node', node }, { kind: 'now' }, downMicros),
  )
}

export interface LostAnswers {
  /** When the silence begins. */
  readonly ms: number
  readonly nodeCount: number
  readonly clients: readonly NodeId[]
}

/** What clients are told is lost for a while, and then all nodes start from what they stored. */
export function answersThenAllLost({
  ms,
  nodeCount,
  clients,
}: LostAnswers): readonly NemesisStep[] {
  const name = `silence-${ms}`
  return [
    { at: ms * MS, fault: { kind: 'one-way', from: nodeIds(nodeCount), to: clients, name } },
    ...powerCut(nodeCount, { at: (ms + 250) * MS, downMicros: 100 * MS }),
    { at: (ms + 400) * MS, fault: { kind: 'heal', name } },
  ]
}

export interface CrashesAfterPromises {
  readonly seed: number
  readonly nodeCount: number
  readonly fromMicros: number
  readonly everyMicros: number
  readonly count: number
  /** How long a node is down; not long enough for an election, so that it is asked again. */
  readonly downMicros: number
}

/**
 * Now and then somebody crashes right after it has told another what it holds: the leader
 * when it has sent entries, a follower when it has acknowledged some, a voter when it has
 * voted; or in the middle of a handler, between any two of its effects.
 */
export function crashesAfterPromises(options: CrashesAfterPromises): readonly NemesisStep[] {
  const { seed, nodeCount, fromMicros, everyMicros, count, downMicros } = options
  const prng = new Prng(seed, 'crashes after promises')
  return Array.from({ length: count }, (_, turn) => {
    const at = fromMicros + turn * everyMicros + prng.between(0, 20) * MS
    const containing = prng.pick(PROMISES)
    const node: Target = { kind: 'node', node: prng.pick(nodeIds(nodeCount)) }
    const target = prng.chance(400) ? node : containing === PROMISES[2] ? LEADER : FOLLOWER
    const moment: CrashMoment = prng.chance(300)
      ? { kind: 'mid-call', afterEffects: prng.between(1, 6) }
      : { kind: 'after-send', containing }
    const unsynced = prng.pick<UnsyncedWrites>(['lost', 'lost', 'prefix'])
    return crash(at, target, moment, downMicros, unsynced)
  })
}

/**
 * Elections all the time, and somebody crashes in the middle of a handler, between two of its
 * effects: often enough of the one that stores a vote.
 */
export function crashesWhileVoting(options: {
  readonly seed: number
  readonly nodeCount: number
  readonly fromMicros: number
  readonly untilMicros: number
}): readonly NemesisStep[] {
  const { seed, nodeCount, fromMicros, untilMicros } = options
  const prng = new Prng(seed, 'crashes while voting')
  const steps: NemesisStep[] = []
  for (let at = fromMicros; at < untilMicros; at += prng.between(20, 60) * MS) {
    const target: Target = { kind: 'node', node: prng.pick(nodeIds(nodeCount)) }
    const moment: CrashMoment = { kind: 'mid-call', afterEffects: prng.between(2, 5) }
    steps.push(crash(at, target, moment, prng.between(2, 10) * MS))
  }
  return steps
}

function crash(
  at: number,
  target: Target,
  moment: CrashMoment,
  downMicros: number,
  unsynced: UnsyncedWrites = 'lost',
): NemesisStep {
  return { at, fault: { kind: 'crash', target, unsynced, moment, downMicros } }
}

/** A node that never answers: it goes down before anything has happened, and stays down. */
export function downForGood(node: string): NemesisStep {
  const target = { kind: 'node', node } as const
  const moment = { kind: 'now' } as const
  return { at: MS, fault: { kind: 'crash', target, unsynced: 'lost', moment, downMicros: null } }
}
