/**
 * A run as a text that a person can read and change: its faults, the fates of single
 * messages, and, where they differ from those of the check, its requests and its network.
 *
 *     at 1200 partition n1 | n2 n3        a fault (see sim/nemesis-script.ts)
 *     message n1 > n2 #3 lost             the third message on this link never arrives
 *     message n1 > n2 #4 delay=30,40      the fourth one arrives twice, late
 *     calm network                        besides, every message takes the shortest time
 *     request c1 > n2 at=300 timeout=500 {"put":1}     only the requests that are named
 *     no requests                         none at all
 *     run until 132                       by itself as far as event 132; then by hand:
 *     next message n1 > n2 #3             what a person picked to happen next
 *     now crash n1                        a fault at this moment
 *     run on                              the rest by itself
 *
 * Faults left out do not happen: the script holds all of them. Requests and network stay
 * those of the check unless a line speaks of them.
 */
import { calmNetwork } from '../../sim/calm-network.ts'
import type { DeliveryChoice } from '../../sim/delivery.ts'
import type { NemesisStep } from '../../sim/nemesis.ts'
import type { ClientOperation, Scenario } from '../../sim/scenario.ts'
import { NemesisSyntaxError } from '../../sim/syntax.ts'
import type { HandStep } from '../by-hand/hand-step.ts'
import { parseScriptLine } from './parse-line.ts'

/** What one line says. */
export type ScriptPart =
  | { readonly kind: 'faults'; readonly steps: readonly NemesisStep[] }
  | { readonly kind: 'message'; readonly choice: DeliveryChoice }
  | { readonly kind: 'calm-network' }
  | { readonly kind: 'request'; readonly operation: ClientOperation }
  | { readonly kind: 'no-requests' }
  | { readonly kind: 'hand'; readonly step: HandStep }

export interface ScriptLine {
  /** From 1. */
  readonly number: number
  readonly text: string
  readonly part: ScriptPart
}

/** A line that cannot be read. */
export interface ScriptProblem {
  readonly line: number
  /** What was wrong and what to write instead. */
  readonly message: string
}

export interface ReadScript {
  readonly lines: readonly ScriptLine[]
  /** Empty when every line was read. */
  readonly problems: readonly ScriptProblem[]
}

/** Longer texts are not read. */
export const SCRIPT_LENGTH_MAX = 50_000
const STEPS_MAX = 2_000

/** Nodes and clients that a script may name. */
export type ScriptPlaces = Pick<Scenario, 'nodes' | 'clients'>

/** Reads a script; blank lines and lines that start with `#` are passed over. */
export function readRunScript(text: string, places: ScriptPlaces): ReadScript {
  if (text.length > SCRIPT_LENGTH_MAX) {
    const message = `the script is longer than ${SCRIPT_LENGTH_MAX} characters: take lines out of it`
    return { lines: [], problems: [{ line: 1, message }] }
  }
  const lines: ScriptLine[] = []
  const problems: ScriptProblem[] = []
  let stepCount = 0
  const settled = new Map<string, number>()
  for (const [index, raw] of text.split('\n').entries()) {
    const number = index + 1
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    try {
      const part = parseScriptLine(line, places)
      if (part.kind === 'message') noteOnce(settled, part.choice, number)
      if (part.kind === 'faults') stepCount += part.steps.length
      if (stepCount > STEPS_MAX) {
        throw new NemesisSyntaxError(`there are more than ${STEPS_MAX} faults up to here`)
      }
      lines.push({ number, text: line, part })
    } catch (error) {
      if (!(error instanceof NemesisSyntaxError)) throw error
      problems.push({ line: number, message: error.message })
    }
  }
  return { lines, problems }
}

/** A message has one fate. */
function noteOnce(
  settled: Map<string, number>,
  { from, to, index }: DeliveryChoice,
  number: number,
): void {
  const name = `${from} > ${to} #${index}`
  const before = settled.get(name)
  if (before !== undefined) {
    throw new NemesisSyntaxError(
      `line ${before} already says what becomes of ${name}: keep one of the two`,
    )
  }
  settled.set(name, number)
}

/** The scenario of a check as these lines change it; the one given is as it was. */
export function applyRunScript(base: Scenario, lines: readonly ScriptLine[]): Scenario {
  const parts = lines.map(({ part }) => part)
  const operations = parts.flatMap((part) => (part.kind === 'request' ? [part.operation] : []))
  const namesRequests = parts.some(({ kind }) => kind === 'request' || kind === 'no-requests')
  const isCalm = parts.some(({ kind }) => kind === 'calm-network')
  const { deliveries: _settled, ...rest } = base
  const deliveries = parts.flatMap((part) => (part.kind === 'message' ? [part.choice] : []))
  return {
    ...rest,
    nemesis: parts.flatMap((part) => (part.kind === 'faults' ? part.steps : [])),
    ...(deliveries.length === 0 ? {} : { deliveries }),
    operations: namesRequests ? operations : base.operations,
    network: isCalm ? calmNetwork(base.network) : base.network,
  }
}

/** What a person picked, in order; empty for a run that goes by itself. */
export function handSteps(lines: readonly ScriptLine[]): readonly HandStep[] {
  return lines.flatMap(({ part }) => (part.kind === 'hand' ? [part.step] : []))
}
