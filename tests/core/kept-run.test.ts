/** Runs as they are kept: what is written is read back, and damaged bytes are refused. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decodeKeptRun,
  type EventLine,
  encodeCompact,
  encodeKeptRun,
  runScenario,
  TraceFormatError,
} from '#core'
import { scenarios } from './gossip.ts'

const places = fc
  .array(
    fc.record({
      ahead: fc.nat({ max: 50 }),
      line: fc.integer({ min: 1, max: 5_000 }),
      column: fc.integer({ min: 1, max: 500 }),
      field: fc.option(fc.string({ unit: 'binary', maxLength: 20 }), { nil: undefined }),
    }),
    { maxLength: 60 },
  )
  .map((rows) => {
    let event = 0
    return rows.map(({ ahead, line, column, field }): EventLine => {
      event += ahead
      return { event, line, column, ...(field === undefined ? {} : { field }) }
    })
  })

const runs = scenarios.map(({ scenario, seed, host }) => {
  const { trace } = runScenario({ scenario, seed, claims: [], host: host(), keepTrace: true })
  if (trace === undefined) throw new Error('it was asked for')
  return trace
})

describe('a kept run', () => {
  test('is read back as it was', () => {
    fc.assert(
      fc.property(runs, places, (trace, lines) => {
        expect(decodeKeptRun(encodeKeptRun(encodeCompact(trace), lines))).toEqual({ trace, lines })
      }),
      { numRuns: 50 },
    )
  })

  test('that is damaged or cut is refused, or read as some run, and nothing else happens', () => {
    fc.assert(
      fc.property(runs, places, fc.nat(), fc.nat({ max: 255 }), (trace, lines, where, byte) => {
        const bytes = encodeKeptRun(encodeCompact(trace), lines)
        const damaged = bytes.slice()
        damaged[where % bytes.length] = byte
        for (const tried of [damaged, bytes.slice(0, where % bytes.length)]) {
          try {
            decodeKeptRun(tried)
          } catch (error) {
            expect(error).toBeInstanceOf(TraceFormatError)
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  test('of another version says so', () => {
    expect(() => decodeKeptRun(new Uint8Array([9, 0]))).toThrow('version 9')
  })
})
