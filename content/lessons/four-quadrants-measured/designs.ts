/**
 * Seven designs, and one of them again with a bad clock, as models that run. A product is a
 * bundle of such designs, chosen by settings and by operation.
 */
import type { NemesisStep, NodeId, Scenario } from '#core'
import type { NodeClass } from '#systems/class-host.ts'
import {
  LeaderlessRegister,
  type LeaderlessSettings,
} from '#systems/replicated-register/leaderless.ts'
import { TwoNodeRegister } from '#systems/two-node-register/two-node-register.ts'
import { WanRegister, type WanSettings } from '#systems/wan-register/wan-register.ts'

/** What every register of the board holds before anybody wrote. */
export const INITIAL = 0

/** Round trip between the near and the far side, in milliseconds. */
export const RTT_MS = 80

export type DesignId =
  | 'confirmed'
  | 'leader-reads'
  | 'copy-reads'
  | 'standby'
  | 'one-one'
  | 'quorum'
  | 'quorum-skew'
  | 'home-first'

export interface Design {
  readonly name: string
  readonly detail: string
  readonly node: NodeClass
  readonly nodes: readonly NodeId[]
  readonly settings: Scenario['settings']
  readonly faults?: readonly NemesisStep[]
}

const THREE = ['n1', 'n2', 'n3']

function led(rules: Pick<WanSettings, 'commit' | 'reads'>) {
  const settings: WanSettings = { leader: 'n1', initial: INITIAL, ...rules }
  return { node: WanRegister, nodes: THREE, settings }
}

function leaderless(size: 1 | 2) {
  const settings = {
    initial: INITIAL,
    r: size,
    w: size,
    versions: 'clock',
    readRepair: 'before',
    whenCutOff: 'refuse',
    patienceMs: 4 * RTT_MS,
    beatMs: 0,
    repairMs: 0,
  } satisfies LeaderlessSettings
  return { node: LeaderlessRegister, nodes: THREE, settings }
}

const FAST_CLOCK: NemesisStep = {
  at: 0,
  fault: {
    kind: 'skew',
    target: { kind: 'node', node: 'n3' },
    offsetMicros: 5_000_000,
    driftPpm: 0,
  },
}

export const DESIGNS: Readonly<Record<DesignId, Design>> = {
  confirmed: {
    name: 'Leader, confirmed reads',
    detail: 'as etcd reads by default',
    ...led({ commit: 'majority', reads: 'index' }),
  },
  'leader-reads': {
    name: 'Leader, reads sent to it',
    detail: 'as DynamoDB’s strong reads in one Region',
    ...led({ commit: 'majority', reads: 'lease' }),
  },
  'copy-reads': {
    name: 'Leader, reads from any copy',
    detail: 'as ZooKeeper’s plain reads',
    ...led({ commit: 'majority', reads: 'copy' }),
  },
  standby: {
    name: 'Asynchronous standby',
    detail: 'as PostgreSQL with reads on a replica',
    ...led({ commit: 'alone', reads: 'copy' }),
  },
  'one-one': {
    name: 'No leader, R = W = 1',
    detail: 'as Cassandra at ONE',
    ...leaderless(1),
  },
  quorum: {
    name: 'No leader, R = W = 2 of 3',
    detail: 'as Cassandra at QUORUM',
    ...leaderless(2),
  },
  'quorum-skew': {
    name: 'R = W = 2, a clock 5 s fast',
    detail: 'the same with a bad clock on n3',
    faults: [FAST_CLOCK],
    ...leaderless(2),
  },
  'home-first': {
    name: 'Home, or alone if it is silent',
    detail: 'the corner of MongoDB in 2012',
    node: TwoNodeRegister,
    nodes: ['n1', 'n2'],
    settings: { policy: 'answer', initial: INITIAL, patienceMs: 2 * RTT_MS },
  },
}

/** What is written at a message of these designs: answers between nodes speak for themselves. */
export function messageLabel(body: string): string {
  const { type } = JSON.parse(body) as { readonly type: string }
  return ['stored', 'yes', 'heard', 'got', 'told', 'done'].includes(type) ? '' : type
}
