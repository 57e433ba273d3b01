/**
 * Two stories about transactions. In one, two doctors look at the list of who is on call and sign
 * off at the same time. In the other, a payment commits on the primary, and somebody looks for it on a
 * standby that is behind.
 */
import { classifyIsolation, DEFAULT_BUDGETS, type History, type Json, type Trace } from '#core'
import {
  type MicroStep,
  type SnapshotSettings,
  SnapshotStore,
  type TransactionCommand,
} from '#systems/snapshot-store/snapshot-store.ts'
import { MS, NEAR, slowLinks } from '../../figures/network.ts'
import { operationsOf, type RunOperation, textOf } from '../../figures/operations.ts'
import type { RunFigure } from '../../schema/figure.ts'

type Choice = {
  readonly isolation: SnapshotSettings['isolation']
  readonly story: 'doctors' | 'receipt'
}

const TIMEOUT = 400 * MS
const LIMITS = { stepsMax: 100_000 } as const
const LIST = ['ada', 'ben'] as const

export const figure: RunFigure<Choice> = {
  kind: 'run',
  node: SnapshotStore,
  seed: 2,
  controls: [
    {
      id: 'isolation',
      legend: 'Isolation',
      options: [
        { id: 'snapshot', name: 'snapshot isolation' },
        { id: 'serializable', name: 'serializable' },
        { id: 'strict', name: 'strict serializable' },
      ],
    },
    {
      id: 'story',
      legend: 'Story',
      options: [
        { id: 'doctors', name: 'two doctors sign off' },
        { id: 'receipt', name: 'pay, then look at the standby' },
      ],
    },
  ],
  first: { isolation: 'snapshot', story: 'doctors' },
  predict: {
    question: 'What goes wrong?',
    options: [
      { id: 'nothing', name: 'nothing' },
      { id: 'skew', name: 'nobody is on call' },
      { id: 'old', name: 'the payment cannot be seen' },
    ],
  },
  scenario({ isolation, story }) {
    const settings = { isolation } satisfies SnapshotSettings
    return {
      id: `transactions-${isolation}-${story}`,
      nodes: ['n1', 'n2'],
      clients: ['c1', 'c2'],
      network: NEAR,
      nemesis: [slowLinks({ from: ['n1'], to: ['n2'], delayMs: 130 })],
      operations: story === 'doctors' ? doctors() : receipt(),
      settings: { ...settings },
      safetyMicros: 420 * MS,
      livenessMicros: 0,
      budgets: DEFAULT_BUDGETS,
    }
  },
  tell(trace, { story }) {
    const operations = operationsOf(trace)
    const { levels } = classifyIsolation(transactionHistory(trace), LIMITS)
    const holds = (id: string) =>
      levels.find(({ level }) => level === id)?.verdict.verdict === 'pass'
    const last = lastReads(operations)
    const outcome =
      story === 'doctors'
        ? last.every((value) => value === 'off')
          ? 'skew'
          : 'nothing'
        : last.includes('yes')
          ? 'nothing'
          : 'old'
    const refused = operations.some(({ outcome: o }) => o === 'fail')
    return {
      outcome,
      verdict: verdictOf(outcome, story, refused),
      why: WHY[`${outcome},${story}`] ?? '',
      properties: [
        { name: 'Snapshot isolation', holds: holds('snapshot-isolation') },
        { name: 'Serializable', holds: holds('serializable') },
        { name: 'Strict serializable', holds: holds('strict-serializable') },
      ],
      marks: outcome === 'nothing' ? [] : [operations.at(-1)?.operation ?? 0],
    }
  },
  commandLabel(body) {
    const { reads, writes } = JSON.parse(body) as TransactionCommand
    const wanted = writes.map(([key, value]) => `${key} ${value}`).join(', ')
    if (writes.length === 0) return `read ${reads.join(', ')}`
    return reads.length === 0 ? wanted : `if both on: ${wanted}`
  },
  answerLabel(body) {
    const steps = JSON.parse(body) as readonly MicroStep[]
    const writes = steps.filter(([kind]) => kind === 'w')
    if (writes.length > 0) return 'ok'
    return steps.map(([, key, value]) => `${key} ${value ?? 'nothing'}`).join(', ')
  },
  messageLabel(body) {
    const { type } = JSON.parse(body) as { readonly type: string }
    return type
  },
  // The names are in the text above; the boxes have room for the values alone.
  stateLabel: ({ shown }) => textOf(shown ?? '').replaceAll(/\w+ (\w+)/g, '$1'),
  expected: {
    'snapshot,doctors': 'skew',
    'snapshot,receipt': 'old',
    'serializable,doctors': 'nothing',
    'serializable,receipt': 'old',
    'strict,doctors': 'nothing',
    'strict,receipt': 'nothing',
  },
  summary:
    'Under snapshot isolation both doctors see two on call, both sign off, and nobody is left; the ' +
    'history is not serializable. Under the two stronger levels the second doctor is refused. ' +
    'Looking for the payment on the standby finds nothing under snapshot isolation and under ' +
    'serializability: the reader is placed before the payment in the order, though it came later. Only ' +
    'strict serializability shows the payment.',
}

const WHY: Readonly<Record<string, string>> = {
  'skew,doctors':
    'The two transactions wrote different keys, so neither overwrote the other. Each had read what the other changed, and snapshot isolation does not look at reads.',
  'nothing,doctors':
    'What the second doctor had read was changed before it could commit, so it was refused. Trying again it would find one on call.',
  'old,receipt':
    'The standby’s snapshot is a true picture of an earlier moment. As an order of transactions, reader first and payment second, it is serial; only real time says otherwise.',
  'nothing,receipt': 'The standby sent the transaction to the primary, which had the payment.',
}

function verdictOf(outcome: string, story: Choice['story'], refused: boolean): string {
  if (outcome === 'skew') return 'Both doctors signed off: nobody is on call. This is write skew.'
  if (outcome === 'old')
    return 'The payment was acknowledged, and a later transaction did not see it.'
  if (story === 'receipt') return 'The later transaction saw the payment.'
  return refused ? 'One doctor signed off, the other was refused.' : 'One doctor is still on call.'
}

interface Start {
  readonly at: number
  readonly client: string
  readonly node?: string
  readonly command: Omit<TransactionCommand, 'kind'>
}

function operation({ at, client, node = 'n1', command }: Start) {
  const body = { kind: 'txn', ...command } as unknown as Json
  return { at: at * MS, client, node, body, timeoutMicros: TIMEOUT }
}

function doctors() {
  const onlyIf = { value: 'on', atLeast: 2 }
  const signOff = (who: string) =>
    ({ reads: LIST, writes: [[who, 'off']], onlyIf, thinkMs: 60 }) as const
  const bothOn = [
    ['ada', 'on'],
    ['ben', 'on'],
  ] as const
  return [
    operation({ at: 5, client: 'c1', command: { reads: [], writes: bothOn, thinkMs: 0 } }),
    operation({ at: 60, client: 'c1', command: signOff('ada') }),
    operation({ at: 95, client: 'c2', command: signOff('ben') }),
    operation({ at: 240, client: 'c2', command: { reads: LIST, writes: [], thinkMs: 0 } }),
  ]
}

function receipt() {
  const writes = [['paid', 'yes']] as const
  return [
    operation({ at: 10, client: 'c1', command: { reads: [], writes, thinkMs: 10 } }),
    operation({
      at: 90,
      client: 'c2',
      node: 'n2',
      command: { reads: ['paid'], writes: [], thinkMs: 0 },
    }),
  ]
}

function lastReads(operations: readonly RunOperation[]): readonly (string | null)[] {
  const steps = (operations.at(-1)?.answer ?? []) as unknown as readonly MicroStep[]
  return steps.map(([, , value]) => value)
}

/** What ran, as the checkers of transactions read it: an answer holds all steps that were made. */
function transactionHistory(trace: Trace): History {
  const answered = operationsOf(trace).filter(({ outcome }) => outcome === 'ok')
  return {
    operations: answered.map(({ client, startedAt, endedAt, answer }, id) => {
      const output = answer as unknown as readonly MicroStep[]
      const input = output.map(([kind, key, value]) => [kind, key, kind === 'r' ? null : value])
      return {
        id,
        process: client,
        f: 'txn',
        key: '',
        input,
        output,
        call: startedAt,
        return: endedAt ?? startedAt,
        outcome: 'ok',
      }
    }),
  }
}
