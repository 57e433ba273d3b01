/**
 * One store, one cut, six answers to “is it CP or AP?”: it depends on the operation, on its
 * setting and on where the client is.
 */
import type { Trace } from '#core'
import { WanRegister, type WanSettings } from '#systems/wan-register/wan-register.ts'
import { answerTo, inWords } from '../../figures/answers.ts'
import { CALM_MS, MS } from '../../figures/network.ts'
import { figureScenario } from '../../figures/scenario.ts'
import type { RunFigure, Told } from '../../schema/figure.ts'

const OLD = 7
const NEW = 42

interface AnswerChoice extends Record<string, string> {
  readonly operation: 'copy' | 'confirmed' | 'write'
  readonly side: 'n2' | 'n3'
}

function tell(trace: Trace, { operation }: AnswerChoice): Told {
  const got = answerTo(trace, 'c2')
  const isAnswered = got.outcome === 'ok'
  const isStale = isAnswered && operation !== 'write' && got.answer === OLD
  const outcome = isAnswered ? (isStale ? 'stale' : 'good') : 'none'
  return {
    outcome,
    verdict: `${inWords(got)}${isStale ? `, although c1 had written ${NEW} before it asked.` : '.'}`,
    why: WHY[outcome],
    properties: [
      { name: 'Answered', holds: isAnswered },
      { name: 'Not stale', holds: !isStale },
    ],
    marks: outcome === 'good' ? [] : [got.operation],
  }
}

const WHY = {
  good: 'Whoever was needed for this could be reached.',
  stale: 'The copy answered alone, and nothing had told it of the write.',
  none: 'This had to go to the leader, and the leader is behind the cut.',
} as const

export const figure: RunFigure<AnswerChoice> = {
  kind: 'run',
  node: WanRegister,
  seed: 1,
  controls: [
    {
      id: 'operation',
      legend: 'c2',
      options: [
        { id: 'copy', name: 'Reads the copy', detail: 'of the node it talks to' },
        { id: 'confirmed', name: 'Reads, confirmed', detail: 'by leader and majority' },
        { id: 'write', name: 'Writes', detail: 'to a majority' },
      ],
    },
    {
      id: 'side',
      legend: 'c2 talks to',
      options: [
        { id: 'n2', name: 'n2', detail: 'on the leader’s side' },
        { id: 'n3', name: 'n3', detail: 'cut off alone' },
      ],
    },
  ],
  first: { operation: 'copy', side: 'n3' },
  predict: {
    question: 'n3 is cut off, c1 has written 42 at the leader n1. What does c2 get?',
    options: [
      { id: 'good', name: 'A good answer' },
      { id: 'stale', name: 'A stale one' },
      { id: 'none', name: 'None' },
    ],
  },
  scenario({ operation, side }) {
    const settings: WanSettings = {
      leader: 'n1',
      commit: 'majority',
      reads: operation === 'confirmed' ? 'index' : 'copy',
      initial: OLD,
    }
    const body = operation === 'write' ? { kind: 'write', value: 43 } : { kind: 'read' }
    return figureScenario({
      id: `answers-${operation}-${side}`,
      nodes: ['n1', 'n2', 'n3'],
      delayMs: CALM_MS,
      clients: ['c1', 'c2'],
      nemesis: [{ at: 20 * MS, fault: { kind: 'partition', groups: [['n1', 'n2'], ['n3']] } }],
      operations: [
        {
          atMs: 50,
          client: 'c1',
          node: 'n1',
          body: { kind: 'write', value: NEW },
          timeoutMs: 200,
        },
        { atMs: 150, client: 'c2', node: side, body, timeoutMs: 200 },
      ],
      settings,
      lengthMs: 400,
    })
  },
  tell,
  messageLabel: (body) => (JSON.parse(body) as { readonly type: string }).type,
  expected: {
    'copy,n2': 'good',
    'copy,n3': 'stale',
    'confirmed,n2': 'good',
    'confirmed,n3': 'none',
    'write,n2': 'good',
    'write,n3': 'none',
  },
  summary:
    'On the leader’s side all three operations give a good answer during the cut. At the node that is cut off, reading its copy gives a stale answer, and a confirmed read and a write give none. The same store, under the same cut, looks consistent, available or neither, depending on what is asked and where.',
}
