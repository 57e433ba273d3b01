/**
 * One write and one read of a register on three replicas with several settings of R and W, on a
 * whole network and with n3 cut off. Every seed gives the same outcomes.
 */
import { answerTo, inWords } from '#content/figures/answers.ts'
import { CALM_MS, cutBetween, MS } from '#content/figures/network.ts'
import { whatItGot } from '#content/figures/operations.ts'
import { judgeLinearizable } from '#content/figures/register-judgement.ts'
import { figureScenario } from '#content/figures/scenario.ts'
import type { RunFigure } from '#content/schema/figure.ts'
import {
  isRegisterNoise,
  registerMessageLabel,
  registerStateLabel,
} from '#systems/replicated-register/labels.ts'
import {
  LeaderlessRegister,
  type LeaderlessSettings,
} from '#systems/replicated-register/leaderless.ts'

type Choice = {
  /** `r w`. */
  readonly quorum: '1 1' | '2 2' | '1 3'
  readonly reader: 'n2' | 'n3'
}

export const figure: RunFigure<Choice> = {
  kind: 'run',
  node: LeaderlessRegister,
  seed: 5,
  controls: [
    {
      id: 'quorum',
      legend: 'Of three replicas',
      options: [
        { id: '1 1', name: 'a read waits for one, a write for one' },
        { id: '2 2', name: 'a read waits for two, a write for two' },
        { id: '1 3', name: 'a read waits for one, a write for all three' },
      ],
    },
    {
      id: 'reader',
      legend: 'n3 is cut off. c2 reads at',
      options: [
        { id: 'n2', name: 'n2' },
        { id: 'n3', name: 'n3' },
      ],
    },
  ],
  first: { quorum: '2 2', reader: 'n2' },
  predict: {
    question: 'Is c1’s write of 1 confirmed, and what does c2 get?',
    options: [
      { id: 'ok 1', name: 'confirmed, and c2 reads 1' },
      { id: 'ok 0', name: 'confirmed, and c2 reads 0' },
      { id: 'ok error', name: 'confirmed, and c2 gets an error' },
      { id: 'open 1', name: 'not confirmed, and c2 reads 1' },
      { id: 'open 0', name: 'not confirmed, and c2 reads 0' },
    ],
  },
  scenario: ({ quorum, reader }) => {
    const [r = 1, w = 1] = quorum.split(' ').map(Number)
    return figureScenario({
      id: `quorum-settings-${r}-${w}-${reader}`,
      nodes: ['n1', 'n2', 'n3'],
      clients: ['c1', 'c2'],
      delayMs: CALM_MS,
      nemesis: cutBetween([['n1', 'n2'], ['n3']], { fromMs: 10 }),
      operations: [
        { atMs: 40, client: 'c1', node: 'n1', body: { kind: 'write', value: 1 }, timeoutMs: 150 },
        { atMs: 220, client: 'c2', node: reader, body: { kind: 'read' }, timeoutMs: 150 },
      ],
      settings: {
        initial: 0,
        whenCutOff: 'refuse',
        patienceMs: 60,
        beatMs: 0,
        repairMs: 0,
        r,
        w,
        versions: 'counter',
        readRepair: 'none',
      } satisfies LeaderlessSettings,
      lengthMs: 400,
    })
  },
  tell(trace) {
    const write = answerTo(trace, 'c1')
    const read = answerTo(trace, 'c2')
    const judged = judgeLinearizable(trace, 0)
    return {
      outcome: `${write.outcome === 'ok' ? 'ok' : 'open'} ${whatItGot(read)}`,
      verdict: `${inWords(write)}; ${inWords(read)}.`,
      why:
        write.outcome === 'ok'
          ? 'As many replicas as the write waits for could confirm it.'
          : 'The write waits for a replica that is cut off. What others have stored meanwhile stays stored.',
      properties: [
        { name: 'linearizable', holds: judged.holds },
        { name: 'everybody was answered', holds: write.outcome === 'ok' && read.outcome === 'ok' },
      ],
      marks: judged.culprit === undefined ? [] : [judged.culprit],
    }
  },
  messageLabel: registerMessageLabel,
  isNoise: isRegisterNoise,
  stateLabel: registerStateLabel,
  untilMicros: 400 * MS,
  expected: {
    '1 1,n2': 'ok 1',
    '1 1,n3': 'ok 0',
    '2 2,n2': 'ok 1',
    '2 2,n3': 'ok error',
    '1 3,n2': 'open 1',
    '1 3,n3': 'open 0',
  },
  summary:
    'n3 is cut off; c1 writes 1 at n1, and c2 reads later. With one replica each, the write is confirmed and a reader at n3 gets the old value. With two each, the write is confirmed and a reader at n3 gets an error. When a write waits for all three it is never confirmed, and yet a reader at n2 sees it.',
}
