/**
 * The registers keep the promise of their headers, linearizability, on networks that cut, clog,
 * lose and pause; and the elected one needs its majority rule for that.
 */
import { describe, expect, it } from 'vitest'
import {
  checkLinearizable,
  DEFAULT_BUDGETS,
  type FaultKind,
  findModel,
  historyOf,
  type Json,
  present,
  runSeed,
  type Scenario,
  swarmNemesis,
} from '#core'
import { AbdRegister } from '#systems/abd-register/abd-register.ts'
import { ClassHost, type NodeClass } from '#systems/class-host.ts'
import { ElectedRegister } from '#systems/elected-register/elected-register.ts'

const MS = 1_000
const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1)
const NODES = ['n1', 'n2', 'n3']
const FAULTS: readonly FaultKind[] = ['partition', 'one-way', 'bridge', 'flap', 'pause', 'degrade']
const ELECTED = { initial: 0, heartbeatMs: 40, electionMinMs: 150, electionMaxMs: 300 }

const SYSTEMS: readonly (readonly [string, NodeClass, Scenario['settings']])[] = [
  ['any majority', AbdRegister, { voters: NODES, initial: 0, againMs: 60 }],
  ['one home', AbdRegister, { voters: ['n1'], initial: 0, againMs: 60 }],
  ['an elected leader', ElectedRegister, { ...ELECTED, preVote: false, checkQuorum: false }],
  ['a guarded leader', ElectedRegister, { ...ELECTED, preVote: true, checkQuorum: true }],
]

function scenario(settings: Scenario['settings'], seed: number): Scenario {
  return {
    id: 'swarm',
    nodes: NODES,
    clients: ['c1', 'c2', 'c3'],
    network: {
      delayMicrosMin: 2 * MS,
      delayMicrosMax: 20 * MS,
      tailPermille: 50,
      tailMicrosMax: 120 * MS,
      lossPermille: 20,
      duplicatePermille: 20,
      keepsOrder: false,
    },
    nemesis: swarmNemesis({
      seed,
      nodes: NODES,
      kinds: FAULTS,
      fromMicros: 300 * MS,
      untilMicros: 2_500 * MS,
      gapMicrosMin: 50 * MS,
      gapMicrosMax: 400 * MS,
      lengthMicrosMin: 50 * MS,
      lengthMicrosMax: 600 * MS,
      favourite: { field: 'role', value: 'leader' },
    }),
    operations: Array.from({ length: 12 }, (_, turn) =>
      NODES.map((node, index) => ({
        at: (400 + turn * 200 + index * 7) * MS,
        client: `c${index + 1}`,
        node,
        body:
          (turn + index) % 2 === 0 ? { kind: 'read' } : { kind: 'write', value: turn * 10 + index },
        timeoutMicros: 180 * MS,
      })),
    ).flat(),
    settings,
    safetyMicros: 3_000 * MS,
    livenessMicros: 1_000 * MS,
    budgets: DEFAULT_BUDGETS,
  }
}

function judge(nodeClass: NodeClass, settings: Scenario['settings'], seed: number) {
  const made = scenario(settings, seed)
  const check = { id: 'swarm', title: 'swarm', claims: [], seedCount: 1, scenario: () => made }
  const { trace } = runSeed({ check, seed, host: new ClassHost(nodeClass), keepTrace: true })
  const { events } = present(trace, 'keepTrace is on')
  const history = historyOf(events, {
    meaningOf(command) {
      const { kind, value } = command as { readonly [name: string]: Json }
      return { f: typeof kind === 'string' ? kind : '', key: '', input: value ?? null }
    },
    outputOf: (answer, command) => ((command as { kind: string }).kind === 'read' ? answer : null),
  })
  const model = present(findModel('kv'), 'core has registers').make(0)
  const answered = history.operations.filter(({ outcome }) => outcome === 'ok').length
  return { verdict: checkLinearizable(history, model, { stepsMax: 1_000_000 }).verdict, answered }
}

describe.each(SYSTEMS)('a register kept by %s', (_, nodeClass, settings) => {
  it('is linearizable on a network that does its worst, and answers a good deal', () => {
    const results = SEEDS.map((seed) => judge(nodeClass, settings, seed))
    expect(results.map(({ verdict }) => verdict)).toEqual(SEEDS.map(() => 'pass'))
    expect(results.every(({ answered }) => answered >= 6)).toBe(true)
  })
})

describe('the checks above', () => {
  it('would notice a leader that answers reads without asking anybody', () => {
    class Hasty extends ElectedRegister {
      override serveReads() {
        for (const { key } of this.reads) this.tell(key, this.valueAt(this.committed))
        this.reads = []
      }
      override beat() {
        super.beat()
        this.serveReads()
      }
    }
    const settings = { ...ELECTED, preVote: false, checkQuorum: false }
    const verdicts = SEEDS.map((seed) => judge(Hasty, settings, seed).verdict)
    expect(verdicts).toContain('fail')
  })
})
