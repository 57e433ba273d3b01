/**
 * The registers keep the promise of their headers, linearizability, on networks that cut, clog,
 * lose and pause; and the elected one needs its majority rule for that.
 */
import { describe, expect, it } from 'vitest'
import {
  checkLinearizable,
  type FaultKind,
  findModel,
  historyOf,
  type Json,
  present,
  type Scenario,
} from '#core'
import { AbdRegister } from '#systems/abd-register/abd-register.ts'
import type { NodeClass } from '#systems/class-host.ts'
import { ElectedRegister } from '#systems/elected-register/elected-register.ts'
import { runSwarm, type Swarm } from './run-swarm.ts'

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

function judge(nodeClass: NodeClass, settings: Scenario['settings'], seed: number) {
  const swarm: Swarm = {
    nodes: NODES,
    settings,
    faults: FAULTS,
    duplicatePermille: 20,
    timeoutMs: 180,
    body: (turn, index) =>
      (turn + index) % 2 === 0 ? { kind: 'read' } : { kind: 'write', value: turn * 10 + index },
  }
  const { events } = runSwarm(nodeClass, swarm, seed)
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
