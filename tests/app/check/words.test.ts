/** The small texts of the page: excerpts, counts, names, sentences about verdicts. */
import { describe, expect, test } from 'vitest'
import { stepsText } from '#app/_ui/count-text.ts'
import { parseInitial } from '#app/check/_bench/initial-value.ts'
import { problemWithFile, sizeText, sourceOf } from '#app/check/_bench/source.ts'
import { verdictSentence } from '#app/check/_bench/verdict-sentence.ts'
import { excerptOf } from '#app/check/_worker/excerpt.ts'
import type { JudgedLevel } from '#app/check/_worker/judgement.ts'
import { withProcessNames } from '#app/check/_worker/process-names.ts'
import { type HistoryVerdict, readHistory } from '#core'

describe('an excerpt', () => {
  test('is the line, with the caret where the place is', () => {
    expect(excerptOf('a\nb cd\r\ne', 2, 3)).toEqual({ text: 'b cd', caret: 2 })
    expect(excerptOf('a\tb', 1, 3)).toEqual({ text: 'a b', caret: 2 })
    expect(excerptOf('abc', 1, 99)).toEqual({ text: 'abc', caret: 3 })
    expect(excerptOf('abc', 7, 1)).toEqual({ text: '', caret: 0 })
  })

  test('of a long line is cut on both sides of the place', () => {
    const line = `${'a'.repeat(100)}!${'b'.repeat(100)}`
    const { text, caret } = excerptOf(line, 1, 101)
    expect(text).toMatch(/^…a{40}!b{39}…$/)
    expect(text[caret]).toBe('!')
  })
})

test('steps are counted in words', () => {
  expect([0, 1, 999, 4_096, 123_456, 3_200_000].map(stepsText)).toEqual([
    '0 steps',
    '1 step',
    '999 steps',
    '4,096 steps',
    '123,456 steps',
    '3.2 million steps',
  ])
})

test('an initial value is JSON', () => {
  expect(parseInitial(' 0 ')).toEqual({ kind: 'value', value: 0 })
  expect(parseInitial('""')).toEqual({ kind: 'value', value: '' })
  expect(parseInitial('nil')).toEqual({
    kind: 'wrong',
    problem: '“nil” is no JSON: write null, a number, or text in quotes, such as "a".',
  })
  expect(parseInitial('')).toMatchObject({ problem: expect.stringMatching(/^An empty field is/) })
})

test('a large text stays out of the field, and a file that is too large out of the page', () => {
  expect(sourceOf('a.edn', 'short').kind).toBe('typed')
  expect(sourceOf('a.edn', 'x'.repeat(100_001))).toMatchObject({ kind: 'named', name: 'a.edn' })
  expect(problemWithFile({ name: 'a.edn', size: 20_000_000 })).toBeUndefined()
  expect(problemWithFile({ name: 'a.edn', size: 80_000_000 })).toBe(
    'a.edn has 80.0 MB; a history may have up to 20.0 MB. Keep a part of it, such as some keys.',
  )
  expect(sizeText(1_234)).toBe('1.2 kB')
})

test('numbers of processes get a letter, unless two would become one', () => {
  const named = (...processes: readonly string[]) => {
    const lines = processes.map((process, index) =>
      JSON.stringify({ process, f: 'read', call: 2 * index, return: 2 * index + 1, type: 'ok' }),
    )
    const { history } = readHistory(lines.join('\n'))
    return withProcessNames(history).operations.map(({ process }) => process)
  }
  expect(named('0', 'ann', '12')).toEqual(['p0', 'ann', 'p12'])
  expect(named('0', 'p0')).toEqual(['0', 'p0'])
})

describe('the verdict in a sentence', () => {
  const level = (id: string, verdict: HistoryVerdict['verdict']): JudgedLevel => ({
    id,
    name: id,
    promise: '',
    verdict:
      verdict === 'fail'
        ? { verdict, anomaly: { kind: '', message: '', operations: [], relations: [] } }
        : verdict === 'unknown'
          ? { verdict, why: '' }
          : { verdict },
    followsFrom: undefined,
    story: undefined,
  })
  const sentence = (strongest: readonly string[], ...levels: readonly JudgedLevel[]) =>
    verdictSentence({ levels, strongest, telling: undefined })

  test.each([
    [
      'Strongest level kept: PRAM and causal, of which neither implies the other. No violation found in 1 history, which is no proof: another run may show one.',
      sentence(['PRAM', 'Causal'], level('PRAM', 'pass'), level('Causal', 'pass')),
    ],
    [
      'Strongest level kept: causal. No violation found in 1 history, which is no proof: another run may show one. One level could not be decided.',
      sentence(['Causal'], level('Linearizable', 'unknown'), level('Causal', 'pass')),
    ],
    ['This history violates every level that was checked.', sentence([], level('a', 'fail'))],
    [
      'This history violates 1 of 3 levels. 2 levels could not be decided.',
      sentence([], level('a', 'fail'), level('b', 'unknown'), level('c', 'unknown')),
    ],
    [
      'Nothing could be decided about this history. One level could not be decided.',
      sentence([], level('a', 'unknown')),
    ],
  ])('%s', (expected, actual) => {
    expect(actual).toBe(expected)
  })

  test('never says that anything is proved', () => {
    expect(sentence(['a'], level('a', 'pass'))).not.toMatch(/prove[ds]?\b|correct|is linearizable/)
  })
})
