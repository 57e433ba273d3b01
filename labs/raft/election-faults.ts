/** Faults that bring elections to the moments at which they go wrong. */
import { type NemesisStep, nodeIds, Prng, present, type Target } from '#core'
import { MS, SECOND } from '../shared-scenarios/units.ts'
import { CUT_OFF_AT } from './election-claims.ts'
import { LEADER } from './scenarios.ts'

/** A node that has followed for a while, when there is one. */
const FOLLOWER = { kind: 'where', field: 'role', value: 'follower', pick: 'latest' } as const

/** Three nodes in the roles of a drama that the seed casts. */
interface Cast {
  /** Too slow to stand itself; both others ask it. */
  readonly voter: string
  readonly one: string
  readonly other: string
}

function castOf(seed: number): Cast {
  const [voter, one, other] = new Prng(seed, 'who votes').shuffle(nodeIds(3))
  const why = 'there are three nodes'
  return { voter: present(voter, why), one: present(one, why), other: present(other, why) }
}

function named(node: string): Target {
  return { kind: 'node', node }
}

/**
 * Two nodes cannot hear each other, so both stand in the same term. The third has a slow
 * clock; it begins late, so that even its first timer is slow.
 */
function rivals({ voter, one, other }: Cast): readonly NemesisStep[] {
  const target = named(voter)
  return [
    { at: 0, fault: { kind: 'partition', groups: [[one], [other]] } },
    { at: 0, fault: { kind: 'skew', target, offsetMicros: 0, driftPpm: -500_000 } },
    {
      at: 0,
      fault: {
        kind: 'crash',
        target,
        unsynced: 'lost',
        moment: { kind: 'now' },
        downMicros: 50 * MS,
      },
    },
  ]
}

/** Two candidates of one term ask the same voter. For three nodes. */
export function twoCandidates(seed: number): readonly NemesisStep[] {
  return rivals(castOf(seed))
}

/** The voter crashes once it has voted and is back before the other candidate asks. */
export function crashAfterVoting(seed: number): readonly NemesisStep[] {
  const cast = castOf(seed)
  const crash = {
    kind: 'crash',
    target: named(cast.voter),
    unsynced: 'lost',
    moment: { kind: 'after-send', containing: '"voteGranted":true' },
    downMicros: 5 * MS,
  } as const
  return [
    ...rivals(cast),
    { at: 100 * MS, fault: crash },
    { at: 600 * MS, fault: crash },
    { at: 1_200 * MS, fault: crash },
  ]
}

/**
 * The voter has voted for one. The other's first request is late, so that its second, of the
 * next term, comes first; in the middle of that the voter crashes, and only then the first
 * arrives: what is on disk tells which term and which vote the voter believes in.
 */
export function crashWhileVoting(seed: number): readonly NemesisStep[] {
  const cast = castOf(seed)
  const { voter, one, other } = cast
  const prng = new Prng(seed, 'crash while voting')
  const slow = { from: [other], to: [voter] }
  return [
    ...rivals(cast),
    {
      at: 0,
      fault: {
        kind: 'degrade',
        ...slow,
        weather: {
          lossPermille: 0,
          duplicatePermille: 0,
          delayMicrosMin: 250 * MS,
          delayMicrosMax: 350 * MS,
        },
      },
    },
    { at: 305 * MS, fault: { kind: 'restore', ...slow } },
    { at: 320 * MS, fault: { kind: 'one-way', from: [one], to: [voter] } },
    {
      at: 320 * MS,
      fault: {
        kind: 'crash',
        target: named(voter),
        unsynced: prng.pick(['kept', 'prefix']),
        moment: { kind: 'mid-call', afterEffects: prng.between(1, 4) },
        downMicros: MS,
      },
    },
  ]
}

/** Two of four nodes on each side: neither side has the three that make a majority. */
export function halves(seed: number): readonly (readonly string[])[] {
  const [first = '', ...others] = nodeIds(4)
  const partner = new Prng(seed, 'halves').pick(others)
  return [[first, partner], others.filter((node) => node !== partner)]
}

/** As many nodes as the cluster can do without are down from the start. */
export function minorityDown(nodeCount: number): readonly NemesisStep[] {
  return nodeIds(nodeCount)
    .slice(0, Math.floor((nodeCount - 1) / 2))
    .map((node) => ({
      at: 0,
      fault: {
        kind: 'crash',
        target: named(node),
        unsynced: 'lost',
        moment: { kind: 'now' },
        downMicros: null,
      },
    }))
}

/** The leader is cut off at 1.5 s. */
export const LEADER_CUT_OFF: readonly NemesisStep[] = [
  { at: CUT_OFF_AT, fault: { kind: 'isolate', target: LEADER } },
]

/**
 * A leader whose term is over learns so from a follower's answer alone, for its successor cannot
 * speak; a moment later it is cut off from everybody. From then on only its own timer is left.
 */
export const DEPOSED_AND_ALONE: readonly NemesisStep[] = [
  { at: CUT_OFF_AT, fault: { kind: 'isolate', target: LEADER } },
  { at: CUT_OFF_AT + 2 * SECOND, fault: { kind: 'heal' } },
  { at: CUT_OFF_AT + 2 * SECOND, fault: { kind: 'mute', target: LEADER } },
  { at: CUT_OFF_AT + 2_070 * MS, fault: { kind: 'isolate', target: FOLLOWER } },
]

/** The leader's heartbeats still arrive, but it hears nobody. */
export const LEADER_DEAF: readonly NemesisStep[] = [
  { at: CUT_OFF_AT, fault: { kind: 'deafen', target: LEADER } },
]

/** One follower is away for two seconds, long enough to lose patience many times. */
export const FOLLOWER_AWAY: readonly NemesisStep[] = [
  { at: CUT_OFF_AT, fault: { kind: 'isolate', target: FOLLOWER } },
  { at: CUT_OFF_AT + 2 * SECOND, fault: { kind: 'heal' } },
]

/** One follower's cable is half broken: it hears nobody, or nobody hears it. */
export function followerHalfCut(seed: number): readonly NemesisStep[] {
  const kind = seed % 2 === 0 ? 'deafen' : 'mute'
  return [
    { at: CUT_OFF_AT, fault: { kind, target: FOLLOWER } },
    { at: CUT_OFF_AT + 2 * SECOND, fault: { kind: 'heal' } },
  ]
}

/** The leader and half of the others hear each other only by way of one node. */
export const FOLLOWER_BRIDGES: readonly NemesisStep[] = [
  { at: CUT_OFF_AT, fault: { kind: 'bridge', target: FOLLOWER } },
]

/**
 * A node that hears nobody, and whose clock runs twice as fast, keeps asking for votes while the
 * others need a new leader.
 */
export const DEAF_NODE_AND_LOST_LEADER: readonly NemesisStep[] = [
  { at: CUT_OFF_AT - 500 * MS, fault: { kind: 'deafen', target: FOLLOWER } },
  { at: CUT_OFF_AT - 500 * MS, fault: { kind: 'drift', target: FOLLOWER, driftPpm: 1_000_000 } },
  {
    at: CUT_OFF_AT,
    fault: {
      kind: 'crash',
      target: LEADER,
      unsynced: 'lost',
      moment: { kind: 'now' },
      downMicros: null,
    },
  },
]

/**
 * The voter supports both others, who hear so at the same moment and both stand; it votes for
 * one, crashes, and is back when the other asks.
 */
export function crashBetweenRivals(seed: number): readonly NemesisStep[] {
  const cast = castOf(seed)
  const { voter, one, other } = cast
  const answers = { from: [voter], to: [one, other] }
  return [
    ...rivals(cast),
    { at: 0, fault: { kind: 'clog', ...answers } },
    { at: 310 * MS, fault: { kind: 'unclog', ...answers } },
    {
      at: 310 * MS,
      fault: {
        kind: 'crash',
        target: named(voter),
        unsynced: 'lost',
        moment: { kind: 'after-send', containing: '"RequestVoteReply"' },
        downMicros: MS,
      },
    },
  ]
}
