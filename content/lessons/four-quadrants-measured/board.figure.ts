/**
 * Designs placed in the quadrants of PACELC by one workload, run on a whole network and with the
 * far side cut off.
 */
import { percentile, type Trace } from '#core'
import { WanRegister } from '#systems/wan-register/wan-register.ts'
import { allAnswered, latencyMs, operationsOf } from '../../figures/operations.ts'
import { judgeLinearizable } from '../../figures/register-judgement.ts'
import type { RunFigure, Told } from '../../schema/figure.ts'
import { boardScenario } from './board-scenario.ts'
import { DESIGNS, type DesignId, INITIAL, messageLabel, RTT_MS } from './designs.ts'

interface BoardChoice extends Record<string, string> {
  readonly design: DesignId
  readonly link: 'whole' | 'cut'
}

const VERDICTS = {
  'fresh-all': 'Every request was answered, and the history is linearizable.',
  'fresh-some': 'The history is linearizable, and some requests got no useful answer.',
  'stale-all': 'Every request was answered, and the history is not linearizable.',
  'stale-some': 'Neither: the history is not linearizable, and some requests got no answer.',
} as const

function tell(trace: Trace, { link }: BoardChoice): Told {
  const operations = operationsOf(trace)
  const judgement = judgeLinearizable(trace, INITIAL)
  const isComplete = allAnswered(operations)
  const freshness = judgement.holds ? 'fresh' : 'stale'
  const outcome = isComplete ? (`${freshness}-all` as const) : (`${freshness}-some` as const)
  const farReads = operations.filter(
    ({ client, command, outcome: end }) =>
      client === 'c2' && end === 'ok' && (command as { readonly kind: string }).kind === 'read',
  )
  const waits = farReads.map((read) => latencyMs(read) ?? 0)
  const median = percentile(waits, 50)
  return {
    outcome,
    verdict: VERDICTS[outcome],
    why: judgement.holds ? whyFresh(link, isComplete) : judgement.message,
    properties: [
      { name: 'Linearizable', holds: judgement.holds },
      { name: 'All requests answered', holds: isComplete },
      {
        name: 'Reads at the far side wait for no journey',
        holds: median !== undefined && median < RTT_MS,
      },
    ],
    measures: [
      {
        name: 'A read at the far side takes',
        value: median === undefined ? 'no answer' : `${median} ms`,
      },
    ],
    marks: judgement.holds ? [] : judgement.operations,
  }
}

function whyFresh(link: BoardChoice['link'], isComplete: boolean): string {
  if (link === 'whole') return 'Each answer had waited for whoever could have known better.'
  return isComplete
    ? 'Both sides answered, and no read came at a moment at which it could have been stale.'
    : 'Whoever could not hear those that it needed gave no answer, or refused.'
}

export const figure: RunFigure<BoardChoice> = {
  kind: 'run',
  node: WanRegister,
  nodeFor: ({ design }) => DESIGNS[design].node,
  seed: 1,
  controls: [
    {
      id: 'design',
      legend: 'The design',
      options: (Object.keys(DESIGNS) as DesignId[]).map((id) => ({
        id,
        name: DESIGNS[id].name,
        detail: DESIGNS[id].detail,
      })),
    },
    {
      id: 'link',
      legend: 'The far side is',
      options: [
        { id: 'whole', name: 'Connected', detail: `${RTT_MS} ms away` },
        { id: 'cut', name: 'Cut off' },
      ],
    },
  ],
  first: { design: 'copy-reads', link: 'cut' },
  predict: {
    question: 'c1 is on the near side, c2 on the far side. What do they get?',
    options: [
      { id: 'fresh-all', name: 'Every answer, all fresh' },
      { id: 'fresh-some', name: 'Only fresh ones, not all' },
      { id: 'stale-all', name: 'Every answer, not all fresh' },
      { id: 'stale-some', name: 'Neither' },
    ],
  },
  scenario: ({ design, link }) =>
    boardScenario({ id: design, ...DESIGNS[design] }, { isCut: link === 'cut', rttMs: RTT_MS }),
  tell,
  messageLabel,
  expected: {
    'confirmed,whole': 'fresh-all',
    'confirmed,cut': 'fresh-some',
    'leader-reads,whole': 'fresh-all',
    'leader-reads,cut': 'fresh-some',
    'copy-reads,whole': 'stale-all',
    'copy-reads,cut': 'stale-some',
    'standby,whole': 'stale-all',
    'standby,cut': 'stale-some',
    'one-one,whole': 'stale-all',
    'one-one,cut': 'stale-all',
    'quorum,whole': 'fresh-all',
    'quorum,cut': 'fresh-some',
    'quorum-skew,whole': 'stale-all',
    'quorum-skew,cut': 'fresh-some',
    'home-first,whole': 'fresh-all',
    'home-first,cut': 'stale-all',
  },
  summary:
    'Under the cut, only two designs answer everybody, and both give stale reads: no leader with R = W = 1, and home or alone. The designs with confirmed reads, with reads sent to the leader and with quorums stay linearizable and leave the far side without answers. A leader whose copies serve reads, and an asynchronous standby, do neither. With the network whole, reads that wait for nobody are stale in all designs that have them; the quorum design is linearizable until a clock is wrong.',
}
