/** Three nodes that listen for each other, and one fault at a time: who suspects whom? */

import { CALM_MS, MS, weatherOf } from '#content/figures/network.ts'
import { figureScenario } from '#content/figures/scenario.ts'
import type { RunFigure } from '#content/schema/figure.ts'
import type { NemesisStep, Trace } from '#core'
import { HeartbeatWatch, type WatchSettings } from '#systems/heartbeat-watch/heartbeat-watch.ts'

type FaultName =
  | 'none'
  | 'crash'
  | 'pause'
  | 'slow'
  | 'lossy'
  | 'cut'
  | 'one-way'
  | 'bridge'
  | 'clock'
type Choice = { readonly fault: FaultName }

const FAULT_AT = 150 * MS
const PAUSE_ENDS_AT = 350 * MS
const ENDS_AT = 600 * MS
const N1 = { kind: 'node', node: 'n1' } as const
const N2 = { kind: 'node', node: 'n2' } as const

const FAULTS: Readonly<Record<FaultName, readonly NemesisStep[]>> = {
  none: [],
  crash: [
    {
      at: FAULT_AT,
      fault: {
        kind: 'crash',
        target: N1,
        unsynced: 'lost',
        moment: { kind: 'now' },
        downMicros: null,
      },
    },
  ],
  pause: [
    { at: FAULT_AT, fault: { kind: 'pause', target: N1 } },
    { at: PAUSE_ENDS_AT, fault: { kind: 'resume', target: N1 } },
  ],
  slow: [
    {
      at: FAULT_AT,
      fault: {
        kind: 'degrade',
        from: ['n1'],
        to: 'everybody',
        weather: weatherOf([160, 164]),
      },
    },
  ],
  lossy: [
    {
      at: FAULT_AT,
      fault: {
        kind: 'degrade',
        from: ['n1'],
        to: 'everybody',
        weather: { ...weatherOf(CALM_MS), lossPermille: 300 },
      },
    },
  ],
  cut: [{ at: FAULT_AT, fault: { kind: 'partition', groups: [['n1'], ['n2', 'n3']] } }],
  'one-way': [{ at: FAULT_AT, fault: { kind: 'one-way', from: ['n1'], to: ['n2', 'n3'] } }],
  bridge: [{ at: FAULT_AT, fault: { kind: 'bridge', target: N2 } }],
  clock: [{ at: FAULT_AT, fault: { kind: 'drift', target: N2, driftPpm: 1_000_000 } }],
}

export const figure: RunFigure<Choice> = {
  kind: 'run',
  node: HeartbeatWatch,
  seed: 1,
  controls: [
    {
      id: 'fault',
      legend: 'At 150 ms',
      options: [
        { id: 'none', name: 'nothing happens' },
        { id: 'crash', name: 'n1 crashes' },
        { id: 'pause', name: 'n1 pauses', detail: 'for 200 ms' },
        { id: 'slow', name: 'n1’s messages become slow', detail: '160 ms each' },
        { id: 'lossy', name: 'three in ten of n1’s messages get lost' },
        { id: 'cut', name: 'n1 is cut off, both ways' },
        { id: 'one-way', name: 'n1 is cut off, outwards only' },
        { id: 'bridge', name: 'n1 and n3 lose touch', detail: 'n2 still reaches both' },
        { id: 'clock', name: 'n2’s clock runs twice as fast' },
      ],
    },
  ],
  first: { fault: 'crash' },
  predict: {
    question: 'Whom do the nodes suspect when the run ends?',
    options: [
      { id: 'never', name: 'nobody, at any time' },
      { id: 'taken-back', name: 'nobody any more; suspicions were taken back' },
      { id: 'n1', name: 'n2 and n3 suspect n1, who suspects nobody' },
      { id: 'mutual', name: 'n1 suspects both, and both suspect n1' },
      { id: 'n1-n3', name: 'n1 and n3 suspect each other' },
      { id: 'n2', name: 'n2 alone suspects, and wrongly' },
    ],
  },
  scenario: ({ fault }) =>
    figureScenario({
      id: `fault-palette-${fault}`,
      nodes: ['n1', 'n2', 'n3'],
      clients: [],
      delayMs: CALM_MS,
      nemesis: FAULTS[fault],
      operations: [],
      settings: { beatMs: 40, suspectAfterMs: 80 } satisfies WatchSettings,
      lengthMs: ENDS_AT / MS,
    }),
  tell(trace) {
    const { ever, atEnd } = suspicions(trace)
    const isDown = trace.events.some(({ kind }) => kind === 'crash')
    const wrong = ever.filter((pair) => !(isDown && pair.endsWith('>n1')))
    return {
      outcome: outcomeOf(ever, atEnd),
      verdict: ever.length === 0 ? 'Nobody was suspected.' : `Suspected: ${inWords(ever)}.`,
      why: why(ever, atEnd, wrong),
      properties: [
        { name: 'nobody alive was suspected', holds: wrong.length === 0 },
        { name: 'no suspicion is left at the end', holds: atEnd.length === 0 },
      ],
      measures: [
        { name: 'suspicions in all', value: String(ever.length) },
        { name: 'of somebody alive', value: String(wrong.length) },
      ],
    }
  },
  messageLabel: () => '',
  stateLabel: ({ suspects }) =>
    Array.isArray(suspects) && suspects.length > 0 ? `not ${suspects.join(', ')}` : 'all well',
  untilMicros: ENDS_AT,
  expected: {
    none: 'never',
    crash: 'n1',
    pause: 'taken-back',
    slow: 'taken-back',
    lossy: 'taken-back',
    cut: 'mutual',
    'one-way': 'n1',
    bridge: 'n1-n3',
    clock: 'n2',
  },
  summary:
    'Three nodes send a heartbeat every 40 ms and suspect whom they have not heard for 80 ms. A crash of n1 and a one-way cut of its outgoing links give the same end: n2 and n3 suspect n1, who suspects nobody. A cut in both directions makes n1 suspect the others as well, and a bridge makes n1 and n3 suspect each other while n2 hears everybody. A pause, slow messages and lost messages raise suspicions that are taken back. With a fast clock n2 suspects nodes that are well, on a network without a fault.',
}

/** Pairs `watcher>suspect`: all that ever were, and those that stand when the run ends. */
function suspicions({ events }: Trace): {
  readonly ever: readonly string[]
  readonly atEnd: readonly string[]
} {
  const ever = new Set<string>()
  const now = new Map<string, readonly string[]>()
  for (const event of events) {
    if (event.kind === 'crash') now.delete(event.node)
    if (event.kind !== 'observe') continue
    const suspects = (event.fields['suspects'] ?? []) as readonly string[]
    const pairs = suspects.map((suspect) => `${event.node}>${suspect}`)
    now.set(event.node, pairs)
    for (const pair of pairs) ever.add(pair)
  }
  return { ever: [...ever].sort(), atEnd: [...now.values()].flat().sort() }
}

const OUTCOMES: Readonly<Record<string, string>> = {
  'n2>n1 n3>n1': 'n1',
  'n1>n2 n1>n3 n2>n1 n3>n1': 'mutual',
  'n1>n3 n3>n1': 'n1-n3',
}

function outcomeOf(ever: readonly string[], atEnd: readonly string[]): string {
  if (ever.length === 0) return 'never'
  if (ever.every((pair) => pair.startsWith('n2>')) && ever.length > 1) return 'n2'
  if (atEnd.length === 0) return 'taken-back'
  const pairs = atEnd.join(' ')
  return OUTCOMES[pairs] ?? pairs
}

function inWords(pairs: readonly string[]): string {
  return pairs.map((pair) => pair.replace('>', ' suspected ')).join(', ')
}

function why(ever: readonly string[], atEnd: readonly string[], wrong: readonly string[]): string {
  if (ever.length === 0) return 'Every heartbeat came in time, so silence never lasted 80 ms.'
  if (wrong.length === 0)
    return 'This time the silence did mean a crash. The watchers could not know that.'
  return atEnd.length === 0
    ? 'The silence ended, and with it the suspicion. Whoever had acted on it meanwhile would have acted on a mistake.'
    : 'Somebody who is alive is suspected. The watcher sees the same silence as after a crash.'
}
