/**
 * What a heal does to a cluster with an elected leader: n1 led, was cut off, and comes back to a
 * new leader. c1 wrote 11 through n1 and was never answered; what has become of it?
 */
import type { Json, Trace } from '#core'
import { ElectedRegister } from '#systems/elected-register/elected-register.ts'
import type { ElectedSettings } from '#systems/elected-register/messages.ts'
import { operationsOf, whatItGot } from '../../figures/operations.ts'
import { judgeLinearizable } from '../../figures/register-judgement.ts'
import { MS, scene } from '../../figures/scenes.ts'
import type { RunFigure, Told } from '../../schema/figure.ts'

const CUT_AT = 700 * MS
const HEAL_AT = 2_000 * MS

interface HealChoice extends Record<string, string> {
  readonly sent: 'before' | 'during'
  readonly other: 'nothing' | 'write'
}

const SETTINGS = {
  initial: 0,
  heartbeatMs: 120,
  electionMinMs: 300,
  electionMaxMs: 600,
  preVote: true,
  checkQuorum: true,
} satisfies ElectedSettings

function scenario({ sent, other }: HealChoice) {
  const write = (value: number) => ({ kind: 'write', value })
  const first = { client: 'c1', node: 'n1', body: write(11), timeoutMicros: 600 * MS }
  // Sent just before the cut, its copies are under way when the links go, and arrive.
  const firstAt = sent === 'before' ? CUT_AT - 15 * MS : CUT_AT + 60 * MS
  const second = { client: 'c2', node: 'n2', body: write(22), timeoutMicros: 400 * MS }
  const last = { client: 'c1', node: 'n1', body: { kind: 'read' }, timeoutMicros: 500 * MS }
  return scene({
    id: `heal-${sent}-${other}`,
    nodes: ['n1', 'n2', 'n3'],
    clients: ['c1', 'c2'],
    nemesis: [
      { at: CUT_AT, fault: { kind: 'partition', groups: [['n1'], ['n2', 'n3']] } },
      { at: HEAL_AT, fault: { kind: 'heal' } },
    ],
    operations: [
      { at: firstAt, ...first },
      ...(other === 'write' ? [{ at: 1_700 * MS, ...second }] : []),
      { at: HEAL_AT + 20 * MS, ...last },
    ],
    settings: SETTINGS,
    safetyMicros: 2_600 * MS,
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
  const servedAfterMs = Math.round(((read?.endedAt ?? HEAL_AT) - HEAL_AT) / MS)
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
  messageLabel: (body) => (JSON.parse(body) as { readonly type: string }).type,
  isNoise: (body) => ['beat', 'heard'].includes((JSON.parse(body) as { type: string }).type),
  stateLabel: ({ role }) => (typeof role === 'string' ? role : ''),
  expected: {
    'during,nothing': '0',
    'during,write': '22',
    'before,nothing': '11',
    'before,write': '22',
  },
  summary:
    'In all four runs c1 gets no answer to its write of 11. If the write reached n1 after the cut, it is dropped at the heal, and c1 reads 0, or 22 where c2 wrote 22. If it reached n1 just before the cut, its copies are in the new leader’s log and it takes effect: c1 reads 11, or 22 where c2 wrote later. All four histories are linearizable. c1 cannot tell the cases apart from what it saw of its write.',
}
