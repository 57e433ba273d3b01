/**
 * Three nodes under an elected leader, one of them cut off with the old leader’s chair. Both
 * sides are asked to read and to write: is what the pair does “the AP choice”?
 */
import type { Trace } from '#core'
import { ElectedRegister } from '#systems/elected-register/elected-register.ts'
import { GUARDED } from '../../figures/elected.ts'
import { CALM_MS, MS } from '../../figures/network.ts'
import { answeredThrough, operationsOf } from '../../figures/operations.ts'
import { judgeLinearizable } from '../../figures/register-judgement.ts'
import { figureScenario } from '../../figures/scenario.ts'
import type { RunFigure, Told } from '../../schema/figure.ts'

const CUT_AT_MS = 700

interface PairChoice extends Record<string, string> {
  readonly asked: 'lone' | 'pair'
  readonly operation: 'write' | 'read'
}

function tell(trace: Trace, { asked }: PairChoice): Told {
  const operations = operationsOf(trace)
  const node = asked === 'lone' ? 'n1' : 'n2'
  const { answered } = answeredThrough(operations, [node])
  const outcome = answered === 0 ? 'none' : answered === 3 ? 'all' : 'some'
  const verdicts = {
    all: 'All three requests were answered.',
    some: `${answered} of 3 requests were answered: those after the pair had elected a leader.`,
    none: 'None of the three requests was answered, and n1 is up.',
  }
  return {
    outcome,
    verdict: verdicts[outcome],
    why:
      asked === 'lone'
        ? 'n1 is alive and is asked. That it stays silent is the availability that this cluster gave up.'
        : 'n2 and n3 are a majority. That they go on is not a second policy: the same rule silences n1.',
    properties: [
      { name: 'Linearizable', holds: judgeLinearizable(trace, 0).holds },
      { name: 'Every request to this node answered', holds: outcome === 'all' },
    ],
    marks: operations.filter((each) => each.outcome !== 'ok').map((each) => each.operation),
  }
}

export const figure: RunFigure<PairChoice> = {
  kind: 'run',
  node: ElectedRegister,
  seed: 32,
  controls: [
    {
      id: 'asked',
      legend: 'During the cut a client asks',
      options: [
        { id: 'lone', name: 'n1', detail: 'alone; it led before' },
        { id: 'pair', name: 'n2', detail: 'which hears n3' },
      ],
    },
    {
      id: 'operation',
      legend: 'three times to',
      options: [
        { id: 'write', name: 'Write' },
        { id: 'read', name: 'Read', detail: 'with the default, confirmed read' },
      ],
    },
  ],
  first: { asked: 'pair', operation: 'write' },
  predict: {
    question: 'How many of its three requests are answered?',
    options: [
      { id: 'all', name: 'All' },
      { id: 'some', name: 'Some' },
      { id: 'none', name: 'None' },
    ],
  },
  scenario({ asked, operation }) {
    const client = asked === 'lone' ? 'c1' : 'c2'
    const node = asked === 'lone' ? 'n1' : 'n2'
    return figureScenario({
      id: `pair-${asked}-${operation}`,
      nodes: ['n1', 'n2', 'n3'],
      delayMs: CALM_MS,
      clients: ['c1', 'c2'],
      nemesis: [
        { at: CUT_AT_MS * MS, fault: { kind: 'partition', groups: [['n1'], ['n2', 'n3']] } },
      ],
      operations: [0, 1, 2].map((turn) => ({
        atMs: CUT_AT_MS + 50 + turn * 600,
        client,
        node,
        body: operation === 'write' ? { kind: 'write', value: turn + 1 } : { kind: 'read' },
        timeoutMs: 250,
      })),
      settings: GUARDED,
      lengthMs: 2_250,
    })
  },
  tell,
  messageLabel(body) {
    const { type } = JSON.parse(body) as { readonly type: string }
    return type === 'forward' || type === 'done' ? '' : type
  },
  lanes: ['c1', 'n1', 'n3', 'n2', 'c2'],
  isNoise: (body) => ['beat', 'heard'].includes((JSON.parse(body) as { type: string }).type),
  stateLabel: ({ role }) => (role === 'leader' || role === 'follower' ? role : ''),
  expected: {
    'lone,write': 'none',
    'lone,read': 'none',
    'pair,write': 'some',
    'pair,read': 'some',
  },
  summary:
    'n1, alone, answers none of the three requests, be they reads or writes. n2 answers two of three: the first falls into the time without a leader. All histories are linearizable. One rule makes the pair go on and n1 stop, and that n1 stops is the availability that was given up.',
}
