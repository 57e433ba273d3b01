/** Six writes at home and six reads on the far side of a link: availability, staleness, latency. */

import { CALM_MS, MS } from '#content/figures/network.ts'
import { answeredThrough, latencyMs, operationsOf, textOf } from '#content/figures/operations.ts'
import { figureScenario } from '#content/figures/scenario.ts'
import { staleReads } from '#content/figures/staleness.ts'
import type { RunFigure } from '#content/schema/figure.ts'
import { type NemesisStep, percentile, type Trace } from '#core'
import {
  COPIES_OF_HOME,
  HomeRegister,
  type HomeSettings,
} from '#systems/home-register/home-register.ts'

type Choice = { readonly reads: 'copy' | 'home'; readonly link: 'whole' | 'cut' | 'healed' }

const ROUNDS = [1, 2, 3, 4, 5, 6]
const ROUND_MS = 130
const CUT_AT = 270 * MS

const FAULTS: Readonly<Record<Choice['link'], readonly NemesisStep[]>> = {
  whole: [],
  cut: [{ at: CUT_AT, fault: { kind: 'partition', groups: [['n1'], ['n2']] } }],
  healed: [
    { at: CUT_AT, fault: { kind: 'partition', groups: [['n1'], ['n2']] } },
    { at: 600 * MS, fault: { kind: 'heal' } },
  ],
}

export const figure: RunFigure<Choice> = {
  kind: 'run',
  node: HomeRegister,
  seed: 5,
  controls: [
    {
      id: 'reads',
      legend: 'n2 answers a read',
      options: [
        { id: 'copy', name: 'from its own copy' },
        { id: 'home', name: 'after asking n1', detail: 'an error after 60 ms of silence' },
      ],
    },
    {
      id: 'link',
      legend: 'The link between n1 and n2',
      options: [
        { id: 'whole', name: 'stays whole' },
        { id: 'cut', name: 'is cut at 270 ms' },
        { id: 'healed', name: 'is cut, and heals at 600 ms' },
      ],
    },
  ],
  first: { reads: 'copy', link: 'cut' },
  predict: {
    question: 'What becomes of the six reads at n2?',
    options: [
      { id: 'fresh', name: 'all are answered, none is stale' },
      { id: 'stale', name: 'all are answered, some are stale' },
      { id: 'refused', name: 'some are refused, none is stale' },
    ],
  },
  scenario: ({ reads, link }) =>
    figureScenario({
      id: `two-sides-${reads}-${link}`,
      nodes: ['n1', 'n2'],
      clients: ['c1', 'c2'],
      delayMs: CALM_MS,
      nemesis: FAULTS[link],
      operations: ROUNDS.flatMap((value) => [
        {
          atMs: value * ROUND_MS - 100,
          client: 'c1',
          node: 'n1',
          body: { kind: 'write', value },
          timeoutMs: 120,
        },
        {
          atMs: value * ROUND_MS - 40,
          client: 'c2',
          node: 'n2',
          body: { kind: 'read' },
          timeoutMs: 120,
        },
      ]),
      settings: {
        ...COPIES_OF_HOME,
        initial: 0,
        reads,
        patienceMs: 60,
      } satisfies HomeSettings,
      lengthMs: 880,
    }),
  tell(trace) {
    const stale = staleReads(trace)
    const far = answeredThrough(operationsOf(trace), ['n2'])
    const near = answeredThrough(operationsOf(trace), ['n1'])
    const isAnswered = far.answered === far.asked
    const oldest = stale.map(({ ageMs }) => ageMs).toSorted((a, b) => b - a)[0] ?? 0
    return {
      outcome: isAnswered ? (stale.length > 0 ? 'stale' : 'fresh') : 'refused',
      verdict: `n2 answered ${far.answered} of ${far.asked} reads; ${stale.length} of them were stale.`,
      why: why(isAnswered, stale.length),
      properties: [
        { name: 'every request was answered', holds: isAnswered && near.answered === near.asked },
        { name: 'no read was stale', holds: stale.length === 0 },
      ],
      measures: [
        { name: 'answered at n1', value: `${near.answered} of ${near.asked}` },
        { name: 'answered at n2', value: `${far.answered} of ${far.asked}` },
        { name: 'both sides together', value: share(near.answered + far.answered, 12) },
        { name: 'stale reads', value: String(stale.length) },
        { name: 'oldest of them', value: stale.length > 0 ? `${oldest} ms behind` : 'none' },
        { name: 'median write at n1', value: `${medianLatency(trace, 'c1')} ms` },
        { name: 'median answered read at n2', value: `${medianLatency(trace, 'c2')} ms` },
      ],
      marks: stale.map(({ operation }) => operation),
    }
  },
  messageLabel: (body) => (JSON.parse(body) as { readonly type: string }).type,
  stateLabel: ({ value }) => textOf(value ?? null),
  expected: {
    'copy,whole': 'fresh',
    'copy,cut': 'stale',
    'copy,healed': 'stale',
    'home,whole': 'fresh',
    'home,cut': 'refused',
    'home,healed': 'refused',
  },
  summary:
    'c1 writes 1 to 6 at n1, one value every 130 ms, and c2 reads at n2 some 60 ms after each write has begun. On the whole link all six reads are answered and fresh, whether n2 answers from its copy or asks n1; asking takes about twice as long. Once the link is cut, the copy goes on answering with ever older values, and asking gives errors and no stale value. Writes at n1 are answered in all six runs.',
}

function why(isAnswered: boolean, staleCount: number): string {
  if (!isAnswered)
    return 'n2 would not vouch for its copy. Its side paid with errors, and nobody read an old value.'
  return staleCount > 0
    ? 'n2 had no way to know how old its copy was, and answered. Its clients saw no error and no newer value either.'
    : 'The news reached n2 before each read. Look at the median latency of a read to see what asking costs.'
}

function medianLatency(trace: Trace, client: string): number {
  const answered = operationsOf(trace).filter(
    (operation) => operation.client === client && operation.outcome === 'ok',
  )
  const latencies = answered.map((operation) => latencyMs(operation) ?? 0)
  return percentile(latencies, 50) ?? 0
}

function share(part: number, whole: number): string {
  return `${Math.round((100 * part) / whole)} %`
}
