/**
 * A store with one order of writes and reads from the nearest copy, as ZooKeeper has them. The
 * copy at n3 is behind. What c2 sees depends on where it reads, and on whether its client library
 * tells the next node what it has seen.
 */
import { DEFAULT_BUDGETS, type Json, present } from '#core'
import { LeaderStore, type StoreCommand } from '#systems/leader-store/leader-store.ts'
import { MS, NEAR, slowLinks } from '../../figures/network.ts'
import { latencyMs, operationsOf, textOf, whatItGot } from '../../figures/operations.ts'
import { classifyRegisters, keepsLevel } from '../../figures/register-judgement.ts'
import type { RunFigure } from '../../schema/figure.ts'

type Choice = {
  readonly read: 'copy' | 'seen' | 'leader'
  readonly moves: 'stays' | 'moves'
}

const INITIAL = 0
const TIMEOUT = 400 * MS

export const figure: RunFigure<Choice> = {
  kind: 'run',
  node: LeaderStore,
  seed: 2,
  controls: [
    {
      id: 'read',
      legend: 'A node answers a read',
      options: [
        { id: 'copy', name: 'from its copy' },
        { id: 'seen', name: 'from its copy, once that holds what the client has seen' },
        { id: 'leader', name: 'after asking the leader' },
      ],
    },
    {
      id: 'moves',
      legend: 'c2 reads twice',
      options: [
        { id: 'stays', name: 'both times at n3' },
        { id: 'moves', name: 'at n2, then at n3' },
      ],
    },
  ],
  first: { read: 'copy', moves: 'stays' },
  predict: {
    question: 'c1’s write of 1 has been acknowledged. What do c2’s two reads return?',
    options: [
      { id: '0 0', name: '0, then 0' },
      { id: '1 0', name: '1, then 0' },
      { id: '0 1', name: '0, then 1' },
      { id: '1 1', name: '1, then 1' },
    ],
  },
  scenario({ read, moves }) {
    const write: StoreCommand = { kind: 'write', key: 'x', value: 1 }
    const first: StoreCommand = {
      kind: 'read',
      key: 'x',
      from: read === 'leader' ? 'leader' : 'copy',
    }
    // The number of the one write, which a client has seen that read its value at n2.
    const second = read === 'seen' && moves === 'moves' ? { ...first, seen: 1 } : first
    return {
      id: `local-reads-${read}-${moves}`,
      nodes: ['n1', 'n2', 'n3'],
      clients: ['c1', 'c2'],
      network: NEAR,
      nemesis: [slowLinks({ from: ['n1'], to: ['n3'], delayMs: 150 })],
      operations: [
        { at: 20 * MS, client: 'c1', node: 'n1', body: toBody(write), timeoutMicros: TIMEOUT },
        {
          at: 90 * MS,
          client: 'c2',
          node: moves === 'moves' ? 'n2' : 'n3',
          body: toBody(first),
          timeoutMicros: TIMEOUT,
        },
        { at: 140 * MS, client: 'c2', node: 'n3', body: toBody(second), timeoutMicros: TIMEOUT },
      ],
      settings: {},
      safetyMicros: 500 * MS,
      livenessMicros: 0,
      budgets: DEFAULT_BUDGETS,
    }
  },
  tell(trace, { moves }) {
    const [, one, two] = operationsOf(trace)
    const [a, b] = [present(one, 'c2 reads'), present(two, 'c2 reads again')]
    const levels = classifyRegisters(trace, INITIAL)
    const isLinearizable = keepsLevel(levels, 'linearizable')
    const isSequential = keepsLevel(levels, 'sequential')
    const values = `${whatItGot(a)} ${whatItGot(b)}`
    return {
      outcome: values,
      verdict: verdictOf(values, isLinearizable, isSequential),
      why: WHY[values === '1 1' ? (moves === 'moves' ? 'waited' : 'asked') : values] ?? '',
      properties: [
        { name: 'Linearizable', holds: isLinearizable },
        { name: 'Sequentially consistent', holds: isSequential },
        { name: 'Monotonic reads', holds: keepsLevel(levels, 'monotonic-reads') },
      ],
      measures: [
        { name: 'first read took', value: `${latencyMs(a) ?? '?'} ms` },
        { name: 'second read took', value: `${latencyMs(b) ?? '?'} ms` },
      ],
      marks: isLinearizable ? [] : [values === '1 0' ? b.operation : a.operation],
    }
  },
  messageLabel(body) {
    const { type } = JSON.parse(body) as { readonly type: string }
    return type === 'entry' ? 'x = 1' : type
  },
  isNoise: (body) => (JSON.parse(body) as { readonly type: string }).type === 'have',
  stateLabel: ({ shown }) => textOf(shown ?? null),
  untilMicros: 500 * MS,
  expected: {
    'copy,stays': '0 0',
    'copy,moves': '1 0',
    'seen,stays': '0 0',
    'seen,moves': '1 1',
    'leader,stays': '1 1',
    'leader,moves': '1 1',
  },
  summary:
    'Writes have one order; the copy at n3 is behind. Reading both times at n3, c2 gets 0 and 0: ' +
    'stale, so not linearizable, and sequentially consistent, since both reads fit before the write. ' +
    'Reading at n2 and then at n3 from the copies, c2 gets 1 and then 0, which no order explains. If ' +
    'n3 waits until it has what c2 has seen, or if reads ask the leader, c2 gets 1 and 1, later.',
}

const WHY: Readonly<Record<string, string>> = {
  '0 0':
    'Both reads fit before the write in one order of all three operations. That order is not the one of real time.',
  '1 0':
    'c2’s own order says 1 before 0, and the write happens once. A session that moves to a copy that is behind goes back in time.',
  waited:
    'The second read was held back until n3 had what c2 had seen, or asked the leader, whose copy is never behind.',
  asked:
    'Each read went to the leader, whose copy is never behind, and took a round trip to get there.',
}

function verdictOf(values: string, isLinearizable: boolean, isSequential: boolean): string {
  const read = `c2 read ${values.replace(' ', ', then ')}`
  if (isLinearizable) return `${read}: linearizable.`
  if (isSequential) return `${read}, although 1 was acknowledged: sequential, and not linearizable.`
  return `${read}: not even sequentially consistent.`
}

function toBody(command: StoreCommand): Json {
  return { ...command }
}
