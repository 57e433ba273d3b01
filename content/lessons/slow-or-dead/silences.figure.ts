/**
 * Four reasons for one silence, and a watcher that goes by silence alone. n2 crashes, pauses,
 * is cut off or becomes slow at 305 ms; n1 has more patience or less.
 */
import { DEFAULT_BUDGETS, type NemesisStep, type Scenario, type Trace } from '#core'
import { HeartbeatWatch, type WatchSettings } from '#systems/heartbeat-watch/heartbeat-watch.ts'
import { MS, NEAR, weatherOf } from '../../figures/network.ts'
import type { RunFigure, Told } from '../../schema/figure.ts'

const TROUBLE_AT = 305 * MS
const RELIEF_AT = 555 * MS

type Trouble = 'crash' | 'pause' | 'cut' | 'slow'
type Patience = 'short' | 'long'

interface SilenceChoice extends Record<string, string> {
  readonly trouble: Trouble
  readonly patience: Patience
}

const N2 = { kind: 'node', node: 'n2' } as const

const TROUBLES: Readonly<Record<Trouble, readonly NemesisStep[]>> = {
  crash: [
    {
      at: TROUBLE_AT,
      fault: {
        kind: 'crash',
        target: N2,
        unsynced: 'lost',
        moment: { kind: 'now' },
        downMicros: null,
      },
    },
  ],
  pause: [
    { at: TROUBLE_AT, fault: { kind: 'pause', target: N2 } },
    { at: RELIEF_AT, fault: { kind: 'resume', target: N2 } },
  ],
  cut: [
    { at: TROUBLE_AT, fault: { kind: 'partition', groups: [['n1'], ['n2']] } },
    { at: RELIEF_AT, fault: { kind: 'heal' } },
  ],
  slow: [
    {
      at: TROUBLE_AT,
      fault: {
        kind: 'degrade',
        from: ['n2'],
        to: ['n1'],
        weather: weatherOf([240, 260]),
      },
    },
  ],
}

const PATIENCE_MS: Readonly<Record<Patience, number>> = { short: 120, long: 400 }

function scenario({ trouble, patience }: SilenceChoice): Scenario {
  const settings = { beatMs: 50, suspectAfterMs: PATIENCE_MS[patience] } satisfies WatchSettings
  return {
    id: `silence-${trouble}-${patience}`,
    nodes: ['n1', 'n2'],
    clients: ['c1'],
    network: { ...NEAR, keepsOrder: true },
    nemesis: TROUBLES[trouble],
    operations: [
      { at: 900 * MS, client: 'c1', node: 'n1', body: { kind: 'report' }, timeoutMicros: 80 * MS },
    ],
    settings,
    safetyMicros: 1_000 * MS,
    livenessMicros: 0,
    budgets: DEFAULT_BUDGETS,
  }
}

function tell({ events }: Trace): Told {
  const crashed = events.some(({ kind }) => kind === 'crash')
  const suspicion = events.find(
    (event) => event.kind === 'observe' && event.node === 'n1' && isSuspect(event.fields.suspects),
  )
  const afterMs = suspicion === undefined ? undefined : Math.round((suspicion.at - TROUBLE_AT) / MS)
  const outcome = suspicion === undefined ? 'quiet' : crashed ? 'right' : 'wrong'
  return {
    outcome,
    ...SENTENCES[outcome],
    properties: [
      { name: 'Suspects nobody who is alive', holds: outcome !== 'wrong' },
      { name: 'Noticed a crash, if there was one', holds: !crashed || suspicion !== undefined },
    ],
    ...(afterMs === undefined
      ? {}
      : { measures: [{ name: 'Suspected, after the trouble began', value: `${afterMs} ms` }] }),
  }
}

function isSuspect(suspects: unknown): boolean {
  return Array.isArray(suspects) && suspects.includes('n2')
}

const SENTENCES = {
  right: {
    verdict: 'n1 suspected n2, and n2 was dead.',
    why: 'The silence outlasted n1’s patience, as any crash does in the end.',
  },
  wrong: {
    verdict: 'n1 suspected n2, and n2 was alive.',
    why: 'The silence outlasted n1’s patience. What n1 saw up to that moment is what it sees of a crash.',
  },
  quiet: {
    verdict: 'n1 suspected nobody, and was right not to.',
    why: 'The silence was shorter than n1’s patience. Had n2 crashed, n1 would have been waiting as calmly.',
  },
} as const

export const figure: RunFigure<SilenceChoice> = {
  kind: 'run',
  node: HeartbeatWatch,
  seed: 3,
  controls: [
    {
      id: 'trouble',
      legend: 'At 305 ms, n2',
      options: [
        { id: 'crash', name: 'Crashes' },
        { id: 'pause', name: 'Pauses', detail: 'for 250 ms' },
        { id: 'cut', name: 'Is cut off', detail: 'for 250 ms' },
        { id: 'slow', name: 'Becomes slow', detail: '250 ms more for each message' },
      ],
    },
    {
      id: 'patience',
      legend: 'n1 suspects after a silence of',
      options: [
        { id: 'short', name: '120 ms' },
        { id: 'long', name: '400 ms' },
      ],
    },
  ],
  first: { trouble: 'pause', patience: 'short' },
  predict: {
    question: 'What will n1 think of n2?',
    options: [
      { id: 'right', name: 'Suspected, and dead' },
      { id: 'wrong', name: 'Suspected, but alive' },
      { id: 'quiet', name: 'Not suspected' },
    ],
  },
  scenario,
  tell,
  messageLabel: () => '',
  stateLabel: ({ suspects }) => (isSuspect(suspects) ? 'n2?' : ''),
  expected: {
    'crash,short': 'right',
    'crash,long': 'right',
    'pause,short': 'wrong',
    'pause,long': 'quiet',
    'cut,short': 'wrong',
    'cut,long': 'quiet',
    'slow,short': 'wrong',
    'slow,long': 'quiet',
  },
  summary:
    'With 120 ms of patience n1 suspects n2 in all four runs, and is wrong in three of them. With 400 ms it suspects n2 only when n2 has crashed, and takes more than three times as long to do so. No patience gets both.',
}
