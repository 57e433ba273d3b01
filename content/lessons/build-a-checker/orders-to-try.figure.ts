/**
 * Several clients write at the same time; then one reads at the leader, and again at a copy that is
 * behind. The history is not linearizable, so a search must try everything. How much that is depends on
 * the number of writes that overlap, and on whether the search remembers.
 */
import { type ClientOperation, DEFAULT_BUDGETS } from '#core'
import { LeaderStore, type StoreCommand } from '#systems/leader-store/leader-store.ts'
import { MS, NEAR, slowLinks } from '../../figures/network.ts'
import { operationsOf, type RunOperation, textOf } from '../../figures/operations.ts'
import type { RunFigure } from '../../schema/figure.ts'
import { check, type Operation } from './tiny-checker.ts'

type Choice = { readonly writers: '2' | '4' | '6'; readonly search: 'plain' | 'remembers' }

const INITIAL = 0
const READER = 'r'
const TIMEOUT = 400 * MS

export const figure: RunFigure<Choice> = {
  kind: 'run',
  node: LeaderStore,
  seed: 3,
  controls: [
    {
      id: 'writers',
      legend: 'Clients that write at the same time',
      options: [
        { id: '2', name: 'two' },
        { id: '4', name: 'four' },
        { id: '6', name: 'six' },
      ],
    },
    {
      id: 'search',
      legend: 'The search',
      options: [
        { id: 'plain', name: 'forgets what it tried' },
        { id: 'remembers', name: 'remembers hopeless situations' },
      ],
    },
  ],
  first: { writers: '4', search: 'plain' },
  predict: {
    question: 'How many situations must be looked at before the checker may say “no”?',
    options: [
      { id: 'tens', name: 'fewer than 100' },
      { id: 'hundreds', name: 'a few hundred' },
      { id: 'thousands', name: 'more than a thousand' },
    ],
  },
  scenario({ writers, search }) {
    const clients = Array.from({ length: Number(writers) }, (_, index) => `c${index + 1}`)
    const ask = (from: 'leader' | 'copy'): StoreCommand => ({ kind: 'read', key: 'x', from })
    const writes = clients.map((client, index): ClientOperation => {
      const command: StoreCommand = { kind: 'write', key: 'x', value: index + 1 }
      return { at: 20 * MS, client, node: 'n1', body: { ...command }, timeoutMicros: TIMEOUT }
    })
    return {
      id: `orders-to-try-${writers}-${search}`,
      nodes: ['n1', 'n2', 'n3'],
      clients: [...clients, READER],
      network: NEAR,
      nemesis: [slowLinks({ from: ['n1'], to: ['n3'], delayMs: 260 })],
      operations: [
        ...writes,
        {
          at: 110 * MS,
          client: READER,
          node: 'n1',
          body: { ...ask('leader') },
          timeoutMicros: TIMEOUT,
        },
        {
          at: 160 * MS,
          client: READER,
          node: 'n3',
          body: { ...ask('copy') },
          timeoutMicros: TIMEOUT,
        },
      ],
      settings: {},
      safetyMicros: 195 * MS,
      livenessMicros: 0,
      budgets: DEFAULT_BUDGETS,
    }
  },
  tell(trace, { search }) {
    const operations = operationsOf(trace)
    const history = operations.map(toOperation)
    const remembers = search === 'remembers'
    const { isLinearizable, tried } = check(history, { initial: INITIAL, remembers })
    const reads = operations.filter(({ client }) => client === READER)
    return {
      outcome: tried < 100 ? 'tens' : tried < 1_000 ? 'hundreds' : 'thousands',
      verdict: `r read ${reads.map(({ answer }) => textOf(answer)).join(', then ')}. The search looked at ${tried} situations and found no placement.`,
      why: remembers
        ? 'Two orders of the same writes that leave the same value are one situation, and the second need not be tried.'
        : 'Every order in which the overlapping writes might have happened was tried, down to the read that fits none of them.',
      properties: [{ name: 'Linearizable', holds: isLinearizable }],
      measures: [{ name: 'situations looked at', value: `${tried}` }],
      marks: reads.slice(-1).map(({ operation }) => operation),
    }
  },
  messageLabel(body) {
    const { entry } = JSON.parse(body) as { readonly entry?: { readonly value: number } }
    return entry === undefined ? '' : `${entry.value}`
  },
  isNoise: (body) => (JSON.parse(body) as { readonly type: string }).type === 'have',
  untilMicros: 195 * MS,
  expected: {
    '2,plain': 'tens',
    '2,remembers': 'tens',
    '4,plain': 'tens',
    '4,remembers': 'tens',
    '6,plain': 'thousands',
    '6,remembers': 'hundreds',
  },
  summary:
    'Two, four or six clients write at the same time, and a reader then sees a new value and after it ' +
    'the initial one. To prove that no placement exists, a search without memory looks at a number of ' +
    'situations that grows like the factorial of the writes that overlap, beyond a thousand for six. A search that ' +
    'remembers hopeless situations needs a few hundred for six.',
}

function toOperation({ command, answer, outcome, startedAt, endedAt }: RunOperation): Operation {
  const { kind, value } = command as { readonly kind: 'read' | 'write'; readonly value?: number }
  return {
    kind,
    value: value ?? Number(answer),
    from: startedAt,
    to: outcome === 'ok' ? (endedAt ?? null) : null,
  }
}
