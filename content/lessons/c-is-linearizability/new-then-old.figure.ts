/** One slow write, two reads while it runs: the second must not be older than the first. */
import { answerTo } from '#content/figures/answers.ts'
import { CALM_MS, MS } from '#content/figures/network.ts'
import { allAnswered, operationsOf, textOf, whatItGot } from '#content/figures/operations.ts'
import { judgeLinearizable } from '#content/figures/register-judgement.ts'
import { figureScenario } from '#content/figures/scenario.ts'
import type { RunFigure } from '#content/schema/figure.ts'
import {
  COPIES_OF_HOME,
  HomeRegister,
  type HomeSettings,
} from '#systems/home-register/home-register.ts'

type Choice = { readonly when: 'together' | 'after'; readonly reads: 'copy' | 'home' }

const THIRD_READS_AT_MS: Readonly<Record<Choice['when'], number>> = {
  together: 95,
  after: 140,
}

export const figure: RunFigure<Choice> = {
  kind: 'run',
  node: HomeRegister,
  seed: 4,
  controls: [
    {
      id: 'when',
      legend: 'c3 reads',
      options: [
        { id: 'together', name: 'while c2 is reading' },
        { id: 'after', name: 'after c2 has read' },
      ],
    },
    {
      id: 'reads',
      legend: 'n2 and n3 answer',
      options: [
        { id: 'copy', name: 'from their copies' },
        { id: 'home', name: 'after asking n1' },
      ],
    },
  ],
  first: { when: 'after', reads: 'copy' },
  predict: {
    question:
      'c1’s write of 42 runs the whole time. What do c2 and c3 get, and is it linearizable?',
    options: [
      { id: '42 42 yes', name: '42 and 42: linearizable' },
      { id: '42 7 yes', name: '42 and 7: linearizable' },
      { id: '42 7 no', name: '42 and 7: not linearizable' },
    ],
  },
  scenario: ({ when, reads }) =>
    figureScenario({
      id: `new-then-old-${when}-${reads}`,
      nodes: ['n1', 'n2', 'n3'],
      clients: ['c1', 'c2', 'c3'],
      delayMs: CALM_MS,
      // The news is quick to n2 and slow to n3, and the receipts that end the write are slow.
      deliveries: [
        { from: 'n1', to: 'n2', index: 1, fate: { kind: 'delivered', delaysMicros: [12 * MS] } },
        { from: 'n1', to: 'n3', index: 1, fate: { kind: 'delivered', delaysMicros: [150 * MS] } },
        { from: 'n2', to: 'n1', index: 1, fate: { kind: 'delivered', delaysMicros: [170 * MS] } },
      ],
      operations: [
        {
          atMs: 40,
          client: 'c1',
          node: 'n1',
          body: { kind: 'write', value: 42 },
          timeoutMs: 300,
        },
        { atMs: 90, client: 'c2', node: 'n2', body: { kind: 'read' }, timeoutMs: 150 },
        {
          atMs: THIRD_READS_AT_MS[when],
          client: 'c3',
          node: 'n3',
          body: { kind: 'read' },
          timeoutMs: 150,
        },
      ],
      settings: { ...COPIES_OF_HOME, reads, commit: 'majority' } satisfies HomeSettings,
      lengthMs: 320,
    }),
  tell(trace) {
    const { holds, culprit, message } = judgeLinearizable(trace, COPIES_OF_HOME.initial)
    const got = ['c2', 'c3'].map((client) => whatItGot(answerTo(trace, client)))
    return {
      outcome: `${got.join(' ')} ${holds ? 'yes' : 'no'}`,
      verdict: `c2 got ${got[0]}, c3 got ${got[1]}: ${holds ? 'linearizable' : 'not linearizable'}.`,
      why: holds ? explain(got) : message,
      properties: [
        { name: 'linearizable', holds },
        { name: 'every client was answered', holds: allAnswered(operationsOf(trace)) },
      ],
      marks: culprit === undefined ? [] : [culprit],
    }
  },
  messageLabel: (body) => (JSON.parse(body) as { readonly type: string }).type,
  stateLabel: ({ value }) => textOf(value ?? null),
  lanes: ['c1', 'n1', 'n2', 'c2', 'n3', 'c3'],
  expected: {
    'together,copy': '42 7 yes',
    'together,home': '42 42 yes',
    'after,copy': '42 7 no',
    'after,home': '42 42 yes',
  },
  summary:
    'c1 writes 42 at n1, and the write is still running when c2 reads at n2, which has heard of it, and c3 reads at n3, which has not. From their copies c2 gets 42 and c3 gets 7. If the two reads overlap, this is linearizable: c3’s read may have happened first. If c3 begins after c2 has ended, it is not, although the write is still running. If both nodes ask n1, both get 42.',
}

function explain([second, third]: readonly string[]): string {
  return second === third
    ? 'Both answers come from one place, so there is one order that both agree on.'
    : 'The reads overlap, so c3’s may have happened before the write and c2’s after it. An order exists.'
}
