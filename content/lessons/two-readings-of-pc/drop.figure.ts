/**
 * What a cut takes away that was there before. The run has a whole half and a cut half with the
 * same requests in both, so that each design is compared with itself.
 */
import type { Trace } from '#core'
import { WanRegister } from '#systems/wan-register/wan-register.ts'
import { farSideLinks } from '../../figures/far-side.ts'
import { MS } from '../../figures/network.ts'
import { allAnswered, operationsOf, type RunOperation } from '../../figures/operations.ts'
import { judgeLinearizable } from '../../figures/register-judgement.ts'
import { figureScenario } from '../../figures/scenario.ts'
import type { RunFigure, Told } from '../../schema/figure.ts'
import { DESIGNS, INITIAL, messageLabel, RTT_MS } from '../four-quadrants-measured/designs.ts'

const CUT_AT_MS = 1_500

type Kept = 'standby' | 'confirmed' | 'home-first' | 'one-one'

interface DropChoice extends Record<string, string> {
  readonly design: Kept
  readonly far: 'reads' | 'both'
}

/** What is asked in either half, in milliseconds from its beginning. */
const READS_AT = [24, 240, 480]

function half(beginMs: number, near: string, far: string, choice: DropChoice) {
  const isFirst = beginMs === 0
  const c1 = { client: 'c1', node: near, timeoutMs: 300 }
  const c2 = { client: 'c2', node: far, timeoutMs: 200 }
  const write = (value: number) => ({ kind: 'write', value })
  return [
    { ...c1, atMs: beginMs + 50, body: write(isFirst ? 1 : 3) },
    ...READS_AT.map((ms) => ({ ...c2, atMs: beginMs + 50 + ms, body: { kind: 'read' } })),
    ...(choice.far === 'both'
      ? [{ ...c2, atMs: beginMs + 800, body: write(isFirst ? 2 : 4) }]
      : []),
    ...READS_AT.map((ms) => ({ ...c1, atMs: beginMs + 950 + ms, body: { kind: 'read' } })),
  ]
}

function tell(trace: Trace): Told {
  const before = { ...trace, events: trace.events.filter(({ at }) => at < CUT_AT_MS * MS) }
  const operations = operationsOf(trace)
  const inCut = operations.filter(({ startedAt }) => startedAt >= CUT_AT_MS * MS)
  const wasFresh = judgeLinearizable(before, INITIAL).holds
  const judgement = judgeLinearizable(trace, INITIAL)
  const dropsAnswers = !allAnswered(inCut)
  const dropsFreshness = wasFresh && !judgement.holds
  const outcome = dropsAnswers ? 'answers' : dropsFreshness ? 'freshness' : 'nothing'
  return {
    outcome,
    verdict: VERDICTS[outcome],
    why: `Before the cut: ${freshness(wasFresh)}, all requests answered. During the cut: ${freshness(judgement.holds)}, ${answered(inCut)}.`,
    properties: [
      { name: 'Linearizable before the cut', holds: wasFresh },
      { name: 'Linearizable during the cut', holds: judgement.holds },
      { name: 'All answered during the cut', holds: !dropsAnswers },
    ],
    marks: inCut.filter(({ outcome: end }) => end !== 'ok').map(({ operation }) => operation),
  }
}

const VERDICTS = {
  answers: 'The cut took answers away, and the guarantee stayed what it was.',
  freshness: 'The cut took the guarantee away, and everybody was answered.',
  nothing: 'The cut took nothing away that this design had promised.',
} as const

function freshness(holds: boolean): string {
  return holds ? 'linearizable' : 'not linearizable'
}

function answered(operations: readonly RunOperation[]): string {
  const lost = operations.filter(({ outcome }) => outcome !== 'ok').length
  if (lost === 0) return 'all requests answered'
  return lost === 1 ? 'one request without an answer' : `${lost} requests without an answer`
}

export const figure: RunFigure<DropChoice> = {
  kind: 'run',
  node: WanRegister,
  nodeFor: ({ design }) => DESIGNS[design].node,
  seed: 1,
  controls: [
    {
      id: 'design',
      legend: 'The design',
      options: [
        { id: 'standby', name: 'Master, copies read at once', detail: 'as PNUTS, read-any' },
        { id: 'confirmed', name: 'Leader, confirmed reads', detail: 'as etcd by default' },
        { id: 'home-first', name: 'Home, or alone if it is silent' },
        { id: 'one-one', name: 'No leader, R = W = 1', detail: 'as Dynamo’s descendants' },
      ],
    },
    {
      id: 'far',
      legend: 'c2, on the far side,',
      options: [
        { id: 'both', name: 'reads and writes' },
        { id: 'reads', name: 'only reads' },
      ],
    },
  ],
  first: { design: 'standby', far: 'both' },
  predict: {
    question: 'Compared with the half before it, what does the cut take away?',
    options: [
      { id: 'answers', name: 'Answers' },
      { id: 'freshness', name: 'Linearizability' },
      { id: 'nothing', name: 'Nothing' },
    ],
  },
  scenario(choice) {
    const { nodes, settings } = DESIGNS[choice.design]
    const near = nodes[0] ?? ''
    const far = nodes.at(-1) ?? ''
    return figureScenario({
      id: `drop-${choice.design}-${choice.far}`,
      nodes,
      clients: ['c1', 'c2'],
      delayMs: [RTT_MS / 2, RTT_MS / 2],
      nemesis: [
        ...farSideLinks(nodes, RTT_MS),
        { at: CUT_AT_MS * MS, fault: { kind: 'partition', groups: [nodes.slice(0, -1), [far]] } },
      ],
      operations: [half(0, near, far, choice), half(CUT_AT_MS, near, far, choice)].flat(),
      settings,
      lengthMs: 2 * CUT_AT_MS,
    })
  },
  tell,
  messageLabel,
  expected: {
    'standby,both': 'answers',
    'standby,reads': 'nothing',
    'confirmed,both': 'answers',
    'confirmed,reads': 'answers',
    'home-first,both': 'freshness',
    'home-first,reads': 'freshness',
    'one-one,both': 'nothing',
    'one-one,reads': 'nothing',
  },
  summary:
    'With a master whose copies are read at once, reads are not linearizable before the cut or during it; the cut takes away the answer to c2’s write, and nothing at all when c2 only reads. With a leader and confirmed reads, the cut takes answers and leaves linearizability. With a home and copies that go on alone, it takes linearizability and leaves every answer. With no leader and R = W = 1 it takes nothing that was promised.',
}
