/**
 * The text form of a nemesis: one fault a line, times in milliseconds.
 *
 *     at 1200 partition n1 | n2 n3 as west
 *     at 1200 one-way n1 > n2 n3
 *     at 1300 bridge n3
 *     at 1300 ring n1 n2 n3 n4 n5
 *     at 1500 isolate role=leader
 *     at 2000 heal west
 *     at 2500 crash n1 mid-call 2 unsynced=torn down=300
 *     at 2500 crash n2 after-send {"type":"Vote"}
 *     at 3000 restart n1
 *     at 3000 clog * > n2
 *     at 3000 degrade n1 > n2 loss=300 duplicate=50 delay=20..80
 *     at 3500 skew n2 offset=-20 drift=50000
 *     at 3600 jump n2 by=-500
 *     after 123 pause n1
 *     at 4000 flap period=200 times=3 partition n1 | n2 n3
 *     at 5000 swizzle n2 n1 n3 gap=20 hold=100
 *
 * `flap` and `swizzle` are recipes: they stand for several of the other lines.
 * `parseNemesis(printNemesis(s))` equals `s`.
 */
import { parseFault } from './fault-syntax.ts'
import type { NemesisStep } from './nemesis.ts'
import { flapping, rollingRestart, swizzle } from './recipes.ts'
import { durationOf, NemesisSyntaxError, optionsOf, wordsOf } from './syntax.ts'

/**
 * Reads a script; blank lines and lines that start with `#` are passed over.
 * @param known nodes and clients that may be named; any when left out
 * @throws NemesisSyntaxError that names the line
 */
export function parseNemesis(text: string, known?: readonly string[]): readonly NemesisStep[] {
  return text
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'))
    .flatMap(({ line, number }) => atLine(number, () => parseLine(line, known)))
}

function parseLine(line: string, known: readonly string[] | undefined): readonly NemesisStep[] {
  const match = /^(at|after) (\S+) ([a-z-]+)(?: (.+))?$/.exec(line)
  if (match === null) {
    throw new NemesisSyntaxError(
      'expected "at <milliseconds> <fault> …" or "after <event> <fault> …"',
    )
  }
  const [, when = '', time = '', kind = '', rest = ''] = match
  if (when === 'after') {
    if (!/^\d{1,15}$/.test(time)) {
      throw new NemesisSyntaxError(`expected the number of an event after "after", not "${time}"`)
    }
    return [{ at: 0, after: Number(time), fault: parseFault(kind, rest, known) }]
  }
  const at = durationOf(time)
  switch (kind) {
    case 'flap': {
      const { options, rest: cut } = optionsOf(rest, ['period', 'times'])
      const [, cutKind = '', cutRest = ''] = /^([a-z-]+)(?: (.+))?$/.exec(cut) ?? []
      const fault = parseFault(cutKind, cutRest, known)
      return flapping(fault, {
        at,
        periodMicros: durationOf(options.period),
        times: countOf(options.times),
      })
    }
    case 'swizzle': {
      const { options, rest: nodes } = optionsOf(rest, ['gap', 'hold'])
      const gapMicros = durationOf(options.gap)
      return swizzle(wordsOf(nodes, known), { at, gapMicros, holdMicros: durationOf(options.hold) })
    }
    case 'rolling-restart': {
      const { options, rest: nodes } = optionsOf(rest, ['gap', 'down'])
      const gapMicros = durationOf(options.gap)
      return rollingRestart(wordsOf(nodes, known), {
        at,
        gapMicros,
        downMicros: durationOf(options.down),
      })
    }
    default:
      return [{ at, fault: parseFault(kind, rest, known) }]
  }
}

function countOf(text: string | undefined): number {
  if (text === undefined || !/^[1-9]\d{0,2}$/.test(text)) {
    throw new NemesisSyntaxError(`expected times=<1 to 999>, not "${text ?? ''}"`)
  }
  return Number(text)
}

function atLine<T>(number: number, parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof NemesisSyntaxError)) throw error
    throw new NemesisSyntaxError(`line ${number}: ${error.message}`)
  }
}
