/**
 * Places a system in the quadrants of PACELC by running it (Abadi 2012): with the network cut,
 * and whole with two distances between the nodes.
 */

import { allAnswered, latencyMs, operationsOf } from '#content/figures/operations.ts'
import { judgeLinearizable } from '#content/figures/register-judgement.ts'
import type { Exhibit, Placement } from '#content/schema/figure-measured.ts'
import type { Trace } from '#core'
import { simulate } from '../simulate.ts'

export interface Placed {
  readonly exhibit: Exhibit
  readonly placement: Placement
  /** What was seen, in sentences. */
  readonly seen: readonly string[]
}

/** The distances between nodes of which latency is compared, in milliseconds. */
const NEAR_MS = 40
const FAR_MS = 120

/** @throws Error when a run during a cut was linearizable and answered everything */
export function placeExhibit(exhibit: Exhibit): Placed {
  const run = (isCut: boolean, rttMs: number) =>
    simulate(exhibit.node, exhibit.scenario({ isCut, rttMs }), exhibit.seed).trace
  const cut = run(true, NEAR_MS)
  const near = run(false, NEAR_MS)
  const far = run(false, FAR_MS)
  const duringCut = partitionOf(exhibit, cut)
  const whole = otherwiseOf(exhibit, near, far)
  return {
    exhibit,
    placement: { partition: duringCut.found, otherwise: whole.found },
    seen: [duringCut.seen, whole.seen],
  }
}

function partitionOf({ name, initial }: Exhibit, trace: Trace) {
  const isConsistent = judgeLinearizable(trace, initial).holds
  const isAvailable = allAnswered(operationsOf(trace))
  if (isConsistent && isAvailable) {
    throw new Error(`${name}: the run with a cut tells nothing, nothing was lost in it`)
  }
  const found: Placement['partition'] = isConsistent ? 'C' : isAvailable ? 'A' : 'neither'
  const seen = `During the cut ${isAvailable ? 'everybody was answered' : 'somebody was not answered, or got an error'}, and the history was ${isConsistent ? '' : 'not '}linearizable.`
  return { found, seen }
}

function otherwiseOf({ initial }: Exhibit, near: Trace, far: Trace) {
  const isConsistent = [near, far].every((trace) => judgeLinearizable(trace, initial).holds)
  const [nearMs, farMs] = [slowestMs(near), slowestMs(far)]
  const isLocal = farMs <= nearMs
  const found: Placement['otherwise'] = isConsistent ? 'C' : isLocal ? 'L' : 'neither'
  const seen = `On a whole network the slowest operation took ${nearMs} ms over ${NEAR_MS} ms round trips and ${farMs} ms over ${FAR_MS} ms, and the history was ${isConsistent ? '' : 'not '}linearizable.`
  return { found, seen }
}

function slowestMs(trace: Trace): number {
  return Math.max(...operationsOf(trace).map((operation) => latencyMs(operation) ?? 0))
}

/** `PA/EL`, or in words where a letter is missing. */
export function placementText({ partition, otherwise }: Placement): string {
  const during = partition === 'neither' ? 'P–' : `P${partition}`
  const whole = otherwise === 'neither' ? 'E–' : `E${otherwise}`
  return `${during}/${whole}`
}
