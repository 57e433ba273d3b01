/** What is written can be read back, and no text makes a reader stumble. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  HISTORY_FORMATS,
  type History,
  HistoryFormatError,
  readHistory,
  validateHistory,
  writeJepsenEdn,
  writeJsonLines,
} from '#core'
import { arbitraryHistory } from './arbitrary-history.ts'

const RUNS = Math.ceil(300 * Number(process.env.NETSPLIT_FUZZ ?? 1))
const DATA = 'tests/data/histories'
const FILES = readdirSync(DATA, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.jsonl'),
)

describe('what is written is read back', () => {
  test('as JSON lines', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        expect(readHistory(writeJsonLines(history), { format: 'json-lines' }).history).toEqual(
          history,
        )
      }),
      { numRuns: RUNS },
    )
  })

  test('as EDN of Jepsen', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        const options = { format: 'jepsen-edn', keying: 'fields' } as const
        expect(readHistory(writeJepsenEdn(history), options).history).toEqual(history)
      }),
      { numRuns: RUNS },
    )
  })

  test('the histories of the generator are valid, and of every outcome', () => {
    const outcomes = new Map<string, number>()
    for (const history of fc.sample(arbitraryHistory, { numRuns: 1_000, seed: 1 })) {
      expect(validateHistory(history)).toEqual([])
      for (const { outcome } of history.operations) {
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
      }
    }
    for (const outcome of ['ok', 'fail', 'info']) {
      expect(outcomes.get(outcome)).toBeGreaterThan(100)
    }
  })
})

describe('public histories', () => {
  test('are there', () => {
    expect(FILES.length).toBe(63)
  })

  test.each(FILES)('%s is read, and written byte for byte as it was', (name) => {
    const text = readFileSync(join(DATA, name), 'utf8')
    const { history, format } = readHistory(text)
    expect(format).toBe('json-lines')
    expect(writeJsonLines(history)).toBe(text)
  })

  test.each(FILES)('%s goes through EDN with the same order of calls and returns', (name) => {
    const { history } = readHistory(readFileSync(join(DATA, name), 'utf8'))
    const { history: again, format } = readHistory(writeJepsenEdn(history))
    expect(format).toBe('jepsen-edn')
    expect(again).toEqual(ranked(history))
  })
})

/** The same history with its calls and returns counted from 0. */
function ranked({ operations }: History): History {
  const times = operations.flatMap(({ call, return: end }) => (end === null ? [call] : [call, end]))
  const rankOf = new Map(times.toSorted((a, b) => a - b).map((time, rank) => [time, rank]))
  return {
    operations: operations.map((operation) => ({
      ...operation,
      call: rankOf.get(operation.call) ?? -1,
      return: operation.return === null ? null : (rankOf.get(operation.return) ?? -1),
    })),
  }
}

describe('closed intervals', () => {
  test('that touch overlap in EDN too', () => {
    const line = (process: number, call: number, end: number) =>
      JSON.stringify({ process, f: 'read', call, return: end, type: 'ok' })
    const touching = readHistory([line(0, 1, 5), line(1, 5, 9)].join('\n')).history
    const [first, second] = readHistory(writeJepsenEdn(touching)).history.operations
    expect(second?.call).toBeLessThan(first?.return ?? 0)
  })
})

describe('no text makes a reader stumble', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom('{', '}', '[', ']', '(', ')', '#', '#_', '^', '"', '\\', ',', ':', ';', '\n'),
      fc.constantFrom(':process 0', ':type :invoke', ':type :ok', ':f :read', ':value', 'nil', '1'),
      fc.constantFrom(
        '"process":0',
        '"type":"ok"',
        '"call":0',
        '"f":"read"',
        '"return":1',
        '1e999',
      ),
      fc.constantFrom(
        'jepsen.util - 0\t:invoke\t:cas\t',
        '[1 2]',
        ':timed-out',
        '\u0000',
        '\uD800',
      ),
    ),
    { maxLength: 30 },
  )

  test.each(HISTORY_FORMATS)('read as %s it is a history, or an error with its place', (format) => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('')
        try {
          const { history, lines } = readHistory(text, { format })
          expect(validateHistory(history)).toEqual([])
          expect(lines.length).toBe(history.operations.length)
        } catch (thrown) {
          if (!(thrown instanceof HistoryFormatError)) throw thrown
          const { line, column } = thrown
          const found = text.split('\n')[line - 1]
          expect(found).toBeDefined()
          expect(column).toBeGreaterThanOrEqual(1)
          expect(column).toBeLessThanOrEqual((found ?? '').length + 1)
        }
      }),
      { numRuns: RUNS * 3 },
    )
  })

  test('nor does a good history with something cut out of it', () => {
    const cut = fc.tuple(arbitraryHistory, fc.nat(), fc.nat({ max: 20 }), fc.boolean())
    fc.assert(
      fc.property(cut, ([history, at, length, isEdn]) => {
        const text = isEdn ? writeJepsenEdn(history) : writeJsonLines(history)
        const start = text.length === 0 ? 0 : at % text.length
        try {
          readHistory(text.slice(0, start) + text.slice(start + length))
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(HistoryFormatError)
        }
      }),
      { numRuns: RUNS },
    )
  })
})
