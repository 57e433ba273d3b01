/** How one learner stands with all of a class's work: a row of the grid. */
import { standingAt } from '../schedule.ts'
import { type Cell, cellOf } from './cell.ts'
import { factKey, type UnitOfLearner, type WorkFacts, type WorkUnit } from './work-unit.ts'

export interface Stuck {
  readonly unit: WorkUnit
  readonly since: Date
  readonly tries: number
}

export interface LearnerRow {
  /** In the order of the units. */
  readonly cells: readonly Cell[]
  readonly done: number
  /** Units that are closed and were not done. */
  readonly missing: number
  /** The piece of work on which they have been stuck longest. */
  readonly stuck: Stuck | undefined
  /** When they last finished a piece of work. */
  readonly progressAt: Date | undefined
  readonly lastAt: Date | undefined
  /** Since when nothing was finished although work was open; undefined when there is none. */
  readonly quietSince: Date | undefined
}

/** Whoever has open work and finished none for so long is asked after. */
const QUIET_MS = 48 * 3_600_000

interface Learner {
  readonly joinedAt: Date
  readonly units: readonly UnitOfLearner[]
  readonly facts: ReadonlyMap<string, WorkFacts>
}

export function learnerRow({ joinedAt, units, facts }: Learner, now: Date): LearnerRow {
  const of = (unit: WorkUnit) => facts.get(factKey(unit.kind, unit.target, unit.stepId))
  const cells = units.map(({ unit, schedule }) => cellOf(of(unit), schedule, now))
  const all = units.flatMap(({ unit }) => of(unit) ?? [])
  const progressAt = latest(all.map(({ doneAt }) => doneAt))
  const count = (...marks: readonly Cell['mark'][]) =>
    cells.filter(({ mark }) => marks.includes(mark)).length
  return {
    cells,
    done: count('done', 'done-late'),
    missing: count('missing'),
    stuck: longestStuck(units, cells),
    progressAt,
    lastAt: latest(all.map(({ lastAt }) => lastAt)),
    quietSince: quietSince({ joinedAt, units }, cells, progressAt, now),
  }
}

function longestStuck(units: readonly UnitOfLearner[], cells: readonly Cell[]): Stuck | undefined {
  const stuck = units.flatMap(({ unit }, index) => {
    const { stuckSince: since, tries = 0 } = cells[index] ?? {}
    return since === undefined ? [] : [{ unit, since, tries }]
  })
  return stuck.toSorted((a, b) => a.since.getTime() - b.since.getTime())[0]
}

/**
 * Nobody is quiet before there was anything to do: the clock begins with the last thing that was
 * finished, or when the earliest work that is still to do was open to them.
 */
function quietSince(
  { joinedAt, units }: Pick<Learner, 'joinedAt' | 'units'>,
  cells: readonly Cell[],
  progressAt: Date | undefined,
  now: Date,
): Date | undefined {
  const toDo = unitsToDo(units, cells, now)
  if (toDo.length === 0) return undefined
  const opened = new Date(Math.min(...toDo.map(({ schedule }) => schedule.opensAt.getTime())))
  return latest([progressAt, opened, joinedAt])
}

/** Work that is open to a learner, late included, and that they have not done. */
export function unitsToDo(
  units: readonly UnitOfLearner[],
  /** In the order of the units. */
  cells: readonly Cell[],
  now: Date,
): readonly UnitOfLearner[] {
  return units.filter(({ schedule }, index) => {
    const mark = cells[index]?.mark
    const { kind } = standingAt(schedule, now)
    return mark !== 'done' && mark !== 'done-late' && (kind === 'open' || kind === 'late')
  })
}

/** Whether somebody should be asked after. */
export function isQuiet({ quietSince: since }: Pick<LearnerRow, 'quietSince'>, now: Date): boolean {
  return since !== undefined && now.getTime() - since.getTime() >= QUIET_MS
}

/** The last of these instants; undefined when there is none. */
export function latest(dates: readonly (Date | undefined)[]): Date | undefined {
  return dates.reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a), undefined)
}
