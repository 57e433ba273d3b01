/** Traces and nemesis scripts come from files and links too: bad ones get a clear message. */
import { describe, expect, test } from 'vitest'
import { decodeTrace, NemesisSyntaxError, parseNemesis, TraceFormatError } from '#core'

const HEADER = 'netsplit-trace 1 ["s",1,["n1"],[]]'

describe('a text that is no trace', () => {
  test.each([
    ['', 'line 1: expected "netsplit-trace 1 …"'],
    ['netsplit-trace 2 []', 'line 1: expected "netsplit-trace 1 …"'],
    ['netsplit-trace 1 nonsense', 'line 1: expected a JSON array'],
    [`${HEADER}\nnonsense`, 'line 2: expected "id at cause kind [...]"'],
    [`${HEADER}\n0 0 -1 dance ["n1"]`, 'line 2: there is no event of kind "dance"'],
    [`${HEADER}\n0 0 -1 toString ["n1"]`, 'line 2: expected'],
    [`${HEADER}\n0 0 -1 boot ["n1"]`, 'line 2: boot has 2 fields'],
  ])('%j', (text, message) => {
    expect(() => decodeTrace(text)).toThrow(TraceFormatError)
    expect(() => decodeTrace(text)).toThrow(message)
  })
})

describe('a line that is no fault', () => {
  test.each([
    ['partition n1 | n2', 'line 1: expected "at <milliseconds> <fault> …"'],
    ['at 5 explode n1', 'line 1: there is no fault "explode"'],
    ['# fine\nat 5 partition n1', 'line 2: expected groups of nodes with | between them'],
    ['at 5 one-way n1', 'line 1: expected nodes on both sides of >'],
    ['at 5 isolate', 'line 1: expected a node or field=value'],
    ['at 5 crash n1 unsynced=maybe', 'line 1: expected crash <target>'],
    ['at 5 skew n1', 'line 1: expected skew <target>'],
  ])('%j', (text, message) => {
    expect(() => parseNemesis(text)).toThrow(NemesisSyntaxError)
    expect(() => parseNemesis(text)).toThrow(message)
  })
})
