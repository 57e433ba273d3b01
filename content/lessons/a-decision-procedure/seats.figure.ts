/**
 * Four seats, two offices that cannot reach each other, three policies. Who is sent home although
 * a seat was left, and who holds a ticket for a seat that was sold twice?
 */
import type { Trace } from '#core'
import { type SeatSettings, SeatShares } from '#systems/seat-shares/seat-shares.ts'
import { CALM_MS, MS } from '../../figures/network.ts'
import { operationsOf } from '../../figures/operations.ts'
import { figureScenario } from '../../figures/scenario.ts'
import type { RunFigure, Told } from '../../schema/figure.ts'

const SEATS = 4

interface SeatChoice extends Record<string, string> {
  readonly policy: SeatSettings['policy']
  readonly demand: 'even' | 'lopsided'
}

/** Buyers at each office. */
const DEMAND: Readonly<Record<SeatChoice['demand'], readonly [number, number]>> = {
  even: [3, 3],
  lopsided: [0, 4],
}

function tell(trace: Trace): Told {
  const buyers = operationsOf(trace)
  const sold = buyers.filter(({ outcome }) => outcome === 'ok').length
  const double = Math.max(0, sold - SEATS)
  const empty = Math.max(0, Math.min(SEATS, buyers.length) - sold)
  const outcome = double > 0 ? 'oversold' : empty > 0 ? 'empty' : 'exact'
  const verdicts = {
    oversold: `${sold} tickets for ${SEATS} seats: ${double} people will be sent home at the door.`,
    empty: `Seats that somebody wanted and that stay empty: ${empty}.`,
    exact: `Every seat was sold once, and everybody who was refused was refused rightly.`,
  }
  return {
    outcome,
    verdict: verdicts[outcome],
    why: WHY[outcome],
    properties: [
      { name: 'No seat sold twice', holds: double === 0 },
      { name: 'No wanted seat left empty', holds: empty === 0 },
    ],
    measures: [
      { name: 'Sold', value: `${sold} of ${SEATS}` },
      { name: 'Refused', value: `${buyers.length - sold} of ${buyers.length}` },
    ],
    marks: buyers.filter((buyer) => buyer.outcome !== 'ok').map(({ operation }) => operation),
  }
}

const WHY = {
  oversold: 'Both offices sold from copies that could not hear of each other’s sales.',
  empty: 'An office that could have sold a seat did not know whether it may.',
  exact: 'What each office was allowed to sell and what its customers wanted happened to fit.',
} as const

export const figure: RunFigure<SeatChoice> = {
  kind: 'run',
  node: SeatShares,
  seed: 1,
  controls: [
    {
      id: 'policy',
      legend: 'Cut off from each other, the offices',
      options: [
        { id: 'home', name: 'Ask home', detail: 'only n1 decides' },
        { id: 'both', name: 'Sell on', detail: 'each from its copy' },
        { id: 'shares', name: 'Have shares', detail: 'two seats each, dealt out before' },
      ],
    },
    {
      id: 'demand',
      legend: 'Buyers',
      options: [
        { id: 'even', name: 'Three at each', detail: 'six for four seats' },
        { id: 'lopsided', name: 'Four at n2', detail: 'none at n1' },
      ],
    },
  ],
  first: { policy: 'both', demand: 'even' },
  predict: {
    question: 'What will the evening be like?',
    options: [
      { id: 'exact', name: 'Each seat sold once' },
      { id: 'oversold', name: 'Seats sold twice' },
      { id: 'empty', name: 'Wanted seats left empty' },
    ],
  },
  scenario({ policy, demand }) {
    const settings = { policy, seats: SEATS, patienceMs: 60 } satisfies SeatSettings
    const [atFirst, atSecond] = DEMAND[demand]
    const queue = (client: string, node: string, buyers: number) =>
      Array.from({ length: buyers }, (_, index) => ({
        atMs: 60 + index * 90 + (node === 'n2' ? 30 : 0),
        client,
        node,
        body: { kind: 'buy' },
        timeoutMs: 200,
      }))
    return figureScenario({
      id: `seats-${policy}-${demand}`,
      nodes: ['n1', 'n2'],
      delayMs: CALM_MS,
      clients: ['c1', 'c2'],
      nemesis: [{ at: 20 * MS, fault: { kind: 'partition', groups: [['n1'], ['n2']] } }],
      operations: [...queue('c1', 'n1', atFirst), ...queue('c2', 'n2', atSecond)].toSorted(
        (a, b) => a.atMs - b.atMs,
      ),
      settings,
      lengthMs: 600,
    })
  },
  tell,
  messageLabel: (body) => (JSON.parse(body) as { readonly type: string }).type,
  stateLabel: ({ seats }) => (typeof seats === 'number' ? `may sell ${seats}` : ''),
  expected: {
    'home,even': 'empty',
    'home,lopsided': 'empty',
    'both,even': 'oversold',
    'both,lopsided': 'exact',
    'shares,even': 'exact',
    'shares,lopsided': 'empty',
  },
  summary:
    'Asking home never sells a seat twice and leaves wanted seats empty: one with even demand, four when all buyers are at the office that cannot decide. Selling on sells six tickets for four seats with even demand, and exactly four when all buyers are at one office. Shares sell exactly four with even demand and leave two wanted seats empty when all buyers are at one office. No policy is best for both evenings.',
}
