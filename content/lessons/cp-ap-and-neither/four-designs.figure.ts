/** Four designs on three nodes, whole and cut: which of C and A does each run keep? */

import { CALM_MS, MS, slowLinks } from '#content/figures/network.ts'
import { allAnswered, answeredThrough, operationsOf, textOf } from '#content/figures/operations.ts'
import { judgeLinearizable } from '#content/figures/register-judgement.ts'
import { type FigureCall, figureScenario } from '#content/figures/scenario.ts'
import type { RunFigure } from '#content/schema/figure.ts'
import type { NemesisStep } from '#core'
import {
  COPIES_OF_HOME,
  type HomeCommand,
  HomeRegister,
  type HomeSettings,
  isHomeBeat,
} from '#systems/home-register/home-register.ts'

type Design = 'leader' | 'nearby' | 'standby' | 'anywhere'
type Choice = { readonly design: Design; readonly network: 'whole' | 'cut' }

const INITIAL = 0

const DESIGNS: Readonly<Record<Design, Partial<HomeSettings>>> = {
  leader: { reads: 'home', commit: 'majority' },
  nearby: { reads: 'copy', commit: 'majority', beatMs: 50, goneAfterMs: 190 },
  standby: { reads: 'copy', commit: 'alone' },
  anywhere: { reads: 'copy', writes: 'anywhere' },
}

/** n3 is farther away than n2, on either network. */
const FAR = slowLinks({ from: ['n1', 'n2'], to: ['n3'], delayMs: [68, 72] })
const CUT: NemesisStep = {
  at: 180 * MS,
  fault: { kind: 'partition', groups: [['n1', 'n2'], ['n3']] },
}

function operation(atMs: number, node: 'n1' | 'n2' | 'n3', body: HomeCommand): FigureCall {
  return { atMs, client: `c${node[1]}`, node, body, timeoutMs: 160 }
}

const READ: HomeCommand = { kind: 'read' }

export const figure: RunFigure<Choice> = {
  kind: 'run',
  node: HomeRegister,
  seed: 6,
  controls: [
    {
      id: 'design',
      legend: 'Three nodes, designed so',
      options: [
        { id: 'leader', name: 'a leader with a majority; reads ask the leader' },
        { id: 'nearby', name: 'a leader with a majority; reads from the nearest copy' },
        { id: 'standby', name: 'a primary that waits for nobody; reads from standbys' },
        { id: 'anywhere', name: 'every node takes reads and writes' },
      ],
    },
    {
      id: 'network',
      legend: 'n3 and the others',
      options: [
        { id: 'whole', name: 'hear each other' },
        { id: 'cut', name: 'are cut apart at 180 ms' },
      ],
    },
  ],
  first: { design: 'nearby', network: 'cut' },
  predict: {
    question: 'Which of the two promises does this run keep?',
    options: [
      { id: 'both', name: 'both C and A' },
      { id: 'C', name: 'C alone' },
      { id: 'A', name: 'A alone' },
      { id: 'neither', name: 'neither' },
    ],
  },
  scenario: ({ design, network }) =>
    figureScenario({
      id: `four-designs-${design}-${network}`,
      nodes: ['n1', 'n2', 'n3'],
      clients: ['c1', 'c2', 'c3'],
      delayMs: CALM_MS,
      nemesis: network === 'cut' ? [FAR, CUT] : [FAR],
      operations: [
        operation(40, 'n1', { kind: 'write', value: 1 }),
        operation(98, 'n3', READ),
        operation(230, 'n1', { kind: 'write', value: 2 }),
        operation(300, 'n3', READ),
        operation(320, 'n2', READ),
        operation(470, 'n3', { kind: 'write', value: 3 }),
        operation(660, 'n3', READ),
        operation(680, 'n2', READ),
      ],
      settings: {
        ...COPIES_OF_HOME,
        initial: INITIAL,
        patienceMs: 120,
        ...DESIGNS[design],
      } satisfies HomeSettings,
      lengthMs: 840,
    }),
  tell(trace) {
    const { holds, culprit, message } = judgeLinearizable(trace, INITIAL)
    const operations = operationsOf(trace)
    const isAvailable = allAnswered(operations)
    const near = answeredThrough(operations, ['n1', 'n2'])
    const far = answeredThrough(operations, ['n3'])
    return {
      outcome: holds ? (isAvailable ? 'both' : 'C') : isAvailable ? 'A' : 'neither',
      verdict: verdict(holds, isAvailable),
      why: holds ? whyConsistent(isAvailable) : message,
      properties: [
        { name: 'C: linearizable', holds },
        { name: 'A: every request answered', holds: isAvailable },
      ],
      measures: [
        { name: 'answered at n1 and n2', value: `${near.answered} of ${near.asked}` },
        { name: 'answered at n3', value: `${far.answered} of ${far.asked}` },
      ],
      marks: culprit === undefined ? [] : [culprit],
    }
  },
  isNoise: isHomeBeat,
  messageLabel: () => '',
  stateLabel: ({ value }) => textOf(value ?? null),
  expected: {
    'leader,whole': 'both',
    'leader,cut': 'C',
    'nearby,whole': 'A',
    'nearby,cut': 'neither',
    'standby,whole': 'A',
    'standby,cut': 'neither',
    'anywhere,whole': 'A',
    'anywhere,cut': 'A',
  },
  summary:
    'Four designs of a register on n1, n2 and the more distant n3. With a leader, a majority and reads at the leader both promises hold on the whole network, and C alone in the cut. With reads from the nearest copy, or with a primary and asynchronous standbys, there are stale reads even on the whole network, and in the cut n3 also fails to answer, so neither promise holds. If every node takes reads and writes, every request is answered in both runs and neither run is linearizable.',
}

function verdict(isConsistent: boolean, isAvailable: boolean): string {
  if (isConsistent && isAvailable) return 'Both: linearizable, and everybody was answered.'
  if (isConsistent)
    return 'C, and not A: linearizable, and somebody who asked a live node got no answer.'
  return isAvailable
    ? 'A, and not C: everybody was answered, not always rightly.'
    : 'Neither: a wrong answer here, and no answer there.'
}

function whyConsistent(isAvailable: boolean): string {
  return isAvailable
    ? 'Every answer came from the leader, and it could be reached.'
    : 'n3 cannot reach the leader and will not answer without it. The two others go on as before: that is this design at work, and not a way of being available.'
}
