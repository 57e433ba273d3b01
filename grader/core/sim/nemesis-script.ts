/**
 * The text form of a nemesis: one fault a line, times in milliseconds.
 *
 *     at 1200 partition n1 | n2 n3
 *     at 1200 one-way n1 > n2 n3
 *     at 1500 isolate role=leader
 *     at 2000 heal
 *     at 2500 crash n1 mid-call 2 unsynced=prefix down=300
 *     at 2500 crash n2 after-send {"type":"Vote"}
 *     at 3000 restart n1
 *     at 3000 clog n1 > n2
 *     at 3500 skew n2 offset=-20 drift=50000
 *
 * `parseNemesis(printNemesis(s))` equals `s` for whole-millisecond times.
 */
import type { CrashMoment, Fault, NemesisStep, Target, UnsyncedWrites } from './nemesis.ts'

/** A line that is not a fault; says which line and what was expected. */
export class NemesisSyntaxError extends Error {
  override readonly name = 'NemesisSyntaxError'
}

const MICROS_PER_MS = 1_000

/**
 * Reads a script; blank lines and lines that start with `#` are passed over.
 * @throws NemesisSyntaxError
 */
export function parseNemesis(text: string): readonly NemesisStep[] {
  return text
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'))
    .map(({ line, number }) => parseLine(line, number))
}

/** Writes a script, one fault a line. */
export function printNemesis(steps: readonly NemesisStep[]): string {
  return steps.map(({ at, fault }) => `at ${at / MICROS_PER_MS} ${printFault(fault)}\n`).join('')
}

function parseLine(line: string, number: number): NemesisStep {
  const match = /^at (\d+) ([a-z-]+)(?: (.+))?$/.exec(line)
  if (match === null) {
    throw new NemesisSyntaxError(`line ${number}: expected "at <milliseconds> <fault> …"`)
  }
  const [, at, kind, rest = ''] = match
  try {
    return { at: Number(at) * MICROS_PER_MS, fault: parseFault(kind ?? '', rest) }
  } catch (error) {
    if (!(error instanceof NemesisSyntaxError)) throw error
    throw new NemesisSyntaxError(`line ${number}: ${error.message}`)
  }
}

function parseFault(kind: string, rest: string): Fault {
  switch (kind) {
    case 'partition':
      return { kind, groups: parseGroups(rest) }
    case 'one-way': {
      const [from, to] = parseSides(rest)
      return { kind, from, to }
    }
    case 'isolate':
    case 'deafen':
    case 'mute':
    case 'restart':
    case 'pause':
    case 'resume':
      return { kind, target: parseTarget(rest) }
    case 'heal':
      return { kind }
    case 'crash':
      return parseCrash(rest)
    case 'clog':
    case 'unclog': {
      const [[from], [to]] = parseSides(rest)
      if (from === undefined || to === undefined) break
      return { kind, link: { from, to } }
    }
    case 'skew':
      return parseSkew(rest)
    default:
  }
  throw new NemesisSyntaxError(`there is no fault "${kind}"`)
}

function parseGroups(text: string): readonly (readonly string[])[] {
  const groups = text.split('|').map(words)
  if (groups.length < 2 || groups.some((group) => group.length === 0)) {
    throw new NemesisSyntaxError('expected groups of nodes with | between them: n1 | n2 n3')
  }
  return groups
}

function parseSides(text: string): readonly [readonly string[], readonly string[]] {
  const [from, to, ...more] = text.split('>').map(words)
  if (from === undefined || to === undefined || more.length > 0 || !from.length || !to.length) {
    throw new NemesisSyntaxError('expected nodes on both sides of >: n1 > n2')
  }
  return [from, to]
}

function parseTarget(text: string): Target {
  const where = /^([\w-]+)=([\w-]+)( earliest)?$/.exec(text)
  if (where !== null) {
    const [, field = '', value = '', earliest] = where
    return { kind: 'where', field, value, pick: earliest === undefined ? 'latest' : 'earliest' }
  }
  if (!/^[\w-]+$/.test(text)) {
    throw new NemesisSyntaxError(`expected a node or field=value, not "${text}"`)
  }
  return { kind: 'node', node: text }
}

const CRASH =
  /^([\w-]+(?:=[\w-]+(?: earliest)?)?)(?: mid-call (\d+))?(?: after-send (\S+))?(?: unsynced=(lost|kept|prefix))?(?: down=(\d+))?$/

function parseCrash(text: string): Fault {
  const match = CRASH.exec(text)
  if (match === null) {
    throw new NemesisSyntaxError(
      'expected crash <target> [mid-call <effects>] [after-send <text>] [unsynced=lost|kept|prefix] [down=<ms>]',
    )
  }
  const [, target = '', effects, containing, unsynced = 'lost', down] = match
  return {
    kind: 'crash',
    target: parseTarget(target),
    moment: crashMoment(effects, containing),
    unsynced: unsynced as UnsyncedWrites,
    downMicros: down === undefined ? null : Number(down) * MICROS_PER_MS,
  }
}

function crashMoment(effects: string | undefined, containing: string | undefined): CrashMoment {
  if (containing !== undefined) return { kind: 'after-send', containing }
  return effects === undefined
    ? { kind: 'now' }
    : { kind: 'mid-call', afterEffects: Number(effects) }
}

function parseSkew(text: string): Fault {
  const match = /^([\w-]+(?:=[\w-]+(?: earliest)?)?) offset=(-?\d+) drift=(-?\d+)$/.exec(text)
  if (match === null) {
    throw new NemesisSyntaxError('expected skew <target> offset=<ms> drift=<parts per million>')
  }
  const [, target = '', offset, drift] = match
  return {
    kind: 'skew',
    target: parseTarget(target),
    offsetMicros: Number(offset) * MICROS_PER_MS,
    driftPpm: Number(drift),
  }
}

function words(text: string): readonly string[] {
  return text.split(' ').filter((word) => word !== '')
}

function printFault(fault: Fault): string {
  switch (fault.kind) {
    case 'partition':
      return `partition ${fault.groups.map((group) => group.join(' ')).join(' | ')}`
    case 'one-way':
      return `one-way ${fault.from.join(' ')} > ${fault.to.join(' ')}`
    case 'heal':
      return 'heal'
    case 'crash':
      return printCrash(fault)
    case 'clog':
    case 'unclog':
      return `${fault.kind} ${fault.link.from} > ${fault.link.to}`
    case 'skew':
      return `skew ${printTarget(fault.target)} offset=${fault.offsetMicros / MICROS_PER_MS} drift=${fault.driftPpm}`
    default:
      return `${fault.kind} ${printTarget(fault.target)}`
  }
}

function printTarget(target: Target): string {
  if (target.kind === 'node') return target.node
  return `${target.field}=${target.value}${target.pick === 'earliest' ? ' earliest' : ''}`
}

function printCrash(fault: Fault & { readonly kind: 'crash' }): string {
  const { target, moment, unsynced, downMicros } = fault
  const when =
    moment.kind === 'mid-call'
      ? ` mid-call ${moment.afterEffects}`
      : moment.kind === 'after-send'
        ? ` after-send ${moment.containing}`
        : ''
  const down = downMicros === null ? '' : ` down=${downMicros / MICROS_PER_MS}`
  return `crash ${printTarget(target)}${when} unsynced=${unsynced}${down}`
}
