/**
 * What a heal does to a cluster with an elected leader: n1 led, was cut off, and comes back to a
 * new leader. c1 wrote 11 through n1 and was never answered; what has become of it?
 */
import type { Json, Trace } from '#core'
import { ElectedRegister } from '#systems/elected-register/elected-register.ts'
import { GUARDED } from '../../figures/elected.ts'
import { CALM_MS, MS } from '../../figures/network.ts'
import { operationsOf, whatItGot } from '../../figures/operations.ts'
import { judgeLinearizable } from '../../figures/register-judgement.ts'
import { figureScenario } from '../../figures/scenario.ts'
import type { RunFigure, Told, WatchedFields } from '../../schema/figure.ts'

const CUT_AT_MS = 700
const HEAL_AT_MS = 2_000

interface HealChoice extends Record<string, string> {
  readonly sent: 'before' | 'during'
  readonly other: 'nothing' | 'write'
}

function scenario({ sent, other }: HealChoice) {
  const write = (value: number) => ({ kind: 'write', value })
  const first = { client: 'c1', node: 'n1', body: write(11), timeoutMs: 600 }
  // Sent just before the cut, its copies are under way when the links go, and arrive.
  const firstAtMs = sent === 'before' ? CUT_AT_MS - 15 : CUT_AT_MS + 60
  const second = { client: 'c2', node: 'n2', body: write(22), timeoutMs: 400 }
  const last = { client: 'c1', node: 'n1', body: { kind: 'read' }, timeoutMs: 500 }
  return figureScenario({
    id: `heal-${sent}-${other}`,
    nodes: ['n1', 'n2', 'n3'],
    delayMs: CALM_MS,
    clients: ['c1', 'c2'],
    nemesis: [
      { at: CUT_AT_MS * MS, fault: { kind: 'partition', groups: [['n1'], ['n2', 'n3']] } },
      { at: HEAL_AT_MS * MS, fault: { kind: 'heal' } },
    ],
    operations: [
      { atMs: firstAtMs, ...first },
      ...(other === 'write' ? [{ atMs: 1_700, ...second }] : []),
      { atMs: HEAL_AT_MS + 20, ...last },
    ],
    settings: GUARDED,
    lengthMs: 2_600,
  })
}

const VERDICTS: Readonly<Record<string, string>> = {
  '0': 'c1 read 0: its write of 11 is gone for good.',
  '11': 'c1 read 11: the write that nobody had confirmed took effect after all.',
  '22': 'c1 read 22, the value of the other side.',
}

function tell(trace: Trace): Told {
  const operations = operationsOf(trace)
  const read = operations.find(({ command }) => (command as { kind: string }).kind === 'read')
  const outcome = read === undefined ? 'no answer' : whatItGot(read)
  const servedAfterMs = Math.round((read?.endedAt ?? HEAL_AT_MS * MS) / MS) - HEAL_AT_MS
  return {
    outcome,
    verdict: VERDICTS[outcome] ?? 'c1 got no answer to its read.',
    why: isDropped(trace)
      ? 'n1 had 11 in its log, at a place where the new leader’s log has something else. At the first heartbeat after the heal n1 took the new leader’s log over.'
      : 'A copy of 11 had reached the others before the cut, so the new leader had it in its log, and committed it with the first entry of its own term.',
    properties: [
      { name: 'Linearizable', holds: judgeLinearizable(trace, 0).holds },
      { name: 'c1’s write was confirmed', holds: operations[0]?.outcome === 'ok' },
    ],
    measures: [{ name: 'n1 serves again, after the heal', value: `${servedAfterMs} ms` }],
  }
}

/** True when n1 held 11 and later no longer did. */
function isDropped({ events }: Trace): boolean {
  const logs = events.flatMap((event) =>
    event.kind === 'observe' && event.node === 'n1' && event.fields.log !== undefined
      ? [valuesIn(event.fields.log)]
      : [],
  )
  return logs.some((log) => log.includes(11)) && logs.at(-1)?.includes(11) === false
}

function valuesIn(log: Json): readonly Json[] {
  return (log as readonly { readonly value: Json }[]).map(({ value }) => value)
}

/** What a node is called, and the values in its log: `leader: 11`. */
function stateLabel({ role, log }: WatchedFields): string {
  if (role !== 'leader' && role !== 'follower') return ''
  const values = valuesIn(log ?? []).filter((value) => typeof value === 'number')
  return values.length === 0 ? role : `${role}: ${values.join(', ')}`
}

export const figure: RunFigure<HealChoice> = {
  kind: 'run',
  node: ElectedRegister,
  seed: 32,
  controls: [
    {
      id: 'sent',
      legend: 'c1’s write of 11 reaches the leader n1',
      options: [
        { id: 'during', name: 'After the cut', detail: 'n1 is alone already' },
        {
          id: 'before',
          name: 'Just before the cut',
          detail: 'copies get through, acknowledgements do not',
        },
      ],
    },
    {
      id: 'other',
      legend: 'Meanwhile, on the other side,',
      options: [
        { id: 'nothing', name: 'nobody writes' },
        { id: 'write', name: 'c2 writes 22' },
      ],
    },
  ],
  first: { sent: 'during', other: 'nothing' },
  predict: {
    question:
      'c1 was never told what became of 11. After the heal it reads through n1. What will it get?',
    options: [
      { id: '0', name: '0, as at first' },
      { id: '11', name: '11' },
      { id: '22', name: '22' },
      { id: 'no answer', name: 'No answer' },
    ],
  },
  scenario,
  tell,
  lanes: ['c1', 'n1', 'n3', 'n2', 'c2'],
  messageLabel: (body) => (JSON.parse(body) as { readonly type: string }).type,
  isNoise: (body) => ['beat', 'heard'].includes((JSON.parse(body) as { type: string }).type),
  stateLabel,
  expected: {
    'during,nothing': '0',
    'during,write': '22',
    'before,nothing': '11',
    'before,write': '22',
  },
  summary:
    'In all four runs c1 gets no answer to its write of 11. If the write reached n1 after the cut, it is dropped at the heal, and c1 reads 0, or 22 where c2 wrote 22. If it reached n1 just before the cut, its copies are in the new leader’s log and it takes effect: c1 reads 11, or 22 where c2 wrote later. All four histories are linearizable. c1 cannot tell the cases apart from what it saw of its write.',
}
