/**
 * A counter of likes on two nodes. It stood at 2; n1 counts three more, n2 two more. Every update
 * reaches both nodes in the end. Whether they agree then, and on what, is a matter of how they merge.
 */
import { DEFAULT_BUDGETS, present } from '#core'
import {
  type CounterCommand,
  type CounterSettings,
  MergingCounter,
} from '#systems/merging-counter/merging-counter.ts'
import { MS, NEAR } from '../../figures/network.ts'
import { operationsOf, textOf, whatItGot } from '../../figures/operations.ts'
import type { RunFigure } from '../../schema/figure.ts'

type Choice = {
  readonly merge: CounterSettings['merge']
  readonly timing: 'apart' | 'together' | 'cut'
}

const INITIAL = 2
const ADDED = [3, 2] as const
const TRUTH = INITIAL + ADDED[0] + ADDED[1]
const TIMEOUT = 200 * MS

const add = (value: number): CounterCommand => ({ kind: 'add', value })
const READ: CounterCommand = { kind: 'read' }

export const figure: RunFigure<Choice> = {
  kind: 'run',
  node: MergingCounter,
  seed: 4,
  controls: [
    {
      id: 'merge',
      legend: 'Of what arrives, a node keeps',
      options: [
        { id: 'arrival', name: 'the total that came last' },
        { id: 'stamp', name: 'the total with the later stamp', detail: 'last writer wins' },
        { id: 'per-node', name: 'each node’s own count, and adds up', detail: 'G-Counter' },
      ],
    },
    {
      id: 'timing',
      legend: 'The likes come',
      options: [
        { id: 'apart', name: 'one after the other' },
        { id: 'together', name: 'at the same time' },
        { id: 'cut', name: 'during a cut' },
      ],
    },
  ],
  first: { merge: 'stamp', timing: 'together' },
  predict: {
    question: 'Much later, when everything has arrived, what do the two nodes answer?',
    options: [
      { id: 'all', name: `both ${TRUTH}` },
      { id: 'lost', name: `the same, and less than ${TRUTH}` },
      { id: 'differ', name: 'not the same' },
    ],
  },
  scenario({ merge, timing }) {
    const settings = { merge, initial: INITIAL } satisfies CounterSettings
    const ask = { timeoutMicros: TIMEOUT }
    return {
      id: `likes-${merge}-${timing}`,
      nodes: ['n1', 'n2'],
      clients: ['c1', 'c2'],
      network: NEAR,
      nemesis:
        timing === 'cut'
          ? [
              { at: 40 * MS, fault: { kind: 'partition', groups: [['n1'], ['n2']] } },
              { at: 230 * MS, fault: { kind: 'heal' } },
            ]
          : [],
      operations: [
        { at: 60 * MS, client: 'c1', node: 'n1', body: { ...add(ADDED[0]) }, ...ask },
        {
          at: (timing === 'apart' ? 120 : 61) * MS,
          client: 'c2',
          node: 'n2',
          body: { ...add(ADDED[1]) },
          ...ask,
        },
        { at: 360 * MS, client: 'c1', node: 'n1', body: { ...READ }, ...ask },
        { at: 365 * MS, client: 'c2', node: 'n2', body: { ...READ }, ...ask },
      ],
      settings: { ...settings },
      safetyMicros: 420 * MS,
      livenessMicros: 0,
      budgets: DEFAULT_BUDGETS,
    }
  },
  tell(trace, { timing }) {
    const reads = operationsOf(trace).filter(({ startedAt }) => startedAt >= 300 * MS)
    const [left, right] = reads.map(whatItGot)
    const a = present(left, 'c1 reads at the end')
    const b = present(right, 'c2 reads at the end')
    const outcome = a !== b ? 'differ' : a === String(TRUTH) ? 'all' : 'lost'
    const settledAt = trace.events.findLast(({ kind }) => kind === 'observe')?.at ?? 0
    return {
      outcome,
      verdict: VERDICTS[outcome]?.(a, b) ?? '',
      why: outcome === 'all' && timing === 'apart' ? WHY_APART : (WHY[outcome] ?? ''),
      properties: [
        { name: 'Both agree', holds: a === b },
        { name: 'Every like is counted', holds: a === String(TRUTH) && b === a },
      ],
      measures: [{ name: 'last change of a total', value: `at ${Math.round(settledAt / MS)} ms` }],
      marks: outcome === 'all' ? [] : reads.map(({ operation }) => operation),
    }
  },
  messageLabel(body) {
    const { state } = JSON.parse(body) as {
      readonly state?: { readonly total: number; readonly counts: Record<string, number> }
    }
    return state === undefined ? '' : `${state.total}`
  },
  isNoise: (body) => (JSON.parse(body) as { readonly type: string }).type === 'got',
  stateLabel: ({ total }) => textOf(total ?? null),
  expected: {
    'arrival,apart': 'all',
    'arrival,together': 'differ',
    'arrival,cut': 'differ',
    'stamp,apart': 'all',
    'stamp,together': 'lost',
    'stamp,cut': 'lost',
    'per-node,apart': 'all',
    'per-node,together': 'all',
    'per-node,cut': 'all',
  },
  summary:
    'Likes that come one after the other give 7 under every rule. When they come at the same time, ' +
    'or during a cut, keeping what came last leaves the nodes with swapped totals for ever. Keeping ' +
    'the later stamp makes them agree on a total that lacks one side’s likes. Counting per node and ' +
    'adding up gives 7 on both.',
}

const VERDICTS: Readonly<Record<string, (a: string, b: string) => string>> = {
  all: (a) => `Both answer ${a}: they agree, and every like is counted.`,
  lost: (a) => `Both answer ${a}: they agree, and ${TRUTH - Number(a)} likes are lost.`,
  differ: (a, b) => `n1 answers ${a} and n2 answers ${b}, and nothing is on its way any more.`,
}

const WHY: Readonly<Record<string, string>> = {
  all: 'Each node’s count is its own, and the larger of two counts of one node holds the smaller. Merging in any order gives the same sum.',
  lost: 'Two totals that did not know of each other stood against each other, and one was dropped whole. Agreement alone does not say that nothing is lost.',
  differ:
    'Each node took the other’s total for the newer one. Both have had the same updates, in another order, and differ.',
}

const WHY_APART =
  'The second addition already knew of the first, so there was nothing to merge. Such a run cannot tell the rules apart.'
