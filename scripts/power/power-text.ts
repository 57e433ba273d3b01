/** The reports of `npm run power` as lines of text, and as a page. */
import { percentile } from '#core'
import type { Caught, MutantReport } from './catch-mutant.ts'
import { type StepCorpus, stepIdOf } from './lab-corpus.ts'
import type { CorrectReport } from './try-correct.ts'

export interface StepReport {
  readonly corpus: StepCorpus
  readonly mutants: readonly MutantReport[]
  readonly correct: readonly CorrectReport[]
}

/** A mutant is caught when this share of submissions names its claim. */
const SHARE_WANTED = 0.95

/** True when nearly every submission catches it by the claim that it breaks. */
export function isCaught({ caught, submissions }: MutantReport): boolean {
  return caught.length >= SHARE_WANTED * submissions
}

interface Row {
  readonly id: string
  readonly claim: string
  readonly share: string
  readonly by: string
  readonly seeds: string
  readonly cpu: string
  readonly shrunk: string
  readonly title: string
}

const HEAD: Row = {
  id: 'mutant',
  claim: 'breaks',
  share: 'caught',
  by: 'by check',
  seeds: 'seeds',
  cpu: 'CPU ms',
  shrunk: 'shrunk',
  title: 'what it does',
}

const WIDTHS: Readonly<Record<keyof Row, number>> = {
  id: 6,
  claim: 27,
  share: 7,
  by: 26,
  seeds: 6,
  cpu: 7,
  shrunk: 15,
  title: 0,
}

const COLUMNS = Object.keys(WIDTHS) as readonly (keyof Row)[]

/** The line above the lines of mutants. */
export function headLine(): string {
  return lineOf(HEAD)
}

/** One mutant on a line; what the checks said instead, where they missed it. */
export function mutantLine(report: MutantReport): string {
  return lineOf(rowOf(report))
}

function lineOf(row: Row): string {
  return `  ${COLUMNS.map((name) => row[name].padEnd(WIDTHS[name])).join(' ')}`.trimEnd()
}

function rowOf(report: MutantReport): Row {
  const { mutant, caught, submissions, shrunk, otherReasons } = report
  const missed = isCaught(report) ? '' : ` — MISSED: ${otherReasons.join('; ') || 'all passed'}`
  return {
    id: mutant.id,
    claim: mutant.breaks,
    share: `${caught.length}/${submissions}`,
    by: mostOften(caught.map(({ checkId }) => checkId)),
    seeds: medianText(caught.map(({ seeds }) => seeds)),
    cpu: medianText(caught.map(({ cpuMs }) => cpuMs)),
    shrunk: shrunk === undefined ? '-' : `${shrunk.events} ev, ${shrunk.faults} f`,
    title: mutant.title + missed,
  }
}

/** All correct solutions of a step on a line, and a line for each false alarm. */
export function correctLines(correct: readonly CorrectReport[]): readonly string[] {
  const seeds = sum(correct.map((one) => one.seeds))
  const [reference] = correct
  const visible = Math.round(reference?.visibleCpuMs ?? 0)
  const hidden = Math.round(reference?.hiddenCpuMs ?? 0)
  return [
    `  ${correct.length} correct solutions, ${seeds} seeds; ` +
      `a full grade of the reference takes ${visible} + ${hidden} ms (visible + hidden)`,
    ...correct.flatMap(({ name, falseAlarms }) =>
      falseAlarms.map((alarm) => `  FALSE ALARM ${name}: ${alarm}`),
    ),
  ]
}

/** The last line. */
export function totalLine(reports: readonly StepReport[]): string {
  const mutants = reports.flatMap((report) => report.mutants)
  const correct = reports.flatMap((report) => report.correct)
  const alarms = correct.flatMap(({ falseAlarms }) => falseAlarms).length
  const seeds = sum(correct.map((one) => one.seeds))
  return (
    `power: ${mutants.filter(isCaught).length}/${mutants.length} caught, ` +
    `${alarms} false alarms in ${seeds} seeds of correct solutions`
  )
}

/** Everything as a Markdown page. */
export function powerPage(reports: readonly StepReport[]): string {
  const sections = reports.map(({ corpus, mutants, correct }) =>
    [
      `## ${stepIdOf(corpus)}: ${corpus.step.title}`,
      '',
      pageRow(HEAD),
      `|${COLUMNS.map(() => '---|').join('')}`,
      ...mutants.map((report) => pageRow(rowOf(report))),
      '',
      ...correctLines(correct).map((line) => `${line.trim()}.`),
    ].join('\n'),
  )
  return `# Power\n\n${totalLine(reports)}\n\n${sections.join('\n\n')}\n`
}

function pageRow(row: Row): string {
  return `| ${COLUMNS.map((name) => row[name].replaceAll('|', '\\|')).join(' | ')} |`
}

function mostOften(ids: readonly Caught['checkId'][]): string {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  const [first] = [...counts].sort(([, a], [, b]) => b - a)
  if (first === undefined) return '-'
  return counts.size === 1 ? first[0] : `${first[0]} +${counts.size - 1}`
}

function medianText(values: readonly number[]): string {
  const middle = percentile(values, 50)
  return middle === undefined ? '-' : String(Math.round(middle))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
