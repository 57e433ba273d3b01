/** A cluster that gossips at random under every kind of fault: what laws are tried on. */
import fc from 'fast-check'
import {
  type Effect,
  type Fault,
  type FaultKind,
  headerOf,
  type NodeHost,
  nodeIds,
  Prng,
  type Scenario,
  Simulator,
  swarmNemesis,
  type Trace,
  type TraceEvent,
} from '#core'
import { baseScenario } from './scenarios.ts'
import { ScriptedHost } from './scripted-host.ts'

/** n1 crashes for good: what what-ifs put into a run. */
export const CRASH: Fault = {
  kind: 'crash',
  target: { kind: 'node', node: 'n1' },
  unsynced: 'lost',
  moment: { kind: 'now' },
  downMicros: null,
}

const KINDS: readonly FaultKind[] = [
  'partition',
  'isolate',
  'one-way',
  'crash',
  'pause',
  'clog',
  'bridge',
  'ring',
  'flap',
  'swizzle',
  'degrade',
  'drift',
  'jump',
]

/** A seed, its scenario, and a maker of hosts whose runs are equal. */
export const scenarios = fc
  .record({
    seed: fc.nat(),
    nodeCount: fc.integer({ min: 2, max: 5 }),
    loss: fc.constantFrom(0, 100, 500),
    duplicate: fc.constantFrom(0, 200),
  })
  .map(({ seed, nodeCount, loss, duplicate }) => ({
    seed,
    ...gossip(seed, nodeCount, loss, duplicate),
  }))

/** A cluster that gossips at random under random faults. */
function gossip(seed: number, nodeCount: number, loss: number, duplicate: number) {
  const nodes = nodeIds(nodeCount)
  const scenario: Scenario = {
    ...baseScenario(nodeCount),
    network: {
      delayMicrosMin: 500,
      delayMicrosMax: 8_000,
      tailPermille: 100,
      tailMicrosMax: 40_000,
      lossPermille: loss,
      duplicatePermille: duplicate,
      keepsOrder: false,
    },
    nemesis: swarmNemesis({
      seed,
      nodes,
      kinds: KINDS,
      fromMicros: 5_000,
      untilMicros: 150_000,
      gapMicrosMin: 5_000,
      gapMicrosMax: 30_000,
      lengthMicrosMin: 5_000,
      lengthMicrosMax: 40_000,
      favourite: { field: 'lead', value: 'true' },
      tearsWrites: seed % 2 === 0,
    }),
    clients: ['c1', 'c2'],
    operations: Array.from({ length: 12 }, (_, index) => ({
      at: index * 15_000,
      client: `c${(index % 2) + 1}`,
      node: `n${(index % nodeCount) + 1}`,
      body: { write: index },
      timeoutMicros: 20_000,
    })),
    safetyMicros: 200_000,
    livenessMicros: 50_000,
  }
  return { scenario, host: gossipHost(seed) }
}

function gossipHost(seed: number): () => NodeHost {
  return () => {
    const prng = new Prng(seed, 'gossip')
    return new ScriptedHost((call, node) => {
      const effects: Effect[] = [{ kind: 'observe', fields: { lead: prng.chance(300) } }]
      if (call.kind === 'request' && prng.chance(700)) {
        const outcome = prng.chance(800) ? 'ok' : 'fail'
        effects.push({ kind: 'reply', operation: call.operation, outcome, body: call.body })
      }
      if (call.kind === 'start' || call.kind === 'timer') {
        effects.push({ kind: 'set-timer', name: 'again', delayMicros: prng.between(1_000, 9_000) })
        effects.push({ kind: 'write', key: 'k', value: String(prng.between(0, 9)) })
        if (prng.chance(500)) effects.push({ kind: 'sync' })
        const to = prng.pick(['n1', 'n2'])
        if (to !== node) effects.push({ kind: 'send', to, body: `{"n":${prng.between(0, 99)}}` })
      }
      return effects
    })
  }
}

/** Runs to the end and keeps all events. */
export function traceOf(scenario: Scenario, seed: number, host: NodeHost): Trace {
  const events: TraceEvent[] = []
  new Simulator({
    scenario,
    seed,
    host,
    onEvent(event) {
      events.push(event)
      return 'continue'
    },
  }).run()
  return { header: headerOf(scenario, seed), events }
}
