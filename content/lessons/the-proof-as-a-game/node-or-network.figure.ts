/** The proof of Gilbert and Lynch as a game of two players, each of whom the reader may be. */

import { answerTo, inWords } from '#content/figures/answers.ts'
import { CALM_MS, MS, slowLinks } from '#content/figures/network.ts'
import { allAnswered, operationsOf, textOf } from '#content/figures/operations.ts'
import { judgeLinearizable } from '#content/figures/register-judgement.ts'
import { figureScenario } from '#content/figures/scenario.ts'
import type { ProofGameFigure } from '#content/schema/figure.ts'
import type { NemesisStep, Trace } from '#core'
import {
  COPIES_OF_HOME,
  HomeRegister,
  type HomeSettings,
  isHomeBeat,
} from '#systems/home-register/home-register.ts'

type Strategy = 'at-once' | 'answer' | 'refuse' | 'wait' | 'confirm'
type Network = 'carries' | 'slow' | 'heals' | 'cut' | 'no-write'
type Choice = { readonly strategy: Strategy; readonly network: Network }

const CUT: NemesisStep = { at: 30 * MS, fault: { kind: 'partition', groups: [['n1'], ['n2']] } }

const RULES: Readonly<Record<Strategy, Partial<HomeSettings>>> = {
  'at-once': { reads: 'copy' },
  answer: { reads: 'home', whenSilent: 'answer' },
  refuse: { reads: 'home', whenSilent: 'refuse' },
  wait: { reads: 'home', whenSilent: 'wait' },
  confirm: { reads: 'copy', commit: 'majority', beatMs: 60 },
}

const FAULTS: Readonly<Record<Network, readonly NemesisStep[]>> = {
  carries: [],
  slow: [slowLinks({ from: ['n1'], to: ['n2'], delayMs: [190, 200], atMs: 30 })],
  heals: [CUT, { at: 260 * MS, fault: { kind: 'heal' } }],
  cut: [CUT],
  'no-write': [CUT],
}

const WRITE = {
  atMs: 50,
  client: 'c1',
  node: 'n1',
  body: { kind: 'write', value: 42 },
  timeoutMs: 370,
} as const

const READ = {
  atMs: 120,
  client: 'c2',
  node: 'n2',
  body: { kind: 'read' },
  timeoutMs: 350,
} as const

export const figure: ProofGameFigure<Choice> = {
  kind: 'proof-game',
  nodeControl: 'strategy',
  networkControl: 'network',
  asNode:
    'You write the program of both nodes. It must work on every network and in every world, and you choose before you know which it will be.',
  asNetwork:
    'You know the program. Choose what happens to its messages, and whether c1 writes at all, so that one of the two promises breaks.',
  closing:
    'Each program keeps both promises in some world, and each has a world in which one of them breaks. In the worlds where the link is cut, no message reaches n2 before it must act, so it acts alike whether c1 wrote or not.',
  run: {
    kind: 'run',
    node: HomeRegister,
    seed: 4,
    controls: [
      {
        id: 'strategy',
        legend: 'The program',
        options: [
          { id: 'at-once', name: 'n2 answers from its copy at once' },
          { id: 'answer', name: 'n2 asks n1, and after 80 ms answers from its copy' },
          { id: 'refuse', name: 'n2 asks n1, and after 80 ms refuses' },
          { id: 'wait', name: 'n2 asks n1 again and again' },
          { id: 'confirm', name: 'n1 says ok to a write only when n2 has it' },
        ],
      },
      {
        id: 'network',
        legend: 'The world',
        options: [
          { id: 'carries', name: 'carries every message in 14 ms' },
          { id: 'slow', name: 'is slow from n1 to n2', detail: '200 ms' },
          { id: 'heals', name: 'is cut, and heals' },
          { id: 'cut', name: 'is cut' },
          { id: 'no-write', name: 'is cut, and c1 never writes' },
        ],
      },
    ],
    first: { strategy: 'answer', network: 'cut' },
    predict: {
      question: 'Which promise is broken?',
      options: [
        { id: 'none', name: 'neither, in this run' },
        { id: 'C', name: 'C: an answer fits no single copy' },
        { id: 'A', name: 'A: somebody who asked a live node was not answered' },
      ],
    },
    scenario: ({ strategy, network }) =>
      figureScenario({
        id: `node-or-network-${strategy}-${network}`,
        nodes: ['n1', 'n2'],
        clients: ['c1', 'c2'],
        delayMs: CALM_MS,
        nemesis: FAULTS[network],
        operations: network === 'no-write' ? [READ] : [WRITE, READ],
        settings: { ...COPIES_OF_HOME, ...RULES[strategy] } satisfies HomeSettings,
        lengthMs: 480,
      }),
    tell(trace) {
      const { holds, culprit } = judgeLinearizable(trace, COPIES_OF_HOME.initial)
      const operations = operationsOf(trace)
      const isAvailable = allAnswered(operations)
      return {
        outcome: holds ? (isAvailable ? 'none' : 'A') : 'C',
        verdict: `${operations.map(inWords).join('; ')}.`,
        why: why(trace, holds, isAvailable),
        properties: [
          { name: 'C: linearizable', holds },
          { name: 'A: every request answered', holds: isAvailable },
        ],
        measures: [
          { name: 'messages that reached n2 before c2 was answered', value: heardByN2(trace) },
        ],
        marks: culprit === undefined ? [] : [culprit],
      }
    },
    isNoise: isHomeBeat,
    messageLabel: (body) => (JSON.parse(body) as { readonly type: string }).type,
    stateLabel: ({ value }) => textOf(value ?? null),
    expected: {
      'at-once,carries': 'none',
      'at-once,slow': 'C',
      'at-once,heals': 'C',
      'at-once,cut': 'C',
      'at-once,no-write': 'none',
      'answer,carries': 'none',
      'answer,slow': 'C',
      'answer,heals': 'C',
      'answer,cut': 'C',
      'answer,no-write': 'none',
      'refuse,carries': 'none',
      'refuse,slow': 'A',
      'refuse,heals': 'A',
      'refuse,cut': 'A',
      'refuse,no-write': 'A',
      'wait,carries': 'none',
      'wait,slow': 'none',
      'wait,heals': 'none',
      'wait,cut': 'A',
      'wait,no-write': 'A',
      'confirm,carries': 'none',
      'confirm,slow': 'none',
      'confirm,heals': 'none',
      'confirm,cut': 'A',
      'confirm,no-write': 'none',
    },
    summary:
      'Five programs of two nodes meet five worlds. All keep both promises when messages arrive in 14 ms. When the link is cut, the two that answer from the copy return 7 although 42 had been written, which breaks C; refusing, asking again and again, and confirming writes first each leave a client without an answer, which breaks A. On the slow link, where nothing is lost, answering from the copy breaks C and refusing breaks A as well.',
  },
  summary:
    'A game of two players. Whoever is the node chooses one of five programs, whoever is the network chooses one of five worlds, and a run decides. Against every program the network has a world in which consistency or availability breaks: the cut with a write.',
}

/** How many messages n2 had received when its client was answered, or gave up. */
function heardByN2(trace: Trace): string {
  const until = answerTo(trace, 'c2').endedAt ?? Number.POSITIVE_INFINITY
  const heard = trace.events.filter(
    (event) => event.kind === 'receive' && event.node === 'n2' && event.at <= until,
  )
  return String(heard.length)
}

function why(trace: Trace, holds: boolean, isAvailable: boolean): string {
  if (!holds)
    return 'n2 answered as it would have if nobody had written. It had heard nothing that told the two worlds apart.'
  if (!isAvailable) {
    const left = operationsOf(trace).filter(({ outcome }) => outcome !== 'ok')
    return `${left.map(({ client }) => client).join(' and ')} asked a live node and had no answer of use. No wrong answer was given either.`
  }
  return trace.events.some(({ kind }) => kind === 'cut')
    ? 'Both hold in this run. A promise is about all runs: find the world that breaks it.'
    : 'Both hold, on a network that behaved. The theorem does not forbid such runs.'
}
