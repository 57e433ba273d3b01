/**
 * Five shapes of cut against four ways to keep one register: which of them keeps c2, who is on
 * the side with the majority, waiting. The seed makes n1 the first leader of either cluster
 * that elects one.
 */
import {
  DEFAULT_BUDGETS,
  type Fault,
  type Json,
  type NemesisStep,
  type Scenario,
  type Trace,
} from '#core'
import { AbdRegister, type AbdSettings } from '#systems/abd-register/abd-register.ts'
import { ElectedRegister } from '#systems/elected-register/elected-register.ts'
import type { ElectedSettings } from '#systems/elected-register/messages.ts'
import { ELECTED } from '../../figures/elected.ts'
import { MS, NEAR } from '../../figures/network.ts'
import { operationsOf, type RunOperation } from '../../figures/operations.ts'
import type { RunFigure, Told } from '../../schema/figure.ts'

const CUT_AT = 700 * MS
const WRITES = 6

type Protocol = 'home' | 'majority' | 'elected' | 'guarded'
type Shape = 'clean' | 'deaf-leader' | 'deaf-follower' | 'bridge' | 'flapping'

interface ShapeChoice extends Record<string, string> {
  readonly protocol: Protocol
  readonly shape: Shape
}

const CLEAN: Fault = { kind: 'partition', groups: [['n1'], ['n2', 'n3']] }

/** Three times 400 ms cut and 300 ms whole. */
const FLAPS = [0, 1, 2].flatMap((turn): readonly NemesisStep[] => {
  const at = CUT_AT + turn * 700 * MS
  const name = `cut ${turn + 1}`
  return [
    { at, fault: { ...CLEAN, name } },
    { at: at + 400 * MS, fault: { kind: 'heal', name } },
  ]
})

const SHAPES: Readonly<Record<Shape, readonly NemesisStep[]>> = {
  clean: [{ at: CUT_AT, fault: CLEAN }],
  'deaf-leader': [{ at: CUT_AT, fault: { kind: 'one-way', from: ['n2', 'n3'], to: ['n1'] } }],
  'deaf-follower': [{ at: CUT_AT, fault: { kind: 'one-way', from: ['n1', 'n2'], to: ['n3'] } }],
  bridge: [{ at: CUT_AT, fault: { kind: 'bridge', target: { kind: 'node', node: 'n2' } } }],
  flapping: FLAPS,
}

function settingsOf(protocol: Protocol): Scenario['settings'] {
  if (protocol === 'home' || protocol === 'majority') {
    const voters = protocol === 'home' ? ['n1'] : ['n1', 'n2', 'n3']
    return { voters, initial: 0, againMs: 60 } satisfies AbdSettings
  }
  const isGuarded = protocol === 'guarded'
  return { ...ELECTED, preVote: isGuarded, checkQuorum: isGuarded } satisfies ElectedSettings
}

function scenario({ protocol, shape }: ShapeChoice): Scenario {
  return {
    id: `cut-${protocol}-${shape}`,
    nodes: ['n1', 'n2', 'n3'],
    clients: ['c2'],
    network: NEAR,
    nemesis: SHAPES[shape],
    operations: Array.from({ length: WRITES }, (_, index) => ({
      at: (800 + index * 320) * MS,
      client: 'c2',
      node: 'n2',
      body: { kind: 'write', value: index + 1 },
      timeoutMicros: 280 * MS,
    })),
    settings: settingsOf(protocol),
    safetyMicros: 3_000 * MS,
    livenessMicros: 0,
    budgets: DEFAULT_BUDGETS,
  }
}

const VERDICTS = {
  steady: 'c2 noticed nothing: all six writes were answered.',
  gap: 'c2 was left without answers once, and then the service was back for good.',
  limps: 'c2 lost writes again and again: the service comes and goes.',
  stopped: 'c2 got not one answer, although n2 and one other node hear each other all the time.',
} as const

type Course = keyof typeof VERDICTS

/** How the answered and unanswered writes alternate, from the first to the last. */
function courseOf(calls: readonly RunOperation[]): Course {
  const answered = calls.map(({ outcome }) => outcome === 'ok')
  if (answered.every((isOk) => isOk)) return 'steady'
  if (answered.every((isOk) => !isOk)) return 'stopped'
  const gaps = answered.filter((isOk, index) => !isOk && answered[index - 1] !== false).length
  return gaps === 1 && answered.at(-1) === true ? 'gap' : 'limps'
}

function tell(trace: Trace, { protocol }: ShapeChoice): Told {
  const calls = operationsOf(trace)
  const course = courseOf(calls)
  const lost = calls.filter(({ outcome }) => outcome !== 'ok')
  const terms = termsOf(trace)
  return {
    outcome: course,
    verdict: VERDICTS[course],
    why: protocol === 'home' || protocol === 'majority' ? WHY[protocol] : whyElected(terms, course),
    properties: [
      { name: 'All of c2’s writes answered', holds: lost.length === 0 },
      { name: 'The last write answered', holds: calls.at(-1)?.outcome === 'ok' },
    ],
    measures: [
      { name: 'Answered', value: `${calls.length - lost.length} of ${calls.length}` },
      ...(terms.length === 0 ? [] : [{ name: 'Elections won', value: `${terms.length}` }]),
    ],
    marks: lost.map(({ operation }) => operation),
  }
}

const WHY = {
  home: 'Everything depends on n2 and n1 hearing each other, in both directions.',
  majority: 'Any two nodes that hear each other in both directions will do, and nobody leads.',
} as const

function whyElected(terms: readonly string[], course: Course): string {
  const [first, ...later] = terms
  if (later.length === 0 && course === 'stopped') {
    return `${first} still leads for the others, who hear its heartbeats; it hears none of them, so it can commit nothing.`
  }
  if (later.length === 0) return `${first} was elected before the cut and nobody took its place.`
  return `${first} was elected before the cut; after it came ${later.join(', then ')}. Each change of leader is a time without one.`
}

/** Who became leader in which term, in order. */
function termsOf({ events }: Trace): readonly string[] {
  const terms = new Map<string, Json>()
  const leaders: string[] = []
  for (const event of events) {
    if (event.kind !== 'observe') continue
    if (event.fields.term !== undefined) terms.set(event.node, event.fields.term)
    if (event.fields.role !== 'leader') continue
    leaders.push(`${event.node} in term ${JSON.stringify(terms.get(event.node))}`)
  }
  return leaders
}

/** Who stands for election is the story; requests on their way to the leader are not. */
function messageLabel(body: string): string {
  const { type } = JSON.parse(body) as { readonly type: string }
  return ['forward', 'done', 'heard'].includes(type) ? '' : type
}

export const figure: RunFigure<ShapeChoice> = {
  kind: 'run',
  node: ElectedRegister,
  nodeFor: ({ protocol }) =>
    protocol === 'home' || protocol === 'majority' ? AbdRegister : ElectedRegister,
  seed: 32,
  controls: [
    {
      id: 'shape',
      legend: 'From 700 ms on',
      options: [
        { id: 'clean', name: 'Clean cut', detail: 'n1 on one side, n2 and n3 on the other' },
        { id: 'deaf-leader', name: 'n1 is deaf', detail: 'it sends, and hears nothing' },
        { id: 'deaf-follower', name: 'n3 is deaf', detail: 'it sends, and hears nothing' },
        { id: 'bridge', name: 'Bridge', detail: 'n1 and n3 hear only n2' },
        { id: 'flapping', name: 'Flapping', detail: 'the clean cut, on and off' },
      ],
    },
    {
      id: 'protocol',
      legend: 'The register is kept by',
      options: [
        { id: 'home', name: 'One home', detail: 'n1 decides' },
        { id: 'majority', name: 'Any majority', detail: 'no leader' },
        { id: 'elected', name: 'An elected leader', detail: 'Raft, bare' },
        { id: 'guarded', name: 'A guarded leader', detail: 'with pre-vote and quorum check' },
      ],
    },
  ],
  first: { shape: 'deaf-leader', protocol: 'elected' },
  predict: {
    question: 'c2 writes six times through n2, after the cut began. What does it see?',
    options: [
      { id: 'steady', name: 'Six answers' },
      { id: 'gap', name: 'One gap, then answers' },
      { id: 'limps', name: 'Gaps again and again' },
      { id: 'stopped', name: 'Nothing at all' },
    ],
  },
  scenario,
  tell,
  messageLabel,
  isNoise: (body) => ['beat', 'heard'].includes((JSON.parse(body) as { type: string }).type),
  lanes: ['n3', 'n1', 'n2', 'c2'],
  stateLabel: ({ role }) => (role === 'leader' || role === 'follower' ? role : ''),
  expected: {
    'clean,home': 'stopped',
    'clean,majority': 'steady',
    'clean,elected': 'gap',
    'clean,guarded': 'gap',
    'deaf-leader,home': 'stopped',
    'deaf-leader,majority': 'steady',
    'deaf-leader,elected': 'stopped',
    'deaf-leader,guarded': 'gap',
    'deaf-follower,home': 'steady',
    'deaf-follower,majority': 'steady',
    'deaf-follower,elected': 'limps',
    'deaf-follower,guarded': 'steady',
    'bridge,home': 'steady',
    'bridge,majority': 'steady',
    'bridge,elected': 'limps',
    'bridge,guarded': 'steady',
    'flapping,home': 'limps',
    'flapping,majority': 'steady',
    'flapping,elected': 'limps',
    'flapping,guarded': 'gap',
  },
  summary:
    'With any majority in charge and nobody leading, c2 is always answered. A single home stops for c2 in a clean cut and when the home is deaf, and limps when the cut comes and goes. A bare elected leader survives a clean cut with one gap, stops for good when the leader is deaf, and limps when a follower is deaf, when the cut is a bridge and when it flaps. With pre-vote and a quorum check the worst is one gap.',
}
