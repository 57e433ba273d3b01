/** Three programs on four networks: which promises hold is a fact about the pair. */

import { answerTo, inWords } from '#content/figures/answers.ts'
import { CALM_MS, MS, slowLinks } from '#content/figures/network.ts'
import { allAnswered, operationsOf, textOf } from '#content/figures/operations.ts'
import { judgeLinearizable } from '#content/figures/register-judgement.ts'
import { figureScenario } from '#content/figures/scenario.ts'
import type { RunFigure } from '#content/schema/figure.ts'
import type { Scenario } from '#core'
import {
  COPIES_OF_HOME,
  HomeRegister,
  type HomeSettings,
} from '#systems/home-register/home-register.ts'

type Code = 'once' | 'again' | 'alone'
type Network = 'keeps' | 'slow' | 'loses' | 'cut'
type Choice = { readonly code: Code; readonly network: Network }

const PATIENCE_MS = 60
/** Longer than any run: asks once. */
const FOR_EVER_MS = 100_000

const CODE: Readonly<Record<Code, Pick<HomeSettings, 'whenSilent' | 'patienceMs'>>> = {
  once: { whenSilent: 'wait', patienceMs: FOR_EVER_MS },
  again: { whenSilent: 'wait', patienceMs: PATIENCE_MS },
  alone: { whenSilent: 'answer', patienceMs: PATIENCE_MS },
}

const NETWORKS: Readonly<Record<Network, Pick<Scenario, 'nemesis' | 'deliveries'>>> = {
  keeps: { nemesis: [] },
  slow: { nemesis: [slowLinks({ from: ['n1'], to: ['n2'], delayMs: [190, 200], atMs: 30 })] },
  loses: {
    nemesis: [],
    deliveries: [
      { from: 'n1', to: 'n2', index: 1, fate: { kind: 'lost' } },
      { from: 'n2', to: 'n1', index: 1, fate: { kind: 'lost' } },
    ],
  },
  cut: {
    nemesis: [{ at: 30 * MS, fault: { kind: 'partition', groups: [['n1'], ['n2']] } }],
  },
}

export const figure: RunFigure<Choice> = {
  kind: 'run',
  node: HomeRegister,
  seed: 4,
  controls: [
    {
      id: 'code',
      legend: 'Before it answers, n2 asks n1',
      options: [
        { id: 'once', name: 'once, and waits' },
        { id: 'again', name: 'again every 60 ms' },
        { id: 'alone', name: 'and after 60 ms answers from its copy' },
      ],
    },
    {
      id: 'network',
      legend: 'The network',
      options: [
        { id: 'keeps', name: 'loses nothing', detail: `${CALM_MS[1]} ms at most` },
        { id: 'slow', name: 'loses nothing, and is slow', detail: '200 ms from n1 to n2' },
        { id: 'loses', name: 'loses the first message of each link' },
        { id: 'cut', name: 'loses everything from 30 ms on' },
      ],
    },
  ],
  first: { code: 'once', network: 'loses' },
  predict: {
    question: 'c1 wrote 42 through n1 and was told ok. What does c2 get at n2?',
    options: [
      { id: 'fresh', name: '42' },
      { id: 'stale', name: '7, the old value' },
      { id: 'silence', name: 'no answer in this run' },
    ],
  },
  scenario: ({ code, network }) =>
    figureScenario({
      id: `four-networks-${code}-${network}`,
      nodes: ['n1', 'n2'],
      clients: ['c1', 'c2'],
      delayMs: CALM_MS,
      ...NETWORKS[network],
      operations: [
        {
          atMs: 50,
          client: 'c1',
          node: 'n1',
          body: { kind: 'write', value: 42 },
          timeoutMs: 350,
        },
        { atMs: 110, client: 'c2', node: 'n2', body: { kind: 'read' }, timeoutMs: 350 },
      ],
      settings: { ...COPIES_OF_HOME, reads: 'home', ...CODE[code] } satisfies HomeSettings,
      lengthMs: 480,
    }),
  tell(trace) {
    const read = answerTo(trace, 'c2')
    const { holds, culprit } = judgeLinearizable(trace, COPIES_OF_HOME.initial)
    const isLossy = trace.events.some(({ kind }) => kind === 'drop')
    return {
      outcome: read.outcome === 'ok' ? (holds ? 'fresh' : 'stale') : 'silence',
      verdict: `${inWords(read)}.`,
      why: why({ isAnswered: read.outcome === 'ok', holds, isLossy }),
      properties: [
        { name: 'consistent (linearizable)', holds },
        { name: 'every request answered', holds: allAnswered(operationsOf(trace)) },
        { name: 'the network lost nothing', holds: !isLossy },
      ],
      marks: culprit === undefined ? [] : [culprit],
    }
  },
  messageLabel: (body) => (JSON.parse(body) as { readonly type: string }).type,
  stateLabel: ({ value }) => textOf(value ?? null),
  expected: {
    'once,keeps': 'fresh',
    'once,slow': 'fresh',
    'once,loses': 'silence',
    'once,cut': 'silence',
    'again,keeps': 'fresh',
    'again,slow': 'fresh',
    'again,loses': 'fresh',
    'again,cut': 'silence',
    'alone,keeps': 'fresh',
    'alone,slow': 'stale',
    'alone,loses': 'stale',
    'alone,cut': 'stale',
  },
  summary:
    'c1 writes 42 through n1 and c2 reads at n2. On a network that loses nothing and is quick all three programs give 42. Asking once and waiting also gives 42 on the slow network, late, and no answer once a message is lost. Asking again gives 42 in spite of single losses, and no answer while everything is lost. Answering from the copy after 60 ms always gives an answer, and gives 7 on the slow network, on the lossy one and on the cut one.',
}

function why({
  isAnswered,
  holds,
  isLossy,
}: {
  readonly isAnswered: boolean
  readonly holds: boolean
  readonly isLossy: boolean
}): string {
  if (!isAnswered)
    return 'n2 waits for a message that does not come. It would wait for ever; the run ends here.'
  if (!holds) {
    return isLossy
      ? 'The news of 42 was lost, and so was the question about it. n2 answered with what it had.'
      : 'Nothing was lost. The news and the reply were slow, n2 ran out of patience, and answered with what it had.'
  }
  return isLossy
    ? 'A message was lost, and asking again made up for it.'
    : 'n1’s reply came, so the answer is n1’s.'
}
