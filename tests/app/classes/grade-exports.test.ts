/** Gradebooks as files: nothing in them is a formula, and Canvas finds what it looks for. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  breakdownRows,
  canvasRows,
  type GradesToExport,
  gradebookRows,
} from '#app/_classes/grades/export-rows.ts'
import { type Grade, totalOf } from '#app/_classes/grades/grade.ts'
import { safeCell } from '#app/_classes/grades/safe-cell.ts'

const NONE: Grade = {
  kind: 'none',
  hundredths: 0,
  hundredthsMax: 1_000,
  units: [],
  hand: undefined,
  adjustment: undefined,
  shareRule: 'share',
  gradedAt: undefined,
}
const adjusted = (hundredths: number, reason: string): Grade => ({
  ...NONE,
  kind: 'graded',
  hundredths,
  adjustment: { kind: 'set', hundredths, reason, by: 'Ina', at: new Date(0) },
})

function book(name: string, titles: readonly string[], grades: readonly Grade[]): GradesToExport {
  const total = totalOf(grades)
  const learner = { name, email: 'ada@x.example', section: 'Monday', grades, total }
  return { assignments: titles.map((title) => ({ title, points: 10 })), learners: [learner] }
}

describe('a cell', () => {
  test.each([
    ['=cmd|’/c calc’!A0', "'=cmd|’/c calc’!A0"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "' =1"],
    ['＝1+1', "'＝1+1"],
    ['Ada = Lovelace', 'Ada = Lovelace'],
  ])('%j is %j', (text, safe) => expect(safeCell(text)).toBe(safe))

  test('of any text begins no formula and has no control character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(safeCell(text)).not.toMatch(/^\s*[=+\-@]/)
        expect(safeCell(text)).not.toMatch(/\p{Cc}/u)
      }),
    )
  })
})

describe('a gradebook', () => {
  test('leaves empty what has no grade yet', () => {
    const rows = gradebookRows(book('Ada', ['One', 'Two'], [adjusted(850, 'x'), NONE]))
    expect(rows).toEqual([
      ['Name', 'E-mail', 'Section', 'Total so far', 'Of', 'One', 'Two'],
      ['Points possible', '', '', '', 20, 10, 10],
      ['Ada', 'ada@x.example', 'Monday', 8.5, 10, 8.5, ''],
    ])
  })

  test('runs nothing that people called themselves, their work or their reasons', () => {
    const evil = '=HYPERLINK("http://x.example")'
    const given = book(evil, [evil], [adjusted(100, evil)])
    for (const rows of [gradebookRows(given), canvasRows(given), breakdownRows(given)]) {
      for (const cell of rows.flat()) expect(String(cell)).not.toMatch(/^=/)
    }
  })

  test('for Canvas has its columns, and titles that it cannot take for ids', () => {
    const titles = ['Week 1', 'Week 1', 'Week (2026)']
    const rows = canvasRows(book('Ada', titles, [adjusted(100, 'x'), NONE, NONE]))
    expect(rows).toEqual([
      [
        'Student',
        'ID',
        'SIS User ID',
        'SIS Login ID',
        'Section',
        'Week 1',
        'Week 1 – 2',
        'Week [2026]',
      ],
      ['    Points Possible', '', '', '', '', 10, 10, 10],
      ['Ada', '', '', 'ada@x.example', 'Monday', 1, '', ''],
    ])
  })

  test('tells in words what each grade is made of', () => {
    expect(breakdownRows(book('Ada', ['One'], [adjusted(850, 'Agreed.')]))[1]).toEqual([
      'Ada',
      'ada@x.example',
      'One',
      8.5,
      10,
      'Set to 8.5 by Ina: Agreed.',
    ])
  })
})
