/** The checker that a lesson builds agrees with core's, and its memory is worth having. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkLinearizable, findModel, type History, present } from '#core'
import { check, type Operation } from '../../content/lessons/build-a-checker/tiny-checker.ts'

const INITIAL = 0

const operation: fc.Arbitrary<Operation> = fc
  .record({
    kind: fc.constantFrom('read' as const, 'write' as const),
    value: fc.integer({ min: 0, max: 2 }),
    from: fc.integer({ min: 0, max: 8 }),
    length: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 6 }),
  })
  .map(({ length, from, ...rest }) => ({
    ...rest,
    from,
    to: length === null ? null : from + length,
  }))

function historyOf(operations: readonly Operation[]): History {
  const inOrder = [...operations].sort((a, b) => a.from - b.from)
  return {
    operations: inOrder.map(({ kind, value, from, to }, id) => ({
      id,
      process: `c${id}`,
      f: kind,
      key: '',
      input: kind === 'write' ? value : null,
      output: kind === 'read' && to !== null ? value : null,
      call: from,
      return: to,
      outcome: to === null ? 'info' : 'ok',
    })),
  }
}

describe('the checker of the lesson', () => {
  it('agrees with the one that grades, with and without its memory', () => {
    const model = present(findModel('register'), 'core has registers').make(INITIAL)
    const verdicts = { pass: 0, fail: 0 }
    const agrees = (operations: readonly Operation[]) => {
      const { verdict } = checkLinearizable(historyOf(operations), model, { stepsMax: 1_000_000 })
      if (verdict !== 'unknown') verdicts[verdict] += 1
      for (const remembers of [true, false]) {
        const { isLinearizable } = check(operations, { initial: INITIAL, remembers })
        expect(isLinearizable ? 'pass' : 'fail').toBe(verdict)
      }
    }
    fc.assert(fc.property(fc.array(operation, { maxLength: 6 }), agrees), { numRuns: 2_000 })
    expect(Math.min(verdicts.pass, verdicts.fail)).toBeGreaterThan(100)
  })

  it('needs far fewer tries with it', () => {
    const writes = Array.from({ length: 7 }, (_, value): Operation => {
      return { kind: 'write', value: value + 1, from: 0, to: 10 }
    })
    const impossible: Operation = { kind: 'read', value: 99, from: 11, to: 12 }
    const tried = (remembers: boolean) =>
      check([...writes, impossible], { initial: INITIAL, remembers }).tried
    // Every order of some of the writes; every set of them with each of its last values.
    expect(tried(false)).toBe(13_700)
    expect(tried(true)).toBe(1 + 7 * 2 ** 6)
  })
})
