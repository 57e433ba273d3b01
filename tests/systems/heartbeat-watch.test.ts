/** The failure detector that goes by silence: it finds every crash, and may suspect the living. */
import { describe, expect, it } from 'vitest'
import { operationsOf } from '#content/figures/operations.ts'
import { figureScenario } from '#content/figures/scenario.ts'
import { type NemesisStep, runScenario } from '#core'
import { ClassHost } from '#systems/class-host.ts'
import { HeartbeatWatch } from '#systems/heartbeat-watch/heartbeat-watch.ts'

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1)
const CRASH: NemesisStep = {
  at: 200_000,
  fault: {
    kind: 'crash',
    target: { kind: 'node', node: 'n3' },
    unsynced: 'lost',
    moment: { kind: 'now' },
    downMicros: null,
  },
}

/** Whom n1 had suspected by the end. */
function suspectedByFirst(
  seed: number,
  { nemesis, suspectAfterMs }: { nemesis: readonly NemesisStep[]; suspectAfterMs: number },
): unknown {
  const scenario = figureScenario({
    id: 'heartbeat-watch',
    nodes: ['n1', 'n2', 'n3'],
    clients: ['c1'],
    delayMs: [2, 30],
    settings: { beatMs: 40, suspectAfterMs },
    operations: [{ atMs: 600, client: 'c1', node: 'n1', body: { kind: 'report' } }],
    nemesis,
    lengthMs: 800,
  })
  const host = new ClassHost(HeartbeatWatch)
  const { trace } = runScenario({ scenario, claims: [], seed, host, keepTrace: true })
  if (trace === undefined) throw new Error('the trace was asked for')
  return operationsOf(trace)[0]?.answer
}

describe('a patience above the longest silence', () => {
  it('finds a crash and suspects nobody else', () => {
    for (const seed of SEEDS) {
      expect(suspectedByFirst(seed, { nemesis: [CRASH], suspectAfterMs: 75 })).toEqual(['n3'])
      expect(suspectedByFirst(seed, { nemesis: [], suspectAfterMs: 75 })).toEqual([])
    }
  })
})

describe('a patience below it', () => {
  it('suspects the living in some runs', () => {
    const wrong = SEEDS.filter((seed) => {
      const suspected = suspectedByFirst(seed, { nemesis: [], suspectAfterMs: 50 })
      return JSON.stringify(suspected) !== '[]'
    })
    expect(wrong.length).toBeGreaterThan(0)
  })
})
