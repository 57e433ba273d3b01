/**
 * What many histories of one system say about its level of consistency. A level that held in
 * all of them is not proved: no violation was found.
 */
import type { Classification } from './classify.ts'
import { LEVELS, type LevelId, strongestOf } from './levels.ts'

export interface LevelSummary {
  readonly level: LevelId
  /** In how many runs it held, was broken, and could not be decided. */
  readonly held: number
  readonly broken: number
  readonly undecided: number
  /** The first run that broke it, counted from 0. */
  readonly firstBroken: number | undefined
}

export interface LevelsSummary {
  readonly runs: number
  /** In the order of LEVELS; levels that no run was asked about are left out. */
  readonly perLevel: readonly LevelSummary[]
  /** Those that held in all runs, without those that they imply. */
  readonly strongest: readonly LevelId[]
  /** What may be said, one sentence for each level that is worth one. */
  readonly sentences: readonly string[]
}

/** Sums up the classifications of several runs of one system. */
export function summarise(classifications: readonly Classification[]): LevelsSummary {
  const runs = classifications.length
  const perLevel = LEVELS.map(({ id }) => summaryOf(id, classifications)).filter(
    ({ held, broken, undecided }) => held + broken + undecided > 0,
  )
  const strongest = strongestOf(
    perLevel.filter(({ held }) => held === runs).map(({ level }) => level),
  )
  return { runs, perLevel, strongest, sentences: sentencesOf(perLevel, strongest, runs) }
}

function summaryOf(level: LevelId, classifications: readonly Classification[]): LevelSummary {
  const verdicts = classifications.map(
    ({ perLevel }) => perLevel.find((each) => each.level === level)?.verdict.verdict,
  )
  const count = (wanted: string) => verdicts.filter((verdict) => verdict === wanted).length
  const firstBroken = verdicts.indexOf('fail')
  return {
    level,
    held: count('pass'),
    broken: count('fail'),
    undecided: count('unknown'),
    firstBroken: firstBroken < 0 ? undefined : firstBroken,
  }
}

function sentencesOf(
  perLevel: readonly LevelSummary[],
  strongest: readonly LevelId[],
  runs: number,
): string[] {
  if (runs === 0) return ['No run was judged.']
  const ofRuns = `${runs} ${runs === 1 ? 'run' : 'runs'}`
  return perLevel.flatMap(({ level, broken, undecided }) => {
    const name = LEVELS.find(({ id }) => id === level)?.name ?? level
    if (strongest.includes(level)) return [`${name}: no violation found in ${ofRuns}.`]
    if (broken > 0) return [`${name}: broken in ${broken} of ${ofRuns}.`]
    if (undecided > 0) return [`${name}: undecided in ${undecided} of ${ofRuns}.`]
    return []
  })
}
