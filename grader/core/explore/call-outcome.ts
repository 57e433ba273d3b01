/**
 * What may come of one handler call: it runs to its end, or the node crashes between two
 * of its effects and keeps some of what was not yet synced.
 */
import { decodeReply, type Effect } from '../sim/effect.ts'
import type { HandlerCall } from '../sim/node-host.ts'
import { afterCall, afterCrash } from './node-state.ts'
import type { Space } from './space.ts'
import type { StepResult } from './step-host.ts'
import type { CrashPoint } from './transition.ts'
import type { InFlight, NodeState } from './world.ts'

/** Why a call cannot be carried out. */
export type CallFailure =
  | {
      readonly kind: 'threw'
      readonly name: string
      readonly message: string
      /** In the compiled text; 0 when unknown. */
      readonly line: number
      readonly column: number
    }
  | { readonly kind: 'over-budget'; readonly budget: 'effects per call' | 'bytes per call' }
  /** The node's memory cannot be text. */
  | { readonly kind: 'refused'; readonly why: string }

export interface CallOutcome {
  /** The node afterwards, by number. */
  readonly record: number
  /** What was sent, messages and answers, by number and in order. */
  readonly sent: readonly number[]
  /** What was carried out, in order. */
  readonly effects: readonly Effect[]
  readonly crash: CrashPoint | null
  /** Unsynced writes that the crash took. */
  readonly writesLost: number
  readonly failure: CallFailure | null
  /** What the host answered. */
  readonly result: StepResult
}

/**
 * All different outcomes of a call; the first is that it runs to its end. A crash after the
 * last effect is one between two calls, and one before the first loses what made the call.
 * @param before the node as it is when the call begins
 */
export function outcomesOf(
  space: Space,
  before: NodeState,
  call: HandlerCall,
): readonly CallOutcome[] {
  const own = space.recordOf(before)
  const memory = call.kind === 'start' ? null : before.memory
  const result = space.step(space.record(own).config, memory, call)
  if (result.kind === 'refused') return [failed(own, result, result)]
  const reply = decodeReply(result.reply, space.limits)
  switch (reply.kind) {
    case 'threw':
      return [failed(own, { kind: 'threw', ...reply.thrown }, result)]
    case 'over-budget':
      return [failed(own, reply, result)]
    case 'invalid':
      return [failed(own, invalidEffect(reply.why), result)]
    case 'effects':
  }
  const why = nonsenseIn(space, reply.effects)
  if (why !== undefined) return [failed(own, invalidEffect(why), result)]
  const whole = afterCall(before, result.state, reply.effects, space.scope.timers)
  return [
    {
      record: space.recordOf(whole),
      sent: sentBy(space, before, reply.effects),
      effects: reply.effects,
      crash: null,
      writesLost: 0,
      failure: null,
      result,
    },
    ...crashesWithin(space, before, reply.effects, result),
  ]
}

/** The crashes that may strike the node between two calls. */
export function crashesAtRest(space: Space, node: NodeState): readonly CallOutcome[] {
  return differentCrashes(space, node, [], { kind: 'stepped', reply: 'O', state: '' })
}

/** An effect that makes no sense ends a run just like a throw. */
export function invalidEffect(message: string): CallFailure {
  return { kind: 'threw', name: 'InvalidEffect', message, line: 0, column: 0 }
}

function failed(record: number, failure: CallFailure, result: StepResult): CallOutcome {
  return { record, sent: [], effects: [], crash: null, writesLost: 0, failure, result }
}

function crashesWithin(
  space: Space,
  before: NodeState,
  effects: readonly Effect[],
  result: StepResult,
): readonly CallOutcome[] {
  if (!space.nodesMayCrash) return []
  const outcomes = new Map<string, CallOutcome>()
  for (let count = 1; count < effects.length; count++) {
    const done = effects.slice(0, count)
    const halfway = afterCall(before, '', done, space.scope.timers)
    for (const outcome of differentCrashes(space, halfway, done, result)) {
      const text = `${outcome.record} ${outcome.sent.join(' ')}`
      if (!outcomes.has(text)) outcomes.set(text, outcome)
    }
  }
  return [...outcomes.values()]
}

function differentCrashes(
  space: Space,
  node: NodeState,
  effects: readonly Effect[],
  result: StepResult,
): readonly CallOutcome[] {
  const sent = sentBy(space, node, effects)
  const outcomes: CallOutcome[] = []
  for (let writesKept = 0; writesKept <= node.buffered.length; writesKept++) {
    const record = space.recordOf(afterCrash(node, writesKept))
    if (outcomes.some((outcome) => outcome.record === record)) continue
    outcomes.push({
      record,
      sent,
      effects,
      crash: { afterEffects: effects.length, writesKept },
      writesLost: node.buffered.length - writesKept,
      failure: null,
      result,
    })
  }
  return outcomes
}

function sentBy(space: Space, { id }: NodeState, effects: readonly Effect[]): readonly number[] {
  return effects.flatMap((effect) => {
    const inFlight = inFlightOf(space, id, effect)
    return inFlight === undefined ? [] : [space.messageOf(inFlight)]
  })
}

function inFlightOf(space: Space, from: string, effect: Effect): InFlight | undefined {
  if (effect.kind === 'send') {
    return { kind: 'message', from, to: effect.to, body: effect.body, operation: 0 }
  }
  if (effect.kind !== 'reply') return undefined
  const { outcome, operation, body } = effect
  const to = space.scope.operations[operation - 1]?.client ?? ''
  return { kind: outcome, from, to, body, operation }
}

/** Why an effect makes no sense, in the words of a run. */
function nonsenseIn({ scope }: Space, effects: readonly Effect[]): string | undefined {
  for (const effect of effects) {
    if (effect.kind === 'send' && !scope.nodes.includes(effect.to)) {
      return `there is no node "${effect.to}" to send to`
    }
    if (effect.kind === 'reply' && scope.operations[effect.operation - 1] === undefined) {
      return `nobody asked for operation ${effect.operation}`
    }
  }
  return undefined
}
