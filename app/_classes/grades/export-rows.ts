/** A gradebook as rows of a file: texts that no spreadsheet runs, and points as numbers. */
import type { Grade, Total } from './grade.ts'
import { breakdownOf } from './grade-text.ts'
import { safeCell } from './safe-cell.ts'

export type ExportCell = string | number
export type ExportRow = readonly ExportCell[]

export interface GradesToExport {
  readonly assignments: readonly { readonly title: string; readonly points: number }[]
  readonly learners: readonly {
    readonly name: string
    readonly email: string
    /** Empty for none. */
    readonly section: string
    /** In the order of the assignments. */
    readonly grades: readonly Grade[]
    readonly total: Total
  }[]
}

/** A line for each learner. What has no grade yet is empty, which is no zero. */
export function gradebookRows({ assignments, learners }: GradesToExport): readonly ExportRow[] {
  const works = assignments.map(({ title }) => safeCell(title))
  const maxima = assignments.map((_, index) => maxOf(learners, assignments, index))
  return [
    ['Name', 'E-mail', 'Section', 'Total so far', 'Of', ...works],
    ['Points possible', '', '', '', sum(maxima), ...maxima],
    ...learners.map(({ name, email, section, grades, total }) => [
      safeCell(name),
      safeCell(email),
      safeCell(section),
      total.hundredths / 100,
      total.hundredthsMax / 100,
      ...grades.map(pointsOf),
    ]),
  ]
}

/**
 * What Canvas imports (instructure/canvas-lms, lib/gradebook_importer.rb): it finds a column's
 * assignment by the number in brackets, which only Canvas knows, or else by exactly this title;
 * learners by login, or else by name.
 */
export function canvasRows({ assignments, learners }: GradesToExport): readonly ExportRow[] {
  const titles = distinct(assignments.map(({ title }) => canvasTitle(title)))
  const maxima = assignments.map((_, index) => maxOf(learners, assignments, index))
  return [
    ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', ...titles],
    ['    Points Possible', '', '', '', '', ...maxima],
    ...learners.map(({ name, email, section, grades }) => [
      safeCell(name),
      '',
      '',
      safeCell(email),
      safeCell(section),
      ...grades.map(pointsOf),
    ]),
  ]
}

/** Each grade in words: a line for each learner and assignment. */
export function breakdownRows({ assignments, learners }: GradesToExport): readonly ExportRow[] {
  return [
    ['Name', 'E-mail', 'Assignment', 'Points', 'Of', 'What it is made of'],
    ...learners.flatMap(({ name, email, grades }) =>
      grades.map((grade, index) => [
        safeCell(name),
        safeCell(email),
        safeCell(assignments[index]?.title ?? ''),
        pointsOf(grade),
        grade.hundredthsMax / 100,
        grade.kind === 'none' ? 'no grade yet' : safeCell(breakdownOf(grade).join(' ')),
      ]),
    ),
  ]
}

function pointsOf({ kind, hundredths }: Grade): ExportCell {
  return kind === 'none' ? '' : hundredths / 100
}

/** The same for all learners of an assignment; what it is worth where there are none. */
function maxOf(
  learners: GradesToExport['learners'],
  assignments: GradesToExport['assignments'],
  index: number,
): number {
  const grade = learners[0]?.grades[index]
  return grade === undefined ? (assignments[index]?.points ?? 0) : grade.hundredthsMax / 100
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}

/** A number in brackets at the end would be taken for the id of some other assignment. */
function canvasTitle(title: string): string {
  return safeCell(title.replace(/\((\d+)\)\s*$/, '[$1]'))
}

/** Two columns of one title would be one assignment. */
function distinct(titles: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return titles.map((title) => {
    const count = (seen.get(title) ?? 0) + 1
    seen.set(title, count)
    return count === 1 ? title : `${title} – ${count}`
  })
}
