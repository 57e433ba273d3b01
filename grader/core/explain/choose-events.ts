/**
 * Chooses the events of a story, at most five: what broke, what its violation names, what
 * the wording of the property asks for, and the faults and causes that explain it.
 */
import type { Violation } from '../check/claim.ts'
import type { EventId, TraceEvent } from '../trace/event.ts'
import { faultsIn } from './faults.ts'
import type { Scene } from './scene.ts'
import { isFirstStart } from './wording/witnesses.ts'
import type { Wording } from './wording/wording.ts'

/** As many as a person reads at one go. */
export const STEPS_MAX = 5
/** Faults that a story names beside those that its wording asked for. */
const FAULTS_MAX = 2
/** A story this long needs no cause to be looked for. */
const STEPS_ENOUGH = 3

/** Ids of the chosen events, in order of time. */
export function chooseEvents(
  scene: Scene,
  wording: Wording,
  violation: Violation,
): readonly EventId[] {
  const chosen = new Set<EventId>()
  const add = (id: EventId) => {
    const isTold = id <= violation.event && scene.event(id) !== undefined
    if (isTold && chosen.size < STEPS_MAX) chosen.add(id)
  }
  add(violation.event)
  for (const id of violation.related) add(id)
  for (const id of wording.witnesses?.(violation, scene) ?? []) add(id)
  if (wording.isFaultless !== true) {
    for (const id of faultsAround(scene, violation, chosen).slice(0, FAULTS_MAX)) add(id)
  }
  for (const { id } of causesOf(scene, violation.event)) {
    if (chosen.size < STEPS_ENOUGH) add(id)
  }
  return [...chosen].toSorted((a, b) => a - b)
}

/** Faults since the first event of the story, or since what led to its only event. */
function faultsAround(
  scene: Scene,
  violation: Violation,
  chosen: ReadonlySet<EventId>,
): readonly EventId[] {
  const causes = causesOf(scene, violation.event).map(({ id }) => id)
  const from = Math.min(violation.event, ...chosen, ...(chosen.size > 1 ? [] : causes))
  return faultsIn(scene, { nodes: violation.nodes, from, to: violation.event }).filter(
    (id) => !chosen.has(id),
  )
}

/** What led to an event, nearest first; that a timer was set or the run began says nothing. */
function causesOf(scene: Scene, id: EventId): readonly TraceEvent[] {
  const event = scene.event(id)
  if (event === undefined) return []
  return scene.causesOf(event).filter((cause) => cause.kind !== 'set-timer' && !isFirstStart(cause))
}
