/**
 * What the buttons of a what-if write. Each makes lines of the script and nothing else, so that
 * pressing, drawing and typing are one act.
 */
import type { Micros, Sending } from '#core'

const MICROS_PER_MS = 1_000

/**
 * A moment after everything that happened at this time: a fault there leaves the run as it was
 * up to the event that was looked at. In milliseconds, as scripts have it.
 */
export function momentAfter(at: Micros): string {
  return String((at + 1) / MICROS_PER_MS)
}

/** A fault that takes one node: `crash`, `restart`, `pause`, `resume`, `isolate`. */
export type NodeFault = 'crash' | 'restart' | 'pause' | 'resume' | 'isolate'

export function nodeFaultLine(kind: NodeFault, node: string, at: Micros): string {
  return `at ${momentAfter(at)} ${kind} ${node}`
}

export interface CutPlan {
  /** Who is cut off from the others. */
  readonly chosen: readonly string[]
  readonly others: readonly string[]
  /** Only what the chosen ones send is lost. */
  readonly isOneWay: boolean
  /** The cut begins right after this time. */
  readonly at: Micros
  /** Undefined: it stays. */
  readonly healAfterMs: number | undefined
}

/** The lines of a cut; one that heals has a name of its own, so that it heals alone. */
export function cutLines(plan: CutPlan, script: string): readonly string[] {
  const { chosen, others, isOneWay, at, healAfterMs } = plan
  const what = isOneWay
    ? `one-way ${chosen.join(' ')} > ${others.join(' ')}`
    : `partition ${chosen.join(' ')} | ${others.join(' ')}`
  const from = `at ${momentAfter(at)} ${what}`
  if (healAfterMs === undefined) return [from]
  const name = freeName(script)
  const until = String((at + 1 + Math.round(healAfterMs * MICROS_PER_MS)) / MICROS_PER_MS)
  return [`${from} as ${name}`, `at ${until} heal ${name}`]
}

function freeName(script: string): string {
  for (let number = 1; ; number++) {
    const name = `cut${number}`
    if (!new RegExp(` (as|heal) ${name}$`, 'm').test(script)) return name
  }
}

/** What becomes of one message. */
export type MessageFate =
  | { readonly kind: 'lost' }
  /** Arrives once for each of these many milliseconds after it was sent. */
  | { readonly kind: 'delayed'; readonly delaysMs: readonly number[] }

export function messageLine({ from, to, index }: Sending, fate: MessageFate): string {
  const what = fate.kind === 'lost' ? 'lost' : `delay=${fate.delaysMs.join(',')}`
  return `message ${from} > ${to} #${index} ${what}`
}

/** The script with these lines at its end; a message has one fate, so an older one goes. */
export function withLines(script: string, added: readonly string[]): string {
  const settled = added.flatMap((line) => /^message \S+ > \S+ #\d+ /.exec(line) ?? [])
  const kept = linesOf(script).filter(
    (line) => !settled.some((beginning) => line.trim().startsWith(beginning)),
  )
  // What is picked by hand comes last: the run up to there must be told before.
  const hand = kept.findIndex((line) => /^(run|next|now) /.test(line.trim()))
  const place = hand < 0 ? kept.length : hand
  return textOf([...kept.slice(0, place), ...added, ...kept.slice(place)])
}

/** The script without the line of this number, from 1. */
export function withoutLine(script: string, number: number): string {
  return textOf(script.split('\n').filter((_, index) => index + 1 !== number))
}

function linesOf(script: string): readonly string[] {
  return script.split('\n').filter((line) => line.trim() !== '')
}

function textOf(lines: readonly string[]): string {
  const kept = lines.filter((line) => line.trim() !== '')
  return kept.length === 0 ? '' : `${kept.join('\n')}\n`
}

export interface ScriptChange {
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** What one script has and the other has not, line by line; remarks do not count. */
export function changeOf(before: string, after: string): ScriptChange {
  const [old, now] = [countLines(before), countLines(after)]
  return { added: beyond(now, old), removed: beyond(old, now) }
}

function countLines(script: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const line of linesOf(script)) {
    const text = line.trim()
    if (!text.startsWith('#')) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return counts
}

function beyond(
  some: ReadonlyMap<string, number>,
  others: ReadonlyMap<string, number>,
): readonly string[] {
  return [...some].flatMap(([line, count]) =>
    Array<string>(Math.max(0, count - (others.get(line) ?? 0))).fill(line),
  )
}
