/**
 * Reads a roster out of the text of a spreadsheet: a line for each learner with e-mail address,
 * name and section. Lines that cannot be used are named one by one, and the rest can be.
 */
import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'

export interface RosterLine {
  /** In the file, from 1. */
  readonly line: number
  /** In small letters. */
  readonly email: string
  readonly name: string
  /** Empty for none. */
  readonly section: string
}

export interface RosterProblem {
  readonly line: number
  readonly message: string
}

export interface ParsedRoster {
  readonly lines: readonly RosterLine[]
  readonly problems: readonly RosterProblem[]
}

/** More than any lecture hall holds, and few enough for one transaction. */
const ROSTER_LINES_MAX = 2_000
const TEXT_LENGTH_MAX = 120

const email = z.email()

/** Heads of columns as schools write them; everything is compared in small letters. */
const COLUMNS = {
  email: ['e-mail', 'email', 'e-mail address', 'email address', 'mail', 'sis login id'],
  name: ['name', 'full name', 'student', 'learner', 'student name'],
  given: ['first name', 'given name', 'firstname'],
  family: ['last name', 'family name', 'surname', 'lastname'],
  section: ['section', 'group', 'sections'],
} as const

type Column = keyof typeof COLUMNS
type Columns = Readonly<Partial<Record<Column, number>>>

interface Row {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** Reads the text; separators may be commas, semicolons or tabs. */
export function parseRoster(text: string): ParsedRoster {
  const read = readRows(text)
  if ('problem' in read) return { lines: [], problems: [read.problem] }
  const [first, ...rest] = read.rows
  if (first === undefined) return wrong(1, 'The roster is empty: give a line for each learner.')
  const heads = columnsOf(first.record)
  // Without heads the order is e-mail, name, section.
  const hasHeads = !first.record.some((cell) => email.safeParse(cell.trim()).success)
  if (hasHeads && heads.email === undefined) {
    return wrong(
      1,
      'No column is called “e-mail”: name the columns in the first line, e-mail, name and section.',
    )
  }
  const rows = hasHeads ? rest : read.rows
  if (rows.length > ROSTER_LINES_MAX) {
    return wrong(
      1,
      `The roster has ${rows.length} lines: import ${ROSTER_LINES_MAX} at most at a time.`,
    )
  }
  return readLines(rows, hasHeads ? heads : { email: 0, name: 1, section: 2 })
}

function wrong(line: number, message: string): ParsedRoster {
  return { lines: [], problems: [{ line, message }] }
}

function readRows(
  text: string,
): { readonly rows: readonly Row[] } | { readonly problem: RosterProblem } {
  try {
    const rows = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as Row[]
    return { rows }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1
    return {
      problem: {
        line,
        message:
          'A quotation mark is opened or closed in the wrong place: quotes go around a whole cell.',
      },
    }
  }
}

/** The separator that occurs most in the first line. */
function delimiterOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1)
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: line.split(mark).length }))
  return counts.toSorted((a, b) => b.count - a.count)[0]?.mark ?? ','
}

function columnsOf(heads: readonly string[]): Columns {
  const known = heads.map((head) => head.trim().toLowerCase())
  const found = (Object.keys(COLUMNS) as Column[]).flatMap((column) => {
    const at = known.findIndex((head) => (COLUMNS[column] as readonly string[]).includes(head))
    return at < 0 ? [] : [[column, at] as const]
  })
  return Object.fromEntries(found)
}

function readLines(rows: readonly Row[], columns: Columns): ParsedRoster {
  const lines: RosterLine[] = []
  const problems: RosterProblem[] = []
  const firstOf = new Map<string, number>()
  for (const { record, info } of rows) {
    const read = readLine(record, columns, info.lines)
    const earlier = read.kind === 'line' ? firstOf.get(read.line.email) : undefined
    if (read.kind === 'problem') problems.push(read.problem)
    else if (earlier !== undefined) {
      problems.push({
        line: info.lines,
        message: `${read.line.email} is in line ${earlier} already.`,
      })
    } else {
      firstOf.set(read.line.email, info.lines)
      lines.push(read.line)
    }
  }
  return { lines, problems }
}

type ReadLine =
  | { readonly kind: 'line'; readonly line: RosterLine }
  | { readonly kind: 'problem'; readonly problem: RosterProblem }

function readLine(record: readonly string[], columns: Columns, line: number): ReadLine {
  const cell = (column: Column) => (record[columns[column] ?? -1] ?? '').replaceAll('\0', '').trim()
  const address = cell('email').toLowerCase()
  const problem = (message: string): ReadLine => ({ kind: 'problem', problem: { line, message } })
  if (address === '') return problem('The e-mail address is missing.')
  if (!email.safeParse(address).success) {
    return problem(`“${address.slice(0, TEXT_LENGTH_MAX)}” is not an e-mail address.`)
  }
  const name = cell('name') || [cell('given'), cell('family')].filter(Boolean).join(' ')
  const section = cell('section')
  if (Math.max(name.length, section.length, address.length) > TEXT_LENGTH_MAX) {
    return problem(`A cell has more than ${TEXT_LENGTH_MAX} characters.`)
  }
  return { kind: 'line', line: { line, email: address, name: name || address, section } }
}
