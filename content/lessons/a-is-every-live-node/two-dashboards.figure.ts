/** One cut, three ways for clients to find a node, and two dashboards that count differently. */

import { CALM_MS, MS } from '#content/figures/network.ts'
import { operationsOf, textOf } from '#content/figures/operations.ts'
import { figureScenario } from '#content/figures/scenario.ts'
import type { RunFigure } from '#content/schema/figure.ts'
import type { NemesisStep, RetryPolicy, Trace } from '#core'
import {
  COPIES_OF_HOME,
  HomeRegister,
  type HomeSettings,
} from '#systems/home-register/home-register.ts'

type Choice = {
  readonly route: 'own' | 'onward' | 'around'
  readonly link: 'whole' | 'cut'
}

const CUT: readonly NemesisStep[] = [
  { at: 30 * MS, fault: { kind: 'partition', groups: [['n1', 'n2'], ['n3']] } },
]
/** A balancer that tries the next node when one refuses. */
const ONWARD: RetryPolicy = { everyMicros: 150 * MS, nodes: ['n3', 'n1', 'n2'] }
const READS_AT_MS = [60, 260]

/** Where the client that sits beside n3 is sent, and whether it is sent on. */
function thirdClient(route: Choice['route']): {
  readonly node: string
  readonly retry?: RetryPolicy
} {
  if (route === 'around') return { node: 'n1' }
  return route === 'onward' ? { node: 'n3', retry: ONWARD } : { node: 'n3' }
}

export const figure: RunFigure<Choice> = {
  kind: 'run',
  node: HomeRegister,
  seed: 2,
  controls: [
    {
      id: 'route',
      legend: 'The clients of n3',
      options: [
        { id: 'own', name: 'ask n3 and take its answer' },
        { id: 'onward', name: 'are sent on when n3 refuses' },
        { id: 'around', name: 'are never sent to n3', detail: 'a health check took it out' },
      ],
    },
    {
      id: 'link',
      legend: 'n3 and the others',
      options: [
        { id: 'whole', name: 'hear each other' },
        { id: 'cut', name: 'are cut apart' },
      ],
    },
  ],
  first: { route: 'onward', link: 'cut' },
  predict: {
    question:
      'One dashboard counts answered operations, by client. The other counts answered requests, by node. What do they show?',
    options: [
      { id: 'both green', name: 'both show 100 %' },
      { id: 'apart', name: 'clients 100 %, nodes less' },
      { id: 'both red', name: 'both show less than 100 %' },
    ],
  },
  scenario: ({ route, link }) =>
    figureScenario({
      id: `two-dashboards-${route}-${link}`,
      nodes: ['n1', 'n2', 'n3'],
      clients: ['c1', 'c2', 'c3'],
      delayMs: CALM_MS,
      nemesis: link === 'cut' ? CUT : [],
      operations: READS_AT_MS.flatMap((atMs) => [
        { atMs, client: 'c1', node: 'n1', body: { kind: 'read' }, timeoutMs: 180 },
        { atMs, client: 'c2', node: 'n2', body: { kind: 'read' }, timeoutMs: 180 },
        {
          atMs,
          client: 'c3',
          body: { kind: 'read' },
          timeoutMs: 180,
          ...thirdClient(route),
        },
      ]),
      settings: { ...COPIES_OF_HOME, reads: 'home', patienceMs: 60 } satisfies HomeSettings,
      lengthMs: 440,
    }),
  tell(trace) {
    const operations = operationsOf(trace)
    const answered = operations.filter(({ outcome }) => outcome === 'ok').length
    const byNode = ['n1', 'n2', 'n3'].map((node) => askedAndAnswered(trace, node))
    const asked = sum(byNode.map((counts) => counts.asked))
    const kept = sum(byNode.map((counts) => counts.answered))
    const areClientsFine = answered === operations.length
    return {
      outcome: areClientsFine ? (kept === asked ? 'both green' : 'apart') : 'both red',
      verdict: `Clients: ${answered} of ${operations.length} answered. Nodes: ${kept} of ${asked}.`,
      why: why(areClientsFine, kept === asked, byNode[2]?.asked ?? 0),
      properties: [
        { name: 'every client was answered', holds: areClientsFine },
        { name: 'every node answered whoever asked it', holds: kept === asked },
      ],
      measures: byNode.map((counts, index) => ({
        name: `requests answered by n${index + 1}`,
        value: counts.asked === 0 ? 'it was not asked' : `${counts.answered} of ${counts.asked}`,
      })),
    }
  },
  messageLabel: (body) => (JSON.parse(body) as { readonly type: string }).type,
  stateLabel: ({ value }) => textOf(value ?? null),
  expected: {
    'own,whole': 'both green',
    'own,cut': 'both red',
    'onward,whole': 'both green',
    'onward,cut': 'apart',
    'around,whole': 'both green',
    'around,cut': 'both green',
  },
  summary:
    'Three nodes; n2 and n3 ask n1 before they answer a read, and refuse when it stays silent. While all hear each other both dashboards show 100 %. With n3 cut off, its clients get errors if they take its answer; if they are sent on to n1 the clients’ dashboard shows 100 % and that of the nodes shows the refusals of n3; if they are never sent to n3 both show 100 %, because a node that is not asked refuses nobody.',
}

function askedAndAnswered({ events }: Trace, node: string) {
  const asked = events.filter((event) => event.kind === 'request' && event.node === node)
  const answered = events.filter(
    (event) => event.kind === 'reply' && event.node === node && event.outcome === 'ok',
  )
  return { asked: asked.length, answered: answered.length }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function why(areClientsFine: boolean, areNodesFine: boolean, askedOfThird: number): string {
  if (!areClientsFine)
    return 'n3 is up, was asked, and refused. Nothing stands between its refusal and its clients.'
  if (!areNodesFine)
    return 'n3 refused as before. Somebody else answered in its stead, so no client noticed more than a delay.'
  return askedOfThird === 0
    ? 'n3 refused nobody, because nobody asked it. The numbers say nothing about what it would have done.'
    : 'Every node could reach n1 in time.'
}
