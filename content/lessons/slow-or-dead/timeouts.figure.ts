/**
 * What a timeout buys and costs, over many seeds: how often a live node is suspected, and how
 * long a crash goes unnoticed. n1 watches n2, who says that it is alive every 50 ms.
 */
import { DEFAULT_BUDGETS, type NetworkOptions, type Scenario, type Trace } from '#core'
import { HeartbeatWatch, type WatchSettings } from '#systems/heartbeat-watch/heartbeat-watch.ts'
import { MS, networkOf } from '../../figures/network.ts'
import type { TimeoutPlotFigure } from '../../schema/figure-measured.ts'

/** Right after a sign of life, so that the watcher has its whole patience before it. */
const CRASH_AT = 2_010 * MS

const CALM = networkOf([5, 15])

const WEATHERS: Readonly<Record<string, NetworkOptions>> = {
  calm: CALM,
  tail: { ...CALM, tailPermille: 150, tailMicrosMax: 300 * MS },
  lossy: { ...CALM, lossPermille: 150 },
}

export const figure: TimeoutPlotFigure = {
  kind: 'timeout-plot',
  node: HeartbeatWatch,
  seedCount: 20,
  timeoutsMs: [60, 80, 120, 160, 220, 300, 400, 600],
  weathers: [
    { id: 'calm', name: 'Calm', detail: '5 to 15 ms' },
    { id: 'tail', name: 'A long tail', detail: '15 % take up to 300 ms' },
    { id: 'lossy', name: 'Lossy', detail: '15 % are lost' },
  ],
  scenario({ timeoutMs, weather, crash }): Scenario {
    const settings = { beatMs: 50, suspectAfterMs: timeoutMs } satisfies WatchSettings
    return {
      id: `timeout-${timeoutMs}-${weather}-${crash}`,
      nodes: ['n1', 'n2'],
      clients: [],
      network: WEATHERS[weather] ?? CALM,
      nemesis:
        crash === 'no crash'
          ? []
          : [
              {
                at: CRASH_AT,
                fault: {
                  kind: 'crash',
                  target: { kind: 'node', node: 'n2' },
                  unsynced: 'lost',
                  moment: { kind: 'now' },
                  downMicros: null,
                },
              },
            ],
      operations: [],
      settings,
      safetyMicros: CRASH_AT + 1_000 * MS,
      livenessMicros: 0,
      budgets: DEFAULT_BUDGETS,
    }
  },
  measure({ events }: Trace) {
    const crashedAt = events.find(({ kind }) => kind === 'crash')?.at
    let falseSuspicions = 0
    let suspectedAt: number | undefined
    for (const event of events) {
      if (event.kind !== 'observe' || event.node !== 'n1') continue
      const { suspects } = event.fields
      if (suspects === undefined) continue
      const isSuspected = Array.isArray(suspects) && suspects.includes('n2')
      if (isSuspected && (crashedAt === undefined || event.at < crashedAt)) falseSuspicions += 1
      suspectedAt = isSuspected ? event.at : undefined
    }
    if (crashedAt === undefined || suspectedAt === undefined) {
      return { falseSuspicions, detectedAfterMs: undefined }
    }
    // A suspicion that was false when it began comes true with the crash.
    const detectedAfterMs = Math.max(0, Math.round((suspectedAt - crashedAt) / MS))
    return { falseSuspicions, detectedAfterMs }
  },
  summary:
    'On a calm network, 80 ms of patience suspect nobody wrongly and notice a crash after about 80 ms. With a long tail or with losses, the same 80 ms suspect a live node six or seven times in three seconds. With losses the false suspicions are gone at 300 ms of patience, and the crash then goes unnoticed for 300 ms.',
}
