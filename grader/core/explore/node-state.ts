/** What a node's effects do to the part of the world that is the node's own. */
import type { Effect } from '../sim/effect.ts'
import type { NodeId } from '../trace/event.ts'
import type { Scope } from './scope.ts'
import type { DiskEntries, NodeState, PendingTimer } from './world.ts'

/** A node that was never started. */
export function newNode(id: NodeId): NodeState {
  return { id, isUp: false, memory: '', durable: [], buffered: [], timers: [], fields: {} }
}

/** The disk as the node sees it: its own writes, synced or not. */
export function visibleDisk({ durable, buffered }: NodeState): { readonly [key: string]: string } {
  return Object.fromEntries([...durable, ...buffered])
}

/**
 * The node after a call.
 * @param memory what the node remembers when the call is over
 */
export function afterCall(
  before: NodeState,
  memory: string,
  effects: readonly Effect[],
  timing: Scope['timers'],
): NodeState {
  let { durable, buffered, timers, fields } = before
  for (const effect of effects) {
    switch (effect.kind) {
      case 'write':
        buffered = [...buffered, [effect.key, effect.value]]
        break
      case 'sync':
        durable = stored(durable, buffered)
        buffered = []
        break
      case 'set-timer':
        timers = withTimer(timers, effect, timing)
        break
      case 'cancel-timer':
        timers = withoutTimer(timers, effect.name)
        break
      case 'observe':
        fields = { ...fields, ...effect.fields }
        break
      case 'send':
      case 'reply':
      case 'apply':
      case 'note':
        break
    }
  }
  return { id: before.id, isUp: true, memory, durable, buffered, timers, fields }
}

/** The node without memory and with the first `writesKept` of its unsynced writes. */
export function afterCrash({ id, durable, buffered }: NodeState, writesKept: number): NodeState {
  return { ...newNode(id), durable: stored(durable, buffered.slice(0, writesKept)) }
}

/** The node whose timer of this name has just run out. */
export function afterTimer(node: NodeState, name: string): NodeState {
  return { ...node, timers: withoutTimer(node.timers, name) }
}

/**
 * The timers that may fire next. By duration, a timer waits for those that were set before
 * it and last no longer: of the two, those are due first, however much time passed between.
 */
export function dueTimers(node: NodeState, timing: Scope['timers']): readonly PendingTimer[] {
  if (timing === 'any-order') return node.timers
  return node.timers.filter(
    ({ delayMicros }, index) =>
      !node.timers.slice(0, index).some((earlier) => earlier.delayMicros <= delayMicros),
  )
}

/** Equal nodes have equal text. */
export function nodeText(node: NodeState): string {
  const { id, isUp, memory, durable, buffered, timers, fields } = node
  const sorted = Object.entries(fields).sort(byKey)
  return JSON.stringify([id, isUp, memory, durable, buffered, timers, sorted])
}

function stored(durable: DiskEntries, written: DiskEntries): DiskEntries {
  if (written.length === 0) return durable
  return [...new Map([...durable, ...written])].sort(byKey)
}

function withTimer(
  timers: readonly PendingTimer[],
  { name, delayMicros }: PendingTimer,
  timing: Scope['timers'],
): readonly PendingTimer[] {
  const others = withoutTimer(timers, name)
  if (timing === 'by-duration') return [...others, { name, delayMicros }]
  return [...others, { name, delayMicros: 0 }].sort((a, b) => compare(a.name, b.name))
}

function withoutTimer(timers: readonly PendingTimer[], name: string): readonly PendingTimer[] {
  return timers.filter((timer) => timer.name !== name)
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return compare(a[0], b[0])
}

/** By code unit: the same on every engine and in every language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
