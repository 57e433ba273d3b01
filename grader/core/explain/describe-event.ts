/** Says what an event is, in one plain sentence: for stories, tables and screen readers. */

import { assertNever } from '../assert.ts'
import type { Json, MessageId, Micros, NodeId, TraceEvent } from '../trace/event.ts'
import { millis } from '../trace/time-text.ts'
import type { WorldView } from '../trace/world-view.ts'

/** One sentence without a full stop. `view` must have folded the trace up to this event. */
export function describeEvent(event: TraceEvent, view: WorldView): string {
  switch (event.kind) {
    case 'boot':
      return event.incarnation === 1 ? `${event.node} starts` : `${event.node} starts again`
    case 'receive':
      return `${event.node} receives ${messageName(event.message, view)} from ${event.from}`
    case 'timer':
      return `${event.node}: its timer "${event.name}" runs out`
    case 'request':
      return `${event.node} receives operation ${event.operation} from ${event.client}`
    case 'send':
      return `${event.node} sends ${messageName(event.message, view)} to ${event.to}`
    case 'set-timer':
      return `${event.node} sets its timer "${event.name}" to ${millis(event.delayMicros)}`
    case 'cancel-timer':
      return `${event.node} stops its timer "${event.name}"`
    case 'write':
      return `${event.node} writes ${event.key} = ${shorten(event.value)}`
    case 'sync':
      return `${event.node} makes its writes durable`
    case 'reply':
      return describeReply(event)
    case 'apply':
      return `${event.node} applies ${shorten(event.value)}`
    case 'observe':
      return `${event.node} now has ${describeFields(event.fields)}`
    case 'note':
      return `${event.node} notes: ${shorten(event.text)}`
    case 'drop':
      return describeDrop(event, view)
    case 'duplicate':
      return `the network repeats ${carriedName(event.message, event.from, view)} from ${event.from} to ${event.to}`
    case 'invoke':
      return `${event.client} asks ${event.node} for ${shorten(event.body)}`
    case 'retry':
      return `${event.client} asks ${event.node} for operation ${event.operation} again`
    case 'complete':
      return describeCompletion(event)
    case 'cut':
      return `cut #${event.cut}: ${event.label}`
    case 'heal':
      return `cut #${event.cut} is healed`
    case 'crash':
      return `${event.node} crashes${lostWrites(event)}`
    case 'pause':
      return `${event.node} is paused`
    case 'resume':
      return `${event.node} goes on`
    case 'clog':
      return `messages from ${event.from} to ${event.to} are held back`
    case 'unclog':
      return `messages from ${event.from} to ${event.to} flow again`
    case 'degrade':
      return `the links ${event.label} get worse: ${describeWeather(event.weather)}`
    case 'restore':
      return `the links ${event.label} are as before`
    case 'skew':
      return `the clock of ${event.node} is off by ${millis(event.offsetMicros)} and gains ${event.driftPpm} µs a second`
    case 'threw':
      return `${event.node} threw ${event.name}: ${shorten(event.message)}`
    case 'phase':
      return 'all faults end: everything is healed and running'
    case 'end':
      return `the run ends: ${event.detail}`
    default:
      return assertNever(event)
  }
}

/** A time as people read it: `1.240 s`. */
export function formatSeconds(at: Micros): string {
  const ms = Math.round(at / 1_000)
  return `${Math.floor(ms / 1_000)}.${String(ms % 1_000).padStart(3, '0')} s`
}

/** The type that a message names itself by, or its number. */
function messageName(id: MessageId, view: WorldView): string {
  const content = view.content(id)
  if (typeof content === 'object' && content !== null && !Array.isArray(content)) {
    const { type } = content as { readonly [key: string]: Json }
    if (typeof type === 'string') return type
  }
  return `message ${id}`
}

function describeFields(fields: { readonly [name: string]: Json }): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name} = ${shorten(JSON.stringify(value))}`)
    .join(', ')
}

function describeReply(event: TraceEvent & { readonly kind: 'reply' }): string {
  const { node, client, operation, body } = event
  return event.outcome === 'ok'
    ? `${node} answers ${client}: operation ${operation} gave ${shorten(body)}`
    : `${node} refuses operation ${operation} of ${client}: ${shorten(body)}`
}

function describeDrop(event: TraceEvent & { readonly kind: 'drop' }, view: WorldView): string {
  const { message, from, to } = event
  const sentence = `${carriedName(message, from, view)} from ${from} to ${to} is lost`
  switch (event.reason) {
    case 'cut':
      return `${sentence} at cut #${event.cut}`
    case 'loss':
      return `${sentence} by chance`
    case 'down':
      return `${sentence}: ${to} is down`
    case 'gave-up':
      return `${sentence}: ${to} no longer waits`
  }
}

function describeCompletion(event: TraceEvent & { readonly kind: 'complete' }): string {
  const { client, operation, body } = event
  switch (event.outcome) {
    case 'ok':
      return `${client}: operation ${operation} is ok and gave ${shorten(body)}`
    case 'fail':
      return `${client}: operation ${operation} was refused: ${shorten(body)}`
    case 'info':
      return `${client}: nobody answered operation ${operation} in time; it may or may not have happened`
  }
}

function lostWrites({ writesLost, tornKey }: TraceEvent & { readonly kind: 'crash' }): string {
  const torn = tornKey === null ? '' : `; its write of ${tornKey} was torn`
  if (writesLost === 0) return ''
  const writes = writesLost === 1 ? 'one unsynced write' : `${writesLost} unsynced writes`
  return ` and loses ${writes}${torn}`
}

function describeWeather(weather: (TraceEvent & { readonly kind: 'degrade' })['weather']): string {
  const { lossPermille, duplicatePermille, delayMicrosMin, delayMicrosMax } = weather
  const losses = `${lossPermille / 10} % lost, ${duplicatePermille / 10} % repeated`
  return `${losses}, ${millis(delayMicrosMin)} to ${millis(delayMicrosMax)} late`
}

/** A message by its type; what clients send and get has no number. */
function carriedName(id: MessageId, from: NodeId, view: WorldView): string {
  if (id !== 0) return messageName(id, view)
  return view.clientIds.includes(from) ? 'the request' : 'the answer'
}

const TEXT_LENGTH_MAX = 120

function shorten(text: string): string {
  return text.length <= TEXT_LENGTH_MAX ? text : `${text.slice(0, TEXT_LENGTH_MAX - 1)}…`
}
