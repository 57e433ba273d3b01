/** How far along the row of versions each replica is, as a run goes on. */

import type { VersionsFigure, WatchedFields } from '#content/schema/figure.ts'
import type { Trace } from '#core'

export interface VersionMoment {
  /** Microseconds since the run began. */
  readonly at: number
  /** By node, in the order of the trace's nodes. */
  readonly versions: readonly number[]
}

export interface VersionProgress {
  readonly nodes: readonly string[]
  /** One for each change, in order of time; the first is the start, the last the end. */
  readonly moments: readonly VersionMoment[]
  readonly newest: number
}

export interface Lag {
  readonly versions: number
  /** For how long a newer version has been somewhere, in milliseconds; 0 when there is none. */
  readonly ms: number
}

export function progressOf(
  { header, events }: Trace,
  versionOf: VersionsFigure['versionOf'],
): VersionProgress {
  const states = new Map<string, WatchedFields>()
  const moments: VersionMoment[] = [{ at: 0, versions: header.nodes.map(() => 0) }]
  for (const event of events) {
    if (event.kind !== 'observe') continue
    const state = { ...states.get(event.node), ...event.fields }
    states.set(event.node, state)
    const last = moments.at(-1)
    const versions = header.nodes.map((node, index) =>
      node === event.node ? versionOf(state) : (last?.versions[index] ?? 0),
    )
    if (last?.versions.join() === versions.join()) continue
    if (last?.at === event.at) moments.pop()
    moments.push({ at: event.at, versions })
  }
  const last = moments.at(-1)
  const end = events.at(-1)?.at ?? 0
  // The end of the run is a moment too: until then a replica may have been behind.
  if (last !== undefined && end > last.at) moments.push({ ...last, at: end })
  const newest = Math.max(...moments.flatMap(({ versions }) => versions))
  return { nodes: header.nodes, moments, newest }
}

/** How far a node is behind the newest version anywhere, at one of the moments. */
export function lagOf({ moments }: VersionProgress, moment: number, node: number): Lag {
  const now = moments[moment]
  if (now === undefined) return { versions: 0, ms: 0 }
  const own = now.versions[node] ?? 0
  const versions = Math.max(...now.versions) - own
  if (versions <= 0) return { versions: 0, ms: 0 }
  const since = moments.find((earlier) => Math.max(...earlier.versions) > own)
  return { versions, ms: Math.round((now.at - (since?.at ?? now.at)) / 1_000) }
}

/** The worst of each node over the whole run. */
export function worstLags(progress: VersionProgress): readonly Lag[] {
  return progress.nodes.map((_node, index) => {
    const lags = progress.moments.map((_moment, moment) => lagOf(progress, moment, index))
    return {
      versions: Math.max(...lags.map(({ versions }) => versions)),
      ms: Math.max(...lags.map(({ ms }) => ms)),
    }
  })
}
