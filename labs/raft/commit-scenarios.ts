/** Scripts of rare schedules in which a leader may take for committed what is not. */
import type { NemesisStep, Scenario } from '#core'
import { MS, SECOND } from '../shared-scenarios/units.ts'
import {
  askNodes,
  cast,
  clearStage,
  playScenario,
  STARTED_MICROS,
  setStage,
} from './log-scenarios.ts'

type Five = readonly [string, string, string, string, string]

function five(seed: number): Five {
  return cast(seed, 5) as unknown as Five
}

/**
 * Figure 8 of the Raft paper. One leads and stores an entry on two of five; five leads with
 * another entry of its own; one leads again and brings its old entry to a majority, which is
 * no commit yet: five can still be elected, by the others, and replace it.
 */
export function figureEight(id: string, seed: number): Scenario {
  const [one, two, three, four, last] = five(seed)
  // In every third run the leader gets something new while the old entry is under way.
  const later = { node: one, fromMicros: 2_900 * MS, count: 80, everyMicros: 9 * MS }
  return playScenario({
    id,
    nodeCount: 5,
    nemesis: [
      ...setStage(5, { at: 0, leader: one, followers: [two, three, four, last] }),
      ...setStage(5, { at: 1_200 * MS, leader: one, followers: [two] }),
      ...setStage(5, { at: 1_350 * MS, leader: last, followers: [three, four] }),
      ...setStage(5, { at: 2_450 * MS, leader: last, followers: [] }),
      ...setStage(5, { at: 2_600 * MS, leader: one, followers: [two, three] }),
      ...setStage(5, { at: 3_900 * MS, leader: last, followers: [two, three, four] }),
      clearStage(5_100 * MS),
    ],
    asked: askNodes(5, [
      { node: one, fromMicros: STARTED_MICROS, count: 2 },
      { node: one, fromMicros: 1_210 * MS, count: 2 },
      { node: last, fromMicros: 2_460 * MS, count: 2 },
      ...(seed % 3 === 0 ? [later] : []),
      { node: last, fromMicros: 4_800 * MS, count: 2 },
    ]),
    safetyMicros: 5_200 * MS,
  })
}

/** How the first leader hears of the copy that is later replaced: at once, or much too late. */
export type OldAnswer = 'in-time' | 'late'

/**
 * A leader knows of a copy, or is about to hear of it; another leader replaces that copy; the
 * first leads again, in a newer term. What it learned in its first term is worth nothing now:
 * counting on it makes two copies look like three.
 */
export function replacedCopy(id: string, seed: number, answer: OldAnswer): Scenario {
  const [one, two, three, four, last] = five(seed)
  const ends = { from: [two], to: [one] }
  const late: readonly NemesisStep[] = [
    { at: 1_190 * MS, fault: { kind: 'clog', ...ends } },
    { at: 5_350 * MS, fault: { kind: 'unclog', ...ends } },
  ]
  const stages = [
    ...setStage(5, { at: 0, leader: one, followers: [two, three, four, last] }),
    ...setStage(5, { at: 1_200 * MS, leader: one, followers: [two] }),
    ...setStage(5, { at: 1_450 * MS, leader: three, followers: [four, last] }),
    // The third replaces what the first two have.
    ...setStage(5, { at: 2_900 * MS, leader: three, followers: [one, two, four, last] }),
    ...setStage(5, { at: 3_700 * MS, leader: one, followers: [four, last] }),
    ...setStage(5, { at: 5_200 * MS, leader: one, followers: [four] }),
    clearStage(5_600 * MS),
  ]
  return playScenario({
    id,
    nodeCount: 5,
    nemesis: answer === 'late' ? [...stages, ...late].sort((a, b) => a.at - b.at) : stages,
    asked: askNodes(5, [
      { node: one, fromMicros: STARTED_MICROS, count: 3 },
      { node: one, fromMicros: 1_210 * MS, count: 4 },
      { node: three, fromMicros: 2_600 * MS, count: 1 },
      // More of them than were replaced, so that they reach the indexes that it remembers.
      { node: one, fromMicros: 5_215 * MS, count: 4, everyMicros: 31 * MS },
    ]),
    safetyMicros: 5_700 * MS,
  })
}

/** A leader and one follower of five are cut off and asked for commands: two are no majority. */
export function twoOfFive(id: string, seed: number): Scenario {
  const [one, two, three, four, last] = five(seed)
  return playScenario({
    id,
    nodeCount: 5,
    nemesis: [
      ...setStage(5, { at: 0, leader: one, followers: [two, three, four, last] }),
      ...setStage(5, { at: 1_100 * MS, leader: one, followers: [two] }),
      ...setStage(5, { at: 1_500 * MS, leader: three, followers: [four, last] }),
      clearStage(3 * SECOND),
    ],
    asked: askNodes(5, [
      { node: one, fromMicros: STARTED_MICROS, count: 3 },
      { node: one, fromMicros: 1_110 * MS, count: 4 },
      { node: three, fromMicros: 2_500 * MS, count: 4 },
    ]),
    safetyMicros: 3_500 * MS,
  })
}
