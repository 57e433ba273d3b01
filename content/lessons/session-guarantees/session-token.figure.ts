/**
 * A session that moves between replicas through a gate, which either forgets at once or keeps a
 * token of what each session saw and wrote. Four little stories, one for each session guarantee.
 */
import { type ClientOperation, DEFAULT_BUDGETS } from '#core'
import {
  type SessionCommand,
  type SessionSettings,
  SessionStore,
} from '#systems/session-store/session-store.ts'
import { MS, NEAR, slowLinks } from '../../figures/network.ts'
import { latencyMs, operationsOf, whatItGot } from '../../figures/operations.ts'
import { classifyRegisters, keepsLevel } from '../../figures/register-judgement.ts'
import type { RunFigure } from '../../schema/figure.ts'

type Story = 'own' | 'back' | 'twice' | 'reply'
type Choice = { readonly story: Story; readonly gate: 'forgets' | 'token' }

interface Step {
  readonly at: number
  readonly client: string
  readonly command: SessionCommand
}

const write = (key: string, value: number, via: string): SessionCommand => ({
  kind: 'write',
  key,
  value,
  via,
})
const read = (key: string, via: string): SessionCommand => ({ kind: 'read', key, via })

/** In `own` and `back` n2 is slow to hear of n1's write, in the other two n3 is. */
const STORIES: Readonly<Record<Story, readonly Step[]>> = {
  own: [
    { at: 10, client: 'c1', command: write('x', 1, 'n1') },
    { at: 70, client: 'c1', command: read('x', 'n2') },
  ],
  back: [
    { at: 10, client: 'c1', command: write('x', 1, 'n1') },
    { at: 60, client: 'c2', command: read('x', 'n1') },
    { at: 120, client: 'c2', command: read('x', 'n2') },
  ],
  twice: [
    { at: 10, client: 'c1', command: write('x', 1, 'n1') },
    { at: 80, client: 'c1', command: write('y', 2, 'n2') },
    { at: 160, client: 'c2', command: read('y', 'n3') },
    { at: 220, client: 'c2', command: read('x', 'n3') },
  ],
  reply: [
    { at: 10, client: 'c1', command: write('x', 1, 'n1') },
    { at: 70, client: 'c2', command: read('x', 'n2') },
    { at: 130, client: 'c2', command: write('y', 2, 'n2') },
    { at: 200, client: 'c3', command: read('y', 'n3') },
    { at: 260, client: 'c3', command: read('x', 'n3') },
  ],
}

const LEVELS = [
  ['read-your-writes', 'Read your writes'],
  ['monotonic-reads', 'Monotonic reads'],
  ['monotonic-writes', 'Monotonic writes'],
  ['writes-follow-reads', 'Writes follow reads'],
] as const

export const figure: RunFigure<Choice> = {
  kind: 'run',
  node: SessionStore,
  seed: 1,
  controls: [
    {
      id: 'story',
      legend: 'Story',
      options: [
        { id: 'own', name: 'c1 writes at n1, reads at n2' },
        { id: 'back', name: 'c2 reads at n1, then at n2' },
        { id: 'twice', name: 'c1 writes at n1, then at n2; c2 looks at n3' },
        { id: 'reply', name: 'c2 reads, then writes at n2; c3 looks at n3' },
      ],
    },
    {
      id: 'gate',
      legend: 'The gate',
      options: [
        { id: 'forgets', name: 'sends each request alone' },
        { id: 'token', name: 'sends the session’s token along' },
      ],
    },
  ],
  first: { story: 'own', gate: 'forgets' },
  predict: {
    question: 'Which of the four promises breaks?',
    options: [
      { id: 'none', name: 'none' },
      ...LEVELS.map(([id, name]) => ({ id, name: name.toLowerCase() })),
    ],
  },
  scenario({ story, gate }) {
    const settings = {
      causes: gate === 'token' ? 'session' : 'nobody',
      order: 'stamp',
    } satisfies SessionSettings
    const late = story === 'own' || story === 'back' ? 'n2' : 'n3'
    const steps = STORIES[story]
    return {
      id: `session-token-${story}-${gate}`,
      nodes: ['gate', 'n1', 'n2', 'n3'],
      clients: [...new Set(steps.map(({ client }) => client))],
      network: NEAR,
      nemesis: [slowLinks({ from: ['n1'], to: [late], delayMs: 260 })],
      operations: steps.map(operationOf),
      settings: { ...settings },
      safetyMicros: 400 * MS,
      livenessMicros: 0,
      budgets: DEFAULT_BUDGETS,
    }
  },
  tell(trace) {
    const levels = classifyRegisters(trace, 0)
    const broken = LEVELS.filter(([id]) => !keepsLevel(levels, id))
    const operations = operationsOf(trace)
    const reads = operations.filter(({ command }) => kindOf(command) === 'read')
    const slowest = Math.max(...operations.map((operation) => latencyMs(operation) ?? 0))
    const last = reads.at(-1)
    const got = reads.map(
      (each) => `${each.client} read ${keyOf(each.command)} = ${whatItGot(each)}`,
    )
    return {
      outcome: broken[0]?.[0] ?? 'none',
      verdict: `${got.join(', ')}: ${broken.length === 0 ? 'no promise broken.' : `${broken.map(([, name]) => name.toLowerCase()).join(' and ')} broken.`}`,
      why:
        broken.length > 0
          ? 'The replica that answered lacked a write that the session, or the author of what it read, had seen.'
          : slowest > 120
            ? 'A replica that lacked something in the token waited for it, and the session waited too.'
            : 'The write that arrived early was held back until the write that it followed had come, so nobody saw it without that one.',
      properties: LEVELS.map(([id, name]) => ({ name, holds: keepsLevel(levels, id) })),
      measures: [{ name: 'slowest operation', value: `${slowest} ms` }],
      marks: broken.length > 0 && last !== undefined ? [last.operation] : [],
    }
  },
  messageLabel(body) {
    const {
      type,
      command,
      write: made,
    } = JSON.parse(body) as {
      readonly type: string
      readonly command?: { readonly kind: string; readonly key: string }
      readonly write?: { readonly key: string; readonly value: number }
    }
    if (made !== undefined) return `${made.key} = ${made.value}`
    return command === undefined ? type : `${command.kind} ${command.key}`
  },
  stateLabel: ({ shown }) => (Array.isArray(shown) ? shown.join(', ') : ''),
  expected: {
    'own,forgets': 'read-your-writes',
    'own,token': 'none',
    'back,forgets': 'monotonic-reads',
    'back,token': 'none',
    'twice,forgets': 'monotonic-writes',
    'twice,token': 'none',
    'reply,forgets': 'writes-follow-reads',
    'reply,token': 'none',
  },
  summary:
    'When the gate sends each request alone, each story breaks one promise. A session misses its own ' +
    'write at another replica, goes back in time when it moves, shows its second write without its ' +
    'first, or shows a reply without what it replies to. With the session’s token sent along none ' +
    'breaks: a replica that lacks something in the token waits for it, and a write that arrives ' +
    'before its causes is held back.',
}

function operationOf({ at, client, command }: Step): ClientOperation {
  return { at: at * MS, client, node: 'gate', body: { ...command }, timeoutMicros: 380 * MS }
}

function kindOf(command: unknown): string {
  return (command as { readonly kind: string }).kind
}

function keyOf(command: unknown): string {
  return (command as { readonly key: string }).key
}
