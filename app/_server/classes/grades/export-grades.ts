/** The gradebook as a file. What staff do not see on their screen is in no file either. */
import 'server-only'
import { stringify } from 'csv-stringify/sync'
import writeWorkbook, { type SheetData } from 'write-excel-file/node'
import {
  breakdownRows,
  canvasRows,
  type ExportRow,
  type GradesToExport,
  gradebookRows,
} from '../../../_classes/grades/export-rows.ts'
import { withReason } from '../../../_classes/grades/with-reason.ts'
import { listSections } from '../sections.ts'
import { readShownNames } from '../shown-names.ts'
import { readGradebook } from './gradebook.ts'

export type GradeFormat = 'csv' | 'canvas' | 'xlsx'

const TYPES: Readonly<Record<GradeFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  canvas: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
const NAMES: Readonly<Record<GradeFormat, string>> = {
  csv: 'grades.csv',
  canvas: 'grades-canvas.csv',
  xlsx: 'grades.xlsx',
}

/** All grades of a class, released or not; the caller has asked whether the reader may. */
export async function exportGrades(classId: string, format: GradeFormat): Promise<Response> {
  const grades = await readGradesToExport(classId)
  return new Response(await bytesOf(grades, format), {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="${NAMES[format]}"`,
      'cache-control': 'no-store',
    },
  })
}

async function readGradesToExport(classId: string): Promise<GradesToExport> {
  const [book, sections, names] = await Promise.all([
    readGradebook(classId, new Date()),
    listSections(classId),
    readShownNames(classId),
  ])
  const nameOfSection = new Map(sections.map(({ id, name }) => [id, name]))
  const learners = book.learners.map(({ sectionId, email, ...rest }) => ({
    ...rest,
    grades: rest.grades.map((grade) => withReason(grade, names.textOf)),
    name: names.nameOf(rest),
    email: names.areHidden ? '' : email,
    section: nameOfSection.get(sectionId ?? '') ?? '',
  }))
  return { assignments: book.assignments, learners }
}

async function bytesOf(
  grades: GradesToExport,
  format: GradeFormat,
): Promise<string | Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'csv':
      // The mark at the front tells Excel that it is UTF-8.
      return csvText(gradebookRows(grades), { bom: true })
    case 'canvas':
      return csvText(canvasRows(grades), { bom: false })
    case 'xlsx':
      return new Uint8Array(
        await writeWorkbook([
          { sheet: 'Grades', data: sheetOf(gradebookRows(grades)), stickyRowsCount: 2 },
          { sheet: 'What they are made of', data: sheetOf(breakdownRows(grades)) },
        ]).toBuffer(),
      )
  }
}

function csvText(rows: readonly ExportRow[], { bom }: { readonly bom: boolean }): string {
  return stringify(
    rows.map((row) => [...row]),
    { bom, record_delimiter: 'windows' },
  )
}

/** Texts are typed as texts, so that none of them can be a formula. */
function sheetOf(rows: readonly ExportRow[]): SheetData {
  return rows.map((row, at) =>
    row.map((value) => {
      if (value === '') return null
      const cell = typeof value === 'number' ? { value, type: Number } : { value, type: String }
      return at === 0 ? { ...cell, fontWeight: 'bold' as const } : cell
    }),
  )
}
