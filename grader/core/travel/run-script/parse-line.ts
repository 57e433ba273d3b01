/** Reads one line of a run script. */
import type { Fate } from '../../sim/delivery.ts'
import { parseFault } from '../../sim/fault-syntax.ts'
import type { Fault } from '../../sim/nemesis.ts'
import { parseNemesis } from '../../sim/nemesis-script.ts'
import { checkName, durationOf, NemesisSyntaxError } from '../../sim/syntax.ts'
import type { Json } from '../../trace/event.ts'
import type { HandStep } from '../by-hand/hand-step.ts'
import type { ScriptPart, ScriptPlaces } from './run-script.ts'

const COPIES_MAX = 8

/** @throws NemesisSyntaxError that says what was expected */
export function parseScriptLine(line: string, places: ScriptPlaces): ScriptPart {
  const [word = ''] = line.split(' ', 1)
  switch (word) {
    case 'at':
    case 'after':
      return { kind: 'faults', steps: parseSteps(line, places) }
    case 'message':
      return parseMessage(line, places)
    case 'request':
      return parseRequest(line, places)
    case 'calm':
      return exactly(line, 'calm network', { kind: 'calm-network' })
    case 'no':
      return exactly(line, 'no requests', { kind: 'no-requests' })
    case 'run':
      return { kind: 'hand', step: parseRun(line) }
    case 'next':
      return { kind: 'hand', step: { kind: 'next', choice: rest(line, 'next message n1 > n2 #3') } }
    case 'now':
      return { kind: 'hand', step: parseNow(line, places) }
    default:
      throw new NemesisSyntaxError(
        `no line begins with "${word.slice(0, 40)}": write a fault with its time in milliseconds, such as "at 1200 crash n1", or "message n1 > n2 #3 lost"`,
      )
  }
}

function everybody({ nodes, clients }: ScriptPlaces): readonly string[] {
  return [...nodes, ...clients]
}

function parseSteps(line: string, places: ScriptPlaces) {
  const steps = withoutLine(() => parseNemesis(line, everybody(places)))
  for (const { fault } of steps) checkTarget(fault, places)
  return steps
}

/** The caller knows the line's number; a script of one line calls it the first. */
function withoutLine<T>(parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof NemesisSyntaxError)) throw error
    throw new NemesisSyntaxError(error.message.replace(/^line 1: /, ''))
  }
}

/** Only nodes crash, pause and have clocks; a name alone may be a client's. */
function checkTarget(fault: Fault, { nodes }: ScriptPlaces): void {
  if (!('target' in fault) || fault.target.kind !== 'node') return
  const { node } = fault.target
  if (nodes.includes(node)) return
  throw new NemesisSyntaxError(
    `"${fault.kind}" is for nodes, and ${node} is a client; the nodes are ${nodes.join(', ')}`,
  )
}

const MESSAGE = /^message ([\w-]+) > ([\w-]+) #([1-9]\d{0,8}) (lost|delay=(\S+))$/

function parseMessage(line: string, places: ScriptPlaces): ScriptPart {
  const match = MESSAGE.exec(line)
  if (match === null) {
    throw new NemesisSyntaxError(
      'expected "message n1 > n2 #3 lost" or "message n1 > n2 #3 delay=<milliseconds>", #3 being the third message from n1 to n2',
    )
  }
  const [, from = '', to = '', index = '', , delays] = match
  for (const name of [from, to]) checkName(name, everybody(places))
  return {
    kind: 'message',
    choice: { from, to, index: Number(index), fate: parseFate(delays) },
  }
}

function parseFate(delays: string | undefined): Fate {
  if (delays === undefined) return { kind: 'lost' }
  const delaysMicros = delays.split(',').map(durationOf)
  if (delaysMicros.length > COPIES_MAX) {
    throw new NemesisSyntaxError(`a message arrives at most ${COPIES_MAX} times`)
  }
  return { kind: 'delivered', delaysMicros }
}

const REQUEST =
  /^request ([\w-]+) > ([\w-]+) at=(\S+) timeout=(\S+)(?: retry=([^\s,]+),(\S+))? (.+)$/

function parseRequest(line: string, { nodes, clients }: ScriptPlaces): ScriptPart {
  const match = REQUEST.exec(line)
  if (match === null) {
    throw new NemesisSyntaxError(
      'expected "request c1 > n2 at=<milliseconds> timeout=<milliseconds> <JSON>", with "retry=<milliseconds>,n1,n2" before the JSON for a client that asks again',
    )
  }
  const [, client = '', node = '', at, timeout, every, others = '', body = ''] = match
  checkName(client, clients)
  for (const name of [node, ...(every === undefined ? [] : others.split(','))]) {
    checkName(name, nodes)
  }
  return {
    kind: 'request',
    operation: {
      at: durationOf(at),
      client,
      node,
      body: parseBody(body),
      timeoutMicros: durationOf(timeout),
      ...(every === undefined
        ? {}
        : { retry: { everyMicros: durationOf(every), nodes: others.split(',') } }),
    },
  }
}

function parseBody(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    throw new NemesisSyntaxError(`what the request asks for must be JSON, not ${text.slice(0, 60)}`)
  }
}

function exactly(line: string, expected: string, part: ScriptPart): ScriptPart {
  if (line === expected) return part
  throw new NemesisSyntaxError(`expected "${expected}"`)
}

function rest(line: string, example: string): string {
  const text = line.slice(line.indexOf(' ') + 1)
  if (line.includes(' ') && text !== '') return text
  throw new NemesisSyntaxError(`expected something after "${line}", such as "${example}"`)
}

function parseRun(line: string): HandStep {
  if (line === 'run on') return { kind: 'run-on' }
  const until = /^run until (\d{1,9})$/.exec(line)
  if (until === null) {
    throw new NemesisSyntaxError('expected "run until <number of an event>" or "run on"')
  }
  return { kind: 'run-until', event: Number(until[1]) }
}

function parseNow(line: string, places: ScriptPlaces): HandStep {
  const [, kind = '', what = ''] = /^now ([a-z-]+)(?: (.+))?$/.exec(line) ?? []
  if (kind === '') throw new NemesisSyntaxError('expected a fault after "now": now crash n1')
  const fault = parseFault(kind, what, everybody(places))
  checkTarget(fault, places)
  return { kind: 'now', fault }
}
