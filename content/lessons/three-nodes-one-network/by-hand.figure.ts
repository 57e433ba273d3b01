/**
 * The reader is the network: c1 writes 42 on n1, which tells n2 and n3 in one message each, and
 * the reader settles what becomes of the two messages. Two clients then read.
 */

import { answerTo, inWords } from '#content/figures/answers.ts'
import { CALM_MS, MS } from '#content/figures/network.ts'
import { allAnswered, operationsOf, textOf, whatItGot } from '#content/figures/operations.ts'
import { judgeLinearizable } from '#content/figures/register-judgement.ts'
import { figureScenario } from '#content/figures/scenario.ts'
import type { RunFigure } from '#content/schema/figure.ts'
import type { DeliveryChoice } from '#core'
import { COPIES_OF_HOME, HomeRegister } from '#systems/home-register/home-register.ts'

type Fate = 'soon' | 'late' | 'never'
type Choice = { readonly second: Fate; readonly third: Fate }

const READ_AT_MS = 120

const FATES = [
  { id: 'soon', name: 'Deliver it', detail: 'after 20 ms' },
  { id: 'late', name: 'Hold it back', detail: 'for 180 ms' },
  { id: 'never', name: 'Lose it' },
] as const

const DELAY: Readonly<Record<Exclude<Fate, 'never'>, number>> = { soon: 20 * MS, late: 180 * MS }

function delivery(to: string, fate: Fate): DeliveryChoice {
  const kept = fate === 'never' ? undefined : DELAY[fate]
  return {
    from: 'n1',
    to,
    index: 1,
    fate: kept === undefined ? { kind: 'lost' } : { kind: 'delivered', delaysMicros: [kept] },
  }
}

const OUTCOMES: Readonly<Record<string, string>> = {
  '42,42': 'both',
  '42,7': 'second',
  '7,42': 'third',
  '7,7': 'nobody',
}

export const figure: RunFigure<Choice> = {
  kind: 'run',
  node: HomeRegister,
  seed: 3,
  controls: [
    { id: 'second', legend: 'The message from n1 to n2', options: FATES },
    { id: 'third', legend: 'The message from n1 to n3', options: FATES },
  ],
  first: { second: 'soon', third: 'late' },
  predict: {
    question: 'c2 reads on n2 and c3 on n3, both at 120 ms. Who sees 42?',
    options: [
      { id: 'both', name: 'both' },
      { id: 'second', name: 'c2 alone' },
      { id: 'third', name: 'c3 alone' },
      { id: 'nobody', name: 'neither' },
    ],
  },
  scenario: ({ second, third }) =>
    figureScenario({
      id: `by-hand-${second}-${third}`,
      nodes: ['n1', 'n2', 'n3'],
      clients: ['c1', 'c2', 'c3'],
      delayMs: CALM_MS,
      deliveries: [delivery('n2', second), delivery('n3', third)],
      operations: [
        {
          atMs: 40,
          client: 'c1',
          node: 'n1',
          body: { kind: 'write', value: 42 },
          timeoutMs: 200,
        },
        { atMs: READ_AT_MS, client: 'c2', node: 'n2', body: { kind: 'read' }, timeoutMs: 100 },
        { atMs: READ_AT_MS, client: 'c3', node: 'n3', body: { kind: 'read' }, timeoutMs: 100 },
      ],
      settings: { ...COPIES_OF_HOME },
      lengthMs: 280,
    }),
  tell(trace) {
    const [second, third] = [answerTo(trace, 'c2'), answerTo(trace, 'c3')]
    const got = `${whatItGot(second)},${whatItGot(third)}`
    const { holds, culprit } = judgeLinearizable(trace, COPIES_OF_HOME.initial)
    return {
      outcome: OUTCOMES[got] ?? got,
      verdict: `${inWords(second)}; ${inWords(third)}.`,
      why: holds
        ? 'Both messages were there before the reads. Until then the two copies were old as well; nobody looked.'
        : 'A node knows what messages told it and nothing else. Whoever had not heard by then answered in good faith, and was wrong.',
      properties: [
        { name: 'every client was answered', holds: allAnswered(operationsOf(trace)) },
        { name: 'every client saw the latest value', holds },
      ],
      marks: culprit === undefined ? [] : [culprit],
    }
  },
  messageLabel: (body) => {
    const { register } = JSON.parse(body) as { readonly register?: { readonly value: number } }
    return register === undefined ? '' : `now ${register.value}`
  },
  stateLabel: ({ value }) => textOf(value ?? null),
  expected: {
    'soon,soon': 'both',
    'soon,late': 'second',
    'soon,never': 'second',
    'late,soon': 'third',
    'late,late': 'nobody',
    'late,never': 'nobody',
    'never,soon': 'third',
    'never,late': 'nobody',
    'never,never': 'nobody',
  },
  summary:
    'Three nodes hold a register with the value 7. c1 writes 42 on n1, which sends one message to n2 and one to n3. A client that reads on a node sees 42 exactly when the message to that node arrived before; a message that is held back and one that is lost give the same answers. In none of the nine runs does a node know that it is behind.',
}
