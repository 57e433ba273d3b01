/**
 * Four seats are left, two cities sell them, and the line between the cities is cut. Three policies
 * and two crowds: none of the policies is right for both.
 */
import { type ClientOperation, DEFAULT_BUDGETS } from '#core'
import { type SeatSettings, SeatShares } from '#systems/seat-shares/seat-shares.ts'
import { MS, NEAR } from '../../figures/network.ts'
import { operationsOf, textOf } from '../../figures/operations.ts'
import type { RunFigure } from '../../schema/figure.ts'

type Choice = {
  readonly policy: SeatSettings['policy']
  readonly crowd: 'even' | 'far'
}

const SEATS = 4

export const figure: RunFigure<Choice> = {
  kind: 'run',
  node: SeatShares,
  seed: 3,
  controls: [
    {
      id: 'policy',
      legend: 'During the cut',
      options: [
        { id: 'home', name: 'only the hall’s city sells' },
        { id: 'both', name: 'both sell from their count' },
        { id: 'shares', name: 'each sells its half', detail: 'escrow' },
      ],
    },
    {
      id: 'crowd',
      legend: 'Customers',
      options: [
        { id: 'even', name: 'three in each city' },
        { id: 'far', name: 'four in the other city' },
      ],
    },
  ],
  first: { policy: 'both', crowd: 'even' },
  predict: {
    question: 'Four seats are left. What happens?',
    options: [
      { id: 'right', name: 'all four are sold, once each' },
      { id: 'oversold', name: 'more than four are sold' },
      { id: 'empty', name: 'somebody is refused while seats stay empty' },
    ],
  },
  scenario({ policy, crowd }) {
    const settings = { seats: SEATS, policy, patienceMs: 60 } satisfies SeatSettings
    return {
      id: `last-seats-${policy}-${crowd}`,
      nodes: ['n1', 'n2'],
      clients: ['c1', 'c2'],
      network: NEAR,
      nemesis: [{ at: 10 * MS, fault: { kind: 'partition', groups: [['n1'], ['n2']] } }],
      operations:
        crowd === 'even' ? [...buy('c1', 'n1', 3), ...buy('c2', 'n2', 3)] : buy('c2', 'n2', 4),
      settings: { ...settings },
      safetyMicros: 480 * MS,
      livenessMicros: 0,
      budgets: DEFAULT_BUDGETS,
    }
  },
  tell(trace) {
    const operations = operationsOf(trace)
    const sold = operations.filter(({ outcome }) => outcome === 'ok').length
    const refused = operations.filter(({ outcome }) => outcome === 'fail')
    const outcome = sold > SEATS ? 'oversold' : sold === SEATS ? 'right' : 'empty'
    return {
      outcome,
      verdict: `${sold} of ${SEATS} seats sold; ${refused.length === 0 ? 'nobody' : refused.length} refused.`,
      why: WHY[outcome] ?? '',
      properties: [
        { name: 'No seat is sold twice', holds: sold <= SEATS },
        { name: 'No seat stays empty while somebody is refused', holds: outcome !== 'empty' },
      ],
      measures: [{ name: 'seats sold', value: `${sold}` }],
      marks:
        outcome === 'right'
          ? []
          : outcome === 'empty'
            ? refused.map(({ operation }) => operation)
            : operations.slice(SEATS).map(({ operation }) => operation),
    }
  },
  messageLabel: (body) => (JSON.parse(body) as { readonly type: string }).type,
  stateLabel: ({ seats }) => textOf(seats ?? null),
  expected: {
    'home,even': 'empty',
    'home,far': 'empty',
    'both,even': 'oversold',
    'both,far': 'right',
    'shares,even': 'right',
    'shares,far': 'empty',
  },
  summary:
    'Four seats, two cities, a cut. If only the hall’s city sells, the other city refuses everybody and ' +
    'seats stay empty. If both sell from their own count, three customers in each city get six seats. ' +
    'If each may sell half, three in each city get exactly four, and four customers in one city get ' +
    'two, while two seats stay empty. No policy is right for both crowds.',
}

const WHY: Readonly<Record<string, string>> = {
  right: 'What was sold happened to fit what each city could know alone.',
  oversold: 'Each city sold seats that the other had sold too, and could not hear of it.',
  empty:
    'Whoever refused could not know that seats were free on the other side, or could not get at them.',
}

function buy(client: string, node: string, count: number): readonly ClientOperation[] {
  return Array.from({ length: count }, (_, index) => ({
    at: (40 + 30 * index) * MS,
    client,
    node,
    body: { kind: 'buy' },
    timeoutMicros: 150 * MS,
  }))
}
