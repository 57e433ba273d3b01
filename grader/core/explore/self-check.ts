/**
 * Checks that putting nodes back from text changes nothing: a path is run again from boot
 * with nodes that live on between calls, and every reply and every memory must be the same;
 * and a host that is asked the same again must give the same answer. A difference means
 * that the code keeps something outside of its fields.
 */
import { present } from '../assert.ts'
import { decodeReply } from '../sim/effect.ts'
import type { NodeId } from '../trace/event.ts'
import { callOf, type PathStep } from './path.ts'
import type { Space } from './space.ts'
import type { LiveHost, StepResult } from './step-host.ts'

/** What differed, for the learner. */
export interface Difference {
  readonly why: string
  /** The step at which the two parted. */
  readonly index: number
}

/** Runs a path with a fresh `live` host and compares; undefined when nothing differs. */
export function compareWithLive(
  space: Space,
  steps: readonly PathStep[],
  live: LiveHost,
): Difference | undefined {
  for (const [index, step] of steps.entries()) {
    const call = callOf(space, step)
    if (call === undefined) continue
    const node = present(space.scope.nodes[step.move.place], 'a call is one of a node')
    const expected = present(step.move.outcome, 'a call has an outcome').result
    const names = ['put back, it', 'left alone, it'] as const
    const what = differenceBetween(space, expected, live.call(node, call), names)
    if (what !== undefined) return { why: whyNot(node, what), index }
  }
  return undefined
}

/** Asks the host some questions again; why it cannot be explored, if its answers have changed. */
export function compareAnswers(space: Space): string | undefined {
  for (const { node, first, again } of space.askAgain()) {
    const names = ['asked once, it', 'asked the same again, it'] as const
    const what = differenceBetween(space, first, again, names)
    if (what !== undefined) return whyNot(node, what)
  }
  return undefined
}

function whyNot(node: NodeId, what: string): string {
  return (
    `${node} does not do the same when it is put back from its fields: ${what}. Something that ` +
    'it uses is not in a field of the object, or depends on the order in which a Map, Set or ' +
    'object was filled. Keep no state in variables of the module or in static fields.'
  )
}

function differenceBetween(
  space: Space,
  expected: StepResult,
  found: StepResult,
  names: readonly [string, string],
): string | undefined {
  if (expected.kind === 'refused') return found.kind === 'refused' ? undefined : expected.why
  if (found.kind === 'refused') return found.why
  if (expected.reply !== found.reply) {
    const effects = [expected, found].map(({ reply }) => effectsIn(space, reply))
    const [a, b] = firstDifference(effects[0] ?? [], effects[1] ?? [])
    return `${names[0]} does ${a}; ${names[1]} does ${b}`
  }
  if (expected.state === found.state) return undefined
  const [a, b] = excerpts(expected.state, found.state)
  return `${names[0]} then remembers ${a}; ${names[1]} then remembers ${b}`
}

function effectsIn(space: Space, reply: string): readonly string[] {
  const decoded = decodeReply(reply, space.limits)
  if (decoded.kind !== 'effects') return [JSON.stringify(decoded)]
  return decoded.effects.map((effect) => JSON.stringify(effect))
}

function firstDifference(
  expected: readonly string[],
  found: readonly string[],
): readonly [string, string] {
  const index = expected.findIndex((text, place) => text !== found[place])
  const place = index < 0 ? expected.length : index
  return [expected[place] ?? 'nothing more', found[place] ?? 'nothing more']
}

const EXCERPT_BEFORE = 40
const EXCERPT_AFTER = 60

/** The parts of two long texts around the first place in which they differ. */
function excerpts(a: string, b: string): readonly [string, string] {
  let place = 0
  while (place < a.length && a[place] === b[place]) place++
  const from = Math.max(0, place - EXCERPT_BEFORE)
  const cut = (text: string) => {
    const end = place + EXCERPT_AFTER
    return `${from > 0 ? '…' : ''}${text.slice(from, end)}${end < text.length ? '…' : ''}`
  }
  return [cut(a), cut(b)]
}
