/**
 * Two writes one after the other through two nodes, then a read, with quorums of two of three. n1’s
 * clock may be five seconds fast, and versions come from the clock or from the versions that a
 * quorum has. Every seed gives the same outcomes.
 */
import { answerTo } from '#content/figures/answers.ts'
import { CALM_MS, MS } from '#content/figures/network.ts'
import { operationsOf, whatItGot } from '#content/figures/operations.ts'
import { judgeLinearizable } from '#content/figures/register-judgement.ts'
import { figureScenario } from '#content/figures/scenario.ts'
import type { RunFigure } from '#content/schema/figure.ts'
import type { NemesisStep } from '#core'
import {
  isRegisterNoise,
  registerMessageLabel,
  registerStateLabel,
} from '#systems/replicated-register/labels.ts'
import {
  LeaderlessRegister,
  type LeaderlessSettings,
} from '#systems/replicated-register/leaderless.ts'

type Choice = { readonly clock: 'true' | 'fast'; readonly versions: 'clock' | 'asked' }

const FAST: readonly NemesisStep[] = [
  {
    at: 0,
    fault: {
      kind: 'skew',
      target: { kind: 'node', node: 'n1' },
      offsetMicros: 5_000 * MS,
      driftPpm: 0,
    },
  },
]

export const figure: RunFigure<Choice> = {
  kind: 'run',
  node: LeaderlessRegister,
  seed: 5,
  controls: [
    {
      id: 'clock',
      legend: 'The clock of n1',
      options: [
        { id: 'true', name: 'is right' },
        { id: 'fast', name: 'is 5 s fast' },
      ],
    },
    {
      id: 'versions',
      legend: 'A write is numbered by',
      options: [
        { id: 'clock', name: 'the clock of its node', detail: 'last writer wins' },
        { id: 'asked', name: 'one more than a quorum has' },
      ],
    },
  ],
  first: { clock: 'fast', versions: 'clock' },
  predict: {
    question: 'What does c3 read?',
    options: [
      { id: '0', name: '0' },
      { id: '1', name: '1' },
      { id: '2', name: '2' },
    ],
  },
  scenario: ({ clock, versions }) =>
    figureScenario({
      id: `two-clocks-${clock}-${versions}`,
      nodes: ['n1', 'n2', 'n3'],
      clients: ['c1', 'c2', 'c3'],
      delayMs: CALM_MS,
      nemesis: clock === 'fast' ? FAST : [],
      operations: [
        { atMs: 30, client: 'c1', node: 'n1', body: { kind: 'write', value: 1 } },
        { atMs: 160, client: 'c2', node: 'n2', body: { kind: 'write', value: 2 } },
        { atMs: 300, client: 'c3', node: 'n3', body: { kind: 'read' } },
      ],
      settings: {
        initial: 0,
        whenCutOff: 'refuse',
        patienceMs: 100,
        beatMs: 0,
        repairMs: 0,
        r: 2,
        w: 2,
        versions,
        readRepair: 'after',
      } satisfies LeaderlessSettings,
      lengthMs: 420,
    }),
  tell(trace) {
    const read = answerTo(trace, 'c3')
    const judged = judgeLinearizable(trace, 0)
    const writes = operationsOf(trace).filter(({ client }) => client !== 'c3')
    return {
      outcome: whatItGot(read),
      verdict: `c3 read ${whatItGot(read)} after both writes had been confirmed, 1 first and 2 second.`,
      why: judged.holds
        ? 'The later write got the higher version, so quorum reads find it.'
        : 'The later write was stamped by a slower clock. To the replicas it is the older one, and they threw it away.',
      properties: [
        { name: 'linearizable', holds: judged.holds },
        { name: 'both writes confirmed', holds: writes.every(({ outcome }) => outcome === 'ok') },
      ],
      marks: judged.culprit === undefined ? [] : [judged.culprit],
    }
  },
  messageLabel: registerMessageLabel,
  isNoise: isRegisterNoise,
  stateLabel: registerStateLabel,
  untilMicros: 420 * MS,
  expected: { 'true,clock': '2', 'true,asked': '2', 'fast,clock': '1', 'fast,asked': '2' },
  summary:
    'c1 writes 1 through n1 and c2 then writes 2 through n2; both are confirmed by two of three nodes, and c3 reads at n3. With right clocks, and with versions that are one more than a quorum has, c3 reads 2. When versions come from clocks and n1’s is five seconds fast, the second write is thrown away and c3 reads 1.',
}
