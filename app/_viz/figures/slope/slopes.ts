/** Latency against the round trip between nodes, and the slope of that line. */

import { clientLinks } from '#content/figures/network.ts'
import { operationsOf } from '#content/figures/operations.ts'
import type { SlopeFigure } from '#content/schema/figure-measured.ts'
import { present } from '#core'
import { simulate } from '../simulate.ts'

export interface MeasuredSlope {
  readonly operation: string
  /** Latency in milliseconds by round trip, in their order. */
  readonly points: readonly { readonly rttMs: number; readonly latencyMs: number }[]
  /** Round trips that the operation waits for: the rise from the first point to the last. */
  readonly slope: number
}

/** @throws Error when the operation was not answered: it then has no latency */
export function measureSlope(figure: SlopeFigure, operation: string): MeasuredSlope {
  const points = figure.rttsMs.map((rttMs) => {
    const scenario = figure.scenario(operation, rttMs)
    // No way between a client and its node, so that only the way between nodes is measured.
    const links = clientLinks(scenario.clients, 0)
    const laid = { ...scenario, nemesis: [...links, ...scenario.nemesis] }
    const { trace } = simulate(figure.node, laid, figure.seed)
    const [measured] = operationsOf(trace)
    if (measured?.outcome !== 'ok' || measured.endedAt === undefined) {
      throw new Error(`${operation} was not answered with a round trip of ${rttMs} ms`)
    }
    return { rttMs, latencyMs: (measured.endedAt - measured.startedAt) / 1_000 }
  })
  const first = present(points[0], 'a test asks for two round trips or more')
  const last = present(points.at(-1), 'a test asks for two round trips or more')
  const slope = (last.latencyMs - first.latencyMs) / (last.rttMs - first.rttMs)
  return { operation, points, slope: Math.round(slope * 100) / 100 }
}
