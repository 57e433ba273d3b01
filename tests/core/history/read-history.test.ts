/** Reads hand-written recordings of every format, right ones and wrong ones. */
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { HistoryFormatError, readHistory } from '#core'
import { runScript, scriptsIn } from '../datadriven.ts'
import { runHistoryScript } from './history-script.ts'

describe('readers do what their scripts say', () => {
  for (const file of scriptsIn(join(import.meta.dirname, 'datadriven'))) {
    test(basename(file, '.txt'), () => {
      expect(runScript(file, runHistoryScript)).toEqual([])
    })
  }
})

const OPERATION = '{"process":0,"f":"read","call":0,"return":1,"type":"ok"}'

describe('a text', () => {
  test('may have the line breaks and the mark of Windows', () => {
    const text = `\uFEFF${OPERATION}\r\n{"process":1,"f":"read","call":2,"return":3,"type":"ok"}\r\n`
    expect(readHistory(text).lines).toEqual([1, 2])
  })

  test('may have fields that are called as nothing should be', () => {
    const text = OPERATION.replace('"f"', '"input":{"__proto__":[1]},"f"')
    const [operation] = readHistory(text).history.operations
    expect(JSON.stringify(operation?.input)).toBe('{"__proto__":[1]}')
    const edn = '{:process 0, :type :invoke, :f :write, :value {:__proto__ 1}}'
    const [fromEdn] = readHistory(edn).history.operations
    expect(JSON.stringify(fromEdn?.input)).toBe('{"__proto__":1}')
  })

  test.each([
    ['brackets', '['.repeat(100_000)],
    ['tags', '#a '.repeat(100_000)],
    ['discarded forms', '#_'.repeat(100_000)],
    ['metadata', '^'.repeat(100_000)],
  ])('of endless %s is refused, and does not exhaust the stack', (_what, text) => {
    const history = `{:process 0, :type :invoke, :f :write, :value ${text}`
    expect(() => readHistory(history)).toThrow('more than 200 nested brackets')
  })

  test('of endless JSON brackets is refused at the first of them that is too many', () => {
    const text = OPERATION.replace('0,', '['.repeat(100_000))
    expect(() => readHistory(text)).toThrow(HistoryFormatError)
  })

  test('is refused when it is too long, before it is read', () => {
    const limits = { charactersMax: 1_000_000, operationsMax: 10 }
    expect(() => readHistory(' '.repeat(1_200_000), { limits })).toThrow(
      'line 1, column 1: found a text of 1.2 million characters; expected at most 1 million: keep a part of the history, such as some keys',
    )
  })

  test.each([
    ['JSON lines', (n: number) => OPERATION.replaceAll('0', String(n)).replace('1', String(n))],
    ['EDN', (n: number) => `{:process ${n}, :type :invoke, :f :read}`],
  ])('of %s is refused at the first operation beyond the limit', (_what, line) => {
    const text = Array.from({ length: 12 }, (_, n) => line(n)).join('\n')
    const limits = { charactersMax: 1_000_000, operationsMax: 10 }
    expect(() => readHistory(text, { limits })).toThrow(
      'line 11, column 1: found operation 11; expected at most 10 operations: keep a part of the history, such as some keys',
    )
  })
})
