/**
 * The four ends of one operation: c1 takes an umbrella and is answered, refused, or hears nothing,
 * either because its request was lost or because the answer was. Then it stops or tries again.
 */

import { answerTo } from '#content/figures/answers.ts'
import { CALM_MS, MS } from '#content/figures/network.ts'
import { operationsOf, textOf, whatItGot } from '#content/figures/operations.ts'
import { figureScenario } from '#content/figures/scenario.ts'
import type { RunFigure } from '#content/schema/figure.ts'
import type { NemesisStep } from '#core'
import { type ShelfSettings, StockShelf } from '#systems/stock-shelf/stock-shelf.ts'

type Fate = 'answered' | 'refused' | 'request-lost' | 'answer-lost'
type Choice = { readonly fate: Fate; readonly next: 'stop' | 'again' }

const STOCK = 5
const TAKE = { client: 'c1', node: 'n1', body: { kind: 'take' }, timeoutMs: 80 } as const

function faults(fate: Fate): readonly NemesisStep[] {
  if (fate === 'answered' || fate === 'refused') return []
  const [from, to] = fate === 'request-lost' ? (['c1', 'n1'] as const) : (['n1', 'c1'] as const)
  return [
    { at: 20 * MS, fault: { kind: 'one-way', from: [from], to: [to] } },
    { at: 110 * MS, fault: { kind: 'heal' } },
  ]
}

export const figure: RunFigure<Choice> = {
  kind: 'run',
  node: StockShelf,
  seed: 2,
  controls: [
    {
      id: 'fate',
      legend: 'What happens to c1’s operation',
      options: [
        { id: 'answered', name: 'It is answered' },
        { id: 'refused', name: 'It is refused', detail: 'the shop is closed' },
        { id: 'request-lost', name: 'The request is lost' },
        { id: 'answer-lost', name: 'The answer is lost' },
      ],
    },
    {
      id: 'next',
      legend: 'Unless it was told ok, c1',
      options: [
        { id: 'stop', name: 'leaves it' },
        { id: 'again', name: 'tries again' },
      ],
    },
  ],
  first: { fate: 'answer-lost', next: 'stop' },
  predict: {
    question: 'There were 5 umbrellas. How many does c2 count in the end?',
    options: [
      { id: '5', name: '5' },
      { id: '4', name: '4' },
      { id: '3', name: '3' },
    ],
  },
  scenario({ fate, next }) {
    const again = next === 'again' && fate !== 'answered' ? [{ ...TAKE, atMs: 150 }] : []
    return figureScenario({
      id: `four-ends-${fate}-${next}`,
      nodes: ['n1'],
      clients: ['c1', 'c2'],
      delayMs: CALM_MS,
      nemesis: faults(fate),
      operations: [
        { ...TAKE, atMs: 40 },
        ...again,
        { atMs: 250, client: 'c2', node: 'n1', body: { kind: 'count' }, timeoutMs: 80 },
      ],
      settings: { stock: STOCK, isClosed: fate === 'refused' } satisfies ShelfSettings,
      lengthMs: 320,
    })
  },
  tell(trace) {
    const ends = operationsOf(trace).filter(({ client }) => client === 'c1')
    const told = ends.filter(({ outcome }) => outcome === 'ok').length
    const counted = whatItGot(answerTo(trace, 'c2'))
    const taken = STOCK - Number(counted)
    const lost = ends.filter(({ outcome }) => outcome === 'info').length
    return {
      outcome: counted,
      verdict: `c1’s operation ended ${ends.map(({ outcome }) => outcome).join(', then ')}; ${taken} taken.`,
      why: explain({ taken, told, lost }),
      properties: [
        { name: 'c1 knows what happened', holds: lost === 0 },
        { name: 'taken as often as c1 was told ok', holds: taken === told },
      ],
    }
  },
  lanes: ['c1', 'n1', 'c2'],
  messageLabel: () => '',
  stateLabel: ({ stock }) => textOf(stock ?? null),
  expected: {
    'answered,stop': '4',
    'answered,again': '4',
    'refused,stop': '5',
    'refused,again': '5',
    'request-lost,stop': '5',
    'request-lost,again': '4',
    'answer-lost,stop': '4',
    'answer-lost,again': '3',
  },
  summary:
    'One node holds 5 umbrellas and c1 takes one. Answered, the operation ends ok and 4 are left; refused, it ends fail and 5 are left. When the request is lost or the answer is lost it ends info, after the same wait: 5 are left in the first case and 4 in the second. If c1 tries again, the lost request comes out right with 4 left, and the lost answer takes a second umbrella and leaves 3.',
}

function explain({
  taken,
  told,
  lost,
}: {
  readonly taken: number
  readonly told: number
  readonly lost: number
}): string {
  if (lost === 0) return 'Whoever gets an answer, even a refusal, knows where he stands.'
  if (taken === told) {
    return 'The first request never arrived. c1 heard exactly what it would have heard had only the answer been lost.'
  }
  return told === 0
    ? 'The umbrella is gone, and c1 does not know it: the node did its work, and only the answer was lost.'
    : 'The first request had done its work before the second came. To the node they are two requests.'
}
