/** Traces and nemesis scripts come from files and links too: bad ones get a clear message. */
import { describe, expect, test } from 'vitest'
import {
  decodeTrace,
  NemesisSyntaxError,
  parseNemesis,
  printNemesis,
  TraceFormatError,
} from '#core'

const HEADER = 'netsplit-trace 2 ["s",1,["n1"],[]]'

describe('a text that is no trace', () => {
  test.each([
    ['', 'line 1: expected "netsplit-trace 2 …"'],
    ['netsplit-trace 1 []', 'line 1: expected "netsplit-trace 2 …"'],
    ['netsplit-trace 2 nonsense', 'line 1: expected a JSON array'],
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
    ['at 5 skew n1', 'line 1: expected drift=<whole number>'],
    [
      'at 5 skew n1 offset=soon drift=0',
      'line 1: expected milliseconds with at most three decimals',
    ],
    ['at 5 ring n1 n2 n3', 'line 1: a ring needs four nodes or more'],
    ['at 5 partition n1 | n2 | n3 oneway', 'line 1: a oneway partition has two groups'],
    ['at 5 flap period=10 times=2 crash n1', 'line 1: only a cut can flap, not "crash"'],
    ['at 5 flap period=10 times=0 isolate n1', 'line 1: expected times=<1 to 999>, not "0"'],
    ['at 5 degrade n1 > n2 loss=2000 delay=1', 'line 1: loss=2000 is in a thousand'],
    ['at 5 degrade n1 > n2 delay=9..3', 'line 1: expected delay=<ms>..<ms>, the smaller first'],
    ['after noon crash n1', 'line 1: expected the number of an event after "after"'],
    ['at -5 heal', 'line 1: expected milliseconds, 0 or more'],
  ])('%j', (text, message) => {
    expect(() => parseNemesis(text)).toThrow(NemesisSyntaxError)
    expect(() => parseNemesis(text)).toThrow(message)
  })
})

test('a script names only nodes and clients that are there', () => {
  const known = ['n1', 'n2', 'c1']
  expect(parseNemesis('at 5 one-way c1 > n2', known)).toHaveLength(1)
  expect(() => parseNemesis('at 1 heal\nat 5 isolate n9', known)).toThrow(
    'line 2: there is no "n9"; there are n1, n2, c1',
  )
})

test('two ways to write a one-way partition give the same fault', () => {
  expect(parseNemesis('at 1200 partition n1 | n2 n3 oneway')).toEqual(
    parseNemesis('at 1200 one-way n1 > n2 n3'),
  )
})

test('recipes stand for plain faults, and print as those', () => {
  const printed = printNemesis(
    parseNemesis('at 10 flap period=4 times=2 isolate n1\nat 30 swizzle n1 n2 gap=1 hold=5'),
  )
  expect(printed.trimEnd().split('\n')).toEqual([
    'at 10 isolate n1 as flap-10000',
    'at 12 heal flap-10000',
    'at 14 isolate n1 as flap-10000',
    'at 16 heal flap-10000',
    'at 30 clog n1 > *',
    'at 30 clog * > n1',
    'at 31 clog n2 > *',
    'at 31 clog * > n2',
    'at 37 unclog n2 > *',
    'at 37 unclog * > n2',
    'at 38 unclog n1 > *',
    'at 38 unclog * > n1',
  ])
})
