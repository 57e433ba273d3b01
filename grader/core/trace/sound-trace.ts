/**
 * Whether a trace that came from a stranger could be one of ours. `decodeTrace` reads the form;
 * this looks at the sense, so that whoever draws, folds or describes it finds what it names.
 * It does not say that any code did this.
 */
import type { Link, Trace, TraceEvent } from './event.ts'
import { FIELDS, type Field, type FieldValues } from './fields.ts'

/** Why it could not be ours, or undefined when it could. Linear in the events. */
export function whyUnsound({ header, events }: Trace): string | undefined {
  const { seed, nodes, clients } = header
  if (typeof header.scenario !== 'string' || !isWhole(seed)) return 'the header is not ours'
  if (!isListOfNames(nodes) || !isListOfNames(clients)) return 'the header names no nodes'
  const places: Places = {
    nodes: new Set(nodes),
    everybody: new Set([...nodes, ...clients]),
    messages: new Set([0]),
    unsynced: new Map(),
  }
  let at = 0
  for (const [index, event] of events.entries()) {
    const isInOrder = event.id === index && isWhole(event.at) && event.at >= at
    if (!isInOrder || !(event.cause >= -1 && event.cause < index)) {
      return `event ${index} is out of order`
    }
    at = event.at
    if (!isSound(event, places)) return `event ${index} makes no sense`
  }
  return undefined
}

interface Places {
  readonly nodes: ReadonlySet<string>
  readonly everybody: ReadonlySet<string>
  /** Numbers of the messages that were sent. */
  readonly messages: Set<number>
  /** How many writes of each node are not synced. */
  readonly unsynced: Map<string, number>
}

function isSound(event: TraceEvent, places: Places): boolean {
  const { nodes, everybody, messages, unsynced } = places
  const values = event as unknown as FieldValues
  if (!FIELDS[event.kind].every((field) => hasType(values, field))) return false
  if ('node' in event && !nodes.has(event.node)) return false
  for (const name of ['from', 'to', 'client']) {
    if (name in values && !everybody.has(values[name] as string)) return false
  }
  if (event.kind === 'send') messages.add(event.message)
  // What a node threw has a `message` too, which is a text.
  if ('message' in event && event.kind !== 'threw' && !messages.has(event.message)) return false
  switch (event.kind) {
    case 'duplicate':
      messages.add(event.copy)
      return true
    case 'observe':
      return isRecord(event.fields)
    case 'cut':
    case 'restore':
      return areLinks(event.links, everybody)
    case 'degrade':
      return (
        areLinks(event.links, everybody) &&
        isRecord(event.weather) &&
        Object.values(event.weather).every(isWhole)
      )
    case 'write':
      unsynced.set(event.node, (unsynced.get(event.node) ?? 0) + 1)
      return true
    case 'sync':
      unsynced.delete(event.node)
      return true
    case 'crash': {
      const lostMax = unsynced.get(event.node) ?? 0
      unsynced.delete(event.node)
      if (event.writesLost < 0 || event.writesLost > lostMax) return false
      return event.tornKey === null || typeof event.tornKey === 'string'
    }
    case 'send':
    case 'invoke':
      return isJson(event.body)
    default:
      return true
  }
}

function hasType(values: FieldValues, { name, type }: Field): boolean {
  const value = values[name]
  if (type === 'whole') return isWhole(value)
  return type === 'text' ? typeof value === 'string' : true
}

function areLinks(links: unknown, everybody: ReadonlySet<string>): boolean {
  return (
    Array.isArray(links) &&
    links.every((link: unknown) => {
      if (!isRecord(link)) return false
      const { from, to } = link as Link
      return everybody.has(from) && everybody.has(to)
    })
  )
}

function isListOfNames(names: unknown): boolean {
  return Array.isArray(names) && names.every((name) => typeof name === 'string')
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isWhole(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
