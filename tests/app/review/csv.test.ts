/** CSV that goes out comes in again, whatever is in it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv, writeCsv } from '#app/_review/csv.ts'
import { logFromCsv, logToCsv } from '#app/_review/log-csv.ts'
import { answer } from './some-cards.ts'

const cells = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'é') })
const rows = fc.array(
  fc.array(cells, { minLength: 2, maxLength: 4 }).filter((row) => row.some((cell) => cell !== '')),
)

describe('CSV', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(rows, (table) => {
        expect(readCsv(writeCsv(table))).toEqual(table)
      }),
    )
  })

  it('is read as spreadsheets write it', () => {
    expect(readCsv('\uFEFFa,b\n"1,5","say ""yes"""\n\n2,')).toEqual([
      ['a', 'b'],
      ['1,5', 'say "yes"'],
      ['2', ''],
    ])
    expect(() => readCsv('a,b\nx"y,z\n')).toThrow(/^Line 2 /)
  })
})

describe('the log as CSV', () => {
  it('names the line and the field that cannot be read', () => {
    const id = '00000000-0000-4000-8000-000000000001'
    const csv = logToCsv([{ ...answer(id), at: '2026-11-21T12:00:00.000Z' }])
    expect(logFromCsv(csv)).toEqual([
      { ...answer(id), at: '2026-11-21T12:00:00.000Z', confidence: undefined },
    ])
    expect(() => logFromCsv(csv.replace(id, 'x'))).toThrow('Line 2: id must be a UUID.')
    expect(() => logFromCsv(csv.replace('question/', ''))).toThrow('Line 2: card must look like')
    expect(() => logFromCsv('id,card\n')).toThrow('must name the columns')
  })
})
