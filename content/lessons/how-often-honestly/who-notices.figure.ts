/**
 * What a count of failed links says about failed requests. Three nodes keep a register by
 * majorities, a client beside each; something is cut before they read.
 */
import { DEFAULT_BUDGETS, type Fault, type Scenario, type Trace } from '#core'
import { AbdRegister, type AbdSettings } from '#systems/abd-register/abd-register.ts'
import { MS, networkOf } from '../../figures/network.ts'
import { operationsOf } from '../../figures/operations.ts'
import type { RunFigure, Told } from '../../schema/figure.ts'

const NODES = ['n1', 'n2', 'n3'] as const
const READS_EACH = 3
const PATIENCE_MICROS = 200 * MS

type Failure = 'one-line' | 'two-lines' | 'last-metre' | 'all-lines'
type Clients = 'stay' | 'move'

interface NoticeChoice extends Record<string, string> {
  readonly failure: Failure
  readonly clients: Clients
}

const FAILURES: Readonly<Record<Failure, Fault>> = {
  'one-line': { kind: 'partition', groups: [['n1'], ['n3']] },
  'two-lines': { kind: 'partition', groups: [['n1', 'n2'], ['n3']] },
  'last-metre': { kind: 'partition', groups: [['c3'], ['n3']] },
  'all-lines': { kind: 'partition', groups: [['n1'], ['n2'], ['n3']] },
}

function scenario({ failure, clients }: NoticeChoice): Scenario {
  const settings = { voters: NODES, initial: 7, againMs: 60 } satisfies AbdSettings
  return {
    id: `notice-${failure}-${clients}`,
    nodes: NODES,
    clients: ['c1', 'c2', 'c3'],
    network: networkOf([4, 8]),
    nemesis: [{ at: 10 * MS, fault: FAILURES[failure] }],
    operations: Array.from({ length: READS_EACH }, (_, turn) =>
      NODES.map((node, index) => {
        const base = { client: `c${index + 1}`, node, body: { kind: 'read' } }
        const at = (50 + turn * 250 + index * 20) * MS
        const first = { ...base, at, timeoutMicros: PATIENCE_MICROS }
        if (clients === 'stay') return first
        const others = NODES.filter((other) => other !== node)
        return { ...first, retry: { everyMicros: 60 * MS, nodes: [node, ...others] } }
      }),
    ).flat(),
    settings,
    safetyMicros: 820 * MS,
    livenessMicros: 0,
    budgets: DEFAULT_BUDGETS,
  }
}

const SENTENCES = {
  nobody: {
    verdict: 'Nobody noticed: all nine reads were answered.',
    why: 'Whoever was asked in the end still heard a majority.',
  },
  one: {
    verdict: 'c3 got no answer at all, and the others noticed nothing.',
    why: 'c3 talks to nobody but n3, and what it needs is behind the lines that are down.',
  },
  all: {
    verdict: 'Nobody got an answer.',
    why: 'No two nodes hear each other, so there is no majority to be found anywhere.',
  },
} as const

function tell(trace: Trace): Told {
  const reads = operationsOf(trace)
  const failed = reads.filter(({ outcome }) => outcome !== 'ok')
  const losers = new Set(failed.map(({ client }) => client))
  const outcome = losers.size === 0 ? 'nobody' : losers.size === 1 ? 'one' : 'all'
  const links = trace.events.flatMap((event) => (event.kind === 'cut' ? event.links : []))
  const between = links.filter(({ from, to }) => isNode(from) && isNode(to)).length
  return {
    outcome,
    ...SENTENCES[outcome],
    properties: [
      { name: 'All reads answered', holds: failed.length === 0 },
      { name: 'Every line between nodes works', holds: between === 0 },
    ],
    measures: [
      { name: 'Lines down between nodes', value: `${between / 2} of 3` },
      { name: 'Reads without an answer', value: `${failed.length} of ${reads.length}` },
    ],
    marks: failed.map(({ operation }) => operation),
  }
}

function isNode(name: string): boolean {
  return name.startsWith('n')
}

export const figure: RunFigure<NoticeChoice> = {
  kind: 'run',
  node: AbdRegister,
  seed: 1,
  controls: [
    {
      id: 'failure',
      legend: 'What fails',
      options: [
        { id: 'one-line', name: 'One line', detail: 'n1 – n3' },
        { id: 'two-lines', name: 'Two lines', detail: 'n3 is alone' },
        { id: 'last-metre', name: 'The last metre', detail: 'c3 – n3' },
        { id: 'all-lines', name: 'All three lines', detail: 'each node is alone' },
      ],
    },
    {
      id: 'clients',
      legend: 'A client without an answer',
      options: [
        { id: 'stay', name: 'Stays', detail: 'with its own node' },
        { id: 'move', name: 'Moves on', detail: 'to the next node' },
      ],
    },
  ],
  first: { failure: 'one-line', clients: 'stay' },
  predict: {
    question: 'Who gets reads without an answer?',
    options: [
      { id: 'nobody', name: 'Nobody' },
      { id: 'one', name: 'c3 only' },
      { id: 'all', name: 'All three clients' },
    ],
  },
  scenario,
  tell,
  messageLabel: () => '',
  expected: {
    'one-line,stay': 'nobody',
    'one-line,move': 'nobody',
    'two-lines,stay': 'one',
    'two-lines,move': 'nobody',
    'last-metre,stay': 'one',
    'last-metre,move': 'nobody',
    'all-lines,stay': 'all',
    'all-lines,move': 'all',
  },
  summary:
    'With one line down, no read fails. With two lines down, c3’s three reads fail if it stays with n3 and none if it moves on. With no line between nodes down and only c3’s own line cut, the same. With all three lines down, every read fails, and moving on does not help. The number of failed lines does not tell the number of failed reads.',
}
