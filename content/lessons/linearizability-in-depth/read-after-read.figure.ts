/**
 * One write, two readers, three nodes. The write has reached the first node only; c2 reads there
 * and sees it; c3 reads at another node. Whether a read stores what it found before it answers
 * decides whether c3 can go back to the older value.
 */
import { DEFAULT_BUDGETS, present } from '#core'
import {
  type QuorumCommand,
  QuorumRegister,
  type QuorumSettings,
} from '#systems/quorum-register/quorum-register.ts'
import { MS, NEAR, slowLinks } from '../../figures/network.ts'
import { latencyMs, operationsOf, textOf, whatItGot } from '../../figures/operations.ts'
import { judgeLinearizable } from '../../figures/register-judgement.ts'
import type { RunFigure } from '../../schema/figure.ts'

type Choice = { readonly read: 'once' | 'store'; readonly second: 'after' | 'during' }

const INITIAL = 0
const WRITE: QuorumCommand = { kind: 'write', value: 1 }
const READ: QuorumCommand = { kind: 'read' }
const PATIENCE = 400 * MS

export const figure: RunFigure<Choice> = {
  kind: 'run',
  node: QuorumRegister,
  seed: 3,
  controls: [
    {
      id: 'read',
      legend: 'A read',
      options: [
        { id: 'once', name: 'asks a majority, answers', detail: 'one round trip' },
        { id: 'store', name: 'asks, stores, answers', detail: 'two round trips' },
      ],
    },
    {
      id: 'second',
      legend: 'c3 starts',
      options: [
        { id: 'after', name: 'after c2 has its answer' },
        { id: 'during', name: 'while c2 still waits' },
      ],
    },
  ],
  first: { read: 'once', second: 'after' },
  predict: {
    question: 'c2 reads 1. What does c3 read, and is the history linearizable?',
    options: [
      { id: 'old, broken', name: '0, and it is not' },
      { id: 'old, fine', name: '0, and it is' },
      { id: 'new, fine', name: '1, and it is' },
    ],
  },
  scenario({ read, second }) {
    const settings = { initial: INITIAL, writesBack: read === 'store' } satisfies QuorumSettings
    const ask = { timeoutMicros: PATIENCE }
    return {
      id: `read-after-read-${read}-${second}`,
      nodes: ['n1', 'n2', 'n3'],
      clients: ['c1', 'c2', 'c3'],
      network: NEAR,
      nemesis: [
        // What n1 sends first, the write, is slow; later messages overtake it.
        slowLinks({ from: ['n1'], to: ['n2', 'n3'], delayMs: 300 }),
        { at: 45 * MS, fault: { kind: 'restore', from: ['n1'], to: ['n2'] } },
      ],
      operations: [
        { at: 20 * MS, client: 'c1', node: 'n1', body: { ...WRITE }, ...ask },
        { at: 60 * MS, client: 'c2', node: 'n1', body: { ...READ }, ...ask },
        {
          at: (second === 'after' ? 160 : 68) * MS,
          client: 'c3',
          node: 'n3',
          body: { ...READ },
          ...ask,
        },
      ],
      settings: { ...settings },
      safetyMicros: 400 * MS,
      livenessMicros: 0,
      budgets: DEFAULT_BUDGETS,
    }
  },
  tell(trace) {
    const [, first, second] = operationsOf(trace)
    const b = present(first, 'c2 reads')
    const c = present(second, 'c3 reads')
    const { holds, culprit } = judgeLinearizable(trace, INITIAL)
    const value = whatItGot(c)
    const outcome = `${value === '0' ? 'old' : 'new'}, ${holds ? 'fine' : 'broken'}`
    const overlap = b.endedAt !== undefined && c.startedAt < b.endedAt
    return {
      outcome,
      verdict: holds
        ? `c2 read ${whatItGot(b)} and c3 read ${value}: linearizable.`
        : `c2 read ${whatItGot(b)}, and c3, who asked later, read ${value}: not linearizable.`,
      why: whyOf(outcome, overlap),
      properties: [{ name: 'Linearizable', holds }],
      measures: [
        { name: 'c2 waited', value: `${latencyMs(b) ?? '?'} ms` },
        { name: 'c3 waited', value: `${latencyMs(c) ?? '?'} ms` },
      ],
      marks: culprit === undefined ? [] : [culprit],
    }
  },
  messageLabel(body) {
    const { type } = JSON.parse(body) as { readonly type: string }
    return type
  },
  stateLabel: ({ value }) => textOf(value ?? null),
  untilMicros: 400 * MS,
  expected: {
    'once,after': 'old, broken',
    'once,during': 'old, fine',
    'store,after': 'new, fine',
    'store,during': 'old, fine',
  },
  summary:
    'While c1’s write of 1 has reached n1 alone, c2 reads 1 there, and c3 reads at n3. If a read ' +
    'answers after one round trip, a c3 that starts after c2 has ended still gets 0, which no order ' +
    'of the three operations explains. If the two reads overlap, the same values are linearizable. ' +
    'When a read stores what it found on a majority before it answers, a later c3 gets 1, and c2 ' +
    'waits for a second round trip.',
}

function whyOf(outcome: string, overlap: boolean): string {
  if (outcome === 'old, broken') {
    return 'The write may take effect at any moment of its long life, but it had by the time c2 saw it. c3’s majority, n2 and n3, had not heard of it.'
  }
  if (outcome === 'new, fine') {
    return 'c2 got its answer only when a majority held 1. Every later majority shares a node with that one.'
  }
  return overlap
    ? 'The two reads overlap, so c3’s may be placed before the write and c2’s after it.'
    : 'c3’s read fits before the write.'
}
