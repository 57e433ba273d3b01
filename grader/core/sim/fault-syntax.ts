/** Reads one fault in its text form: the kind, and what stands after it. */
import {
  type CrashMoment,
  type Cut,
  type Endpoints,
  type Fault,
  isCutKind,
  type Target,
  type UnsyncedWrites,
} from './nemesis.ts'
import {
  checkName,
  durationOf,
  microsOf,
  NemesisSyntaxError,
  optionsOf,
  wholeOf,
  wordsOf,
} from './syntax.ts'

type Known = readonly string[] | undefined

/** @throws NemesisSyntaxError */
export function parseFault(kind: string, text: string, known: Known): Fault {
  if (isCutKind(kind)) return parseCut(kind, text, known)
  switch (kind) {
    case 'heal':
      return text === '' ? { kind } : { kind, name: nameOf(text) }
    case 'restart':
    case 'pause':
    case 'resume':
      return { kind, target: parseTarget(text, known) }
    case 'crash':
      return parseCrash(text, known)
    case 'clog':
    case 'unclog':
    case 'restore':
      return { kind, ...parseLinks(text, known) }
    case 'degrade':
      return parseDegrade(text, known)
    case 'skew':
    case 'drift':
    case 'jump':
      return parseClock(kind, text, known)
    default:
      throw new NemesisSyntaxError(`there is no fault "${kind}"`)
  }
}

function parseCut(kind: Cut['kind'], text: string, known: Known): Cut {
  const match = /^(.*?)(?: as ([\w-]+))?$/.exec(text)
  const [, what = '', name] = match ?? []
  const named = name === undefined ? {} : { name }
  switch (kind) {
    case 'partition': {
      // `partition a | b oneway` is another way to write `one-way a > b`.
      const isOneWay = what.endsWith(' oneway')
      const groups = parseGroups(isOneWay ? what.slice(0, -' oneway'.length) : what, known)
      const [from, to] = groups
      if (!isOneWay) return { kind, groups, ...named }
      if (from === undefined || to === undefined || groups.length > 2) {
        throw new NemesisSyntaxError('a oneway partition has two groups: n1 | n2 n3 oneway')
      }
      return { kind: 'one-way', from, to, ...named }
    }
    case 'one-way':
      return { kind, ...parseSides(what, known), ...named }
    case 'ring': {
      const order = wordsOf(what, known)
      if (order.length < 4) throw new NemesisSyntaxError('a ring needs four nodes or more')
      return { kind, order, ...named }
    }
    default:
      return { kind, target: parseTarget(what, known), ...named }
  }
}

function parseGroups(text: string, known: Known): readonly (readonly string[])[] {
  const groups = text.split('|')
  if (groups.length < 2 || groups.some((group) => group.trim() === '')) {
    throw new NemesisSyntaxError('expected groups of nodes with | between them: n1 | n2 n3')
  }
  return groups.map((group) => wordsOf(group, known))
}

function parseSides(text: string, known: Known) {
  const [from, to] = splitSides(text, 'nodes')
  return { from: wordsOf(from, known), to: wordsOf(to, known) }
}

function parseLinks(text: string, known: Known) {
  const [from, to] = splitSides(text, 'nodes or *')
  const side = (names: string): Endpoints => (names === '*' ? 'everybody' : wordsOf(names, known))
  return { from: side(from), to: side(to) }
}

/** @param what may stand there, for the message */
function splitSides(text: string, what: string): readonly [string, string] {
  const [from, to, ...more] = text.split('>').map((side) => side.trim())
  if (!from || !to || more.length > 0) {
    throw new NemesisSyntaxError(`expected ${what} on both sides of >: n1 > n2`)
  }
  return [from, to]
}

function parseTarget(text: string, known: Known): Target {
  const where = /^([\w-]+)=([\w-]+)( earliest)?$/.exec(text)
  if (where !== null) {
    const [, field = '', value = '', earliest] = where
    return { kind: 'where', field, value, pick: earliest === undefined ? 'latest' : 'earliest' }
  }
  if (!/^[\w-]+$/.test(text)) {
    throw new NemesisSyntaxError(`expected a node or field=value, not "${text}"`)
  }
  checkName(text, known)
  return { kind: 'node', node: text }
}

function nameOf(text: string): string {
  if (/^[\w-]+$/.test(text)) return text
  throw new NemesisSyntaxError(`expected the name of a cut, not "${text}"`)
}

const CRASH =
  /^([\w-]+(?:=[\w-]+(?: earliest)?)?)(?: mid-call (\d+))?(?: after-send ("(?:[^"\\]|\\.)*"|\S+))?(?: unsynced=(lost|kept|prefix|torn))?(?: down=(\S+))?$/

function parseCrash(text: string, known: Known): Fault {
  const match = CRASH.exec(text)
  if (match === null) {
    throw new NemesisSyntaxError(
      'expected crash <target> [mid-call <effects>] [after-send <text>] [unsynced=lost|kept|prefix|torn] [down=<ms>]',
    )
  }
  const [, target = '', effects, containing, unsynced = 'lost', down] = match
  return {
    kind: 'crash',
    target: parseTarget(target, known),
    moment: crashMoment(effects, containing),
    unsynced: unsynced as UnsyncedWrites,
    downMicros: down === undefined ? null : durationOf(down),
  }
}

function crashMoment(effects: string | undefined, containing: string | undefined): CrashMoment {
  if (containing !== undefined) return { kind: 'after-send', containing: unquote(containing) }
  return effects === undefined
    ? { kind: 'now' }
    : { kind: 'mid-call', afterEffects: Number(effects) }
}

function unquote(text: string): string {
  if (!text.startsWith('"')) return text
  try {
    return JSON.parse(text) as string
  } catch {
    throw new NemesisSyntaxError(`the quoted text ${text} is not a JSON string`)
  }
}

function parseDegrade(text: string, known: Known): Fault {
  const { options, rest } = optionsOf(text, ['loss', 'duplicate', 'delay'])
  const [min, max, ...more] = (options.delay ?? '').split('..')
  if (more.length > 0) throw new NemesisSyntaxError('expected delay=<ms>..<ms>')
  const weather = {
    lossPermille: permilleOf(options.loss, 'loss'),
    duplicatePermille: permilleOf(options.duplicate, 'duplicate'),
    delayMicrosMin: durationOf(min),
    delayMicrosMax: durationOf(max ?? min),
  }
  if (weather.delayMicrosMin > weather.delayMicrosMax) {
    throw new NemesisSyntaxError('expected delay=<ms>..<ms>, the smaller first')
  }
  return { kind: 'degrade', ...parseLinks(rest, known), weather }
}

function permilleOf(text: string | undefined, name: string): number {
  const value = text === undefined ? 0 : wholeOf(text, name)
  if (value >= 0 && value <= 1_000) return value
  throw new NemesisSyntaxError(`${name}=${value} is in a thousand: expected 0 to 1000`)
}

function parseClock(kind: 'skew' | 'drift' | 'jump', text: string, known: Known): Fault {
  const { options, rest } = optionsOf(text, ['offset', 'drift', 'ppm', 'by'])
  const target = parseTarget(rest, known)
  switch (kind) {
    case 'skew': {
      const driftPpm = wholeOf(options.drift, 'drift')
      return { kind, target, offsetMicros: microsOf(options.offset), driftPpm }
    }
    case 'drift':
      return { kind, target, driftPpm: wholeOf(options.ppm, 'ppm') }
    case 'jump':
      return { kind, target, byMicros: microsOf(options.by) }
  }
}
