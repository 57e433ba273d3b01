/** What the events of clients' operations are called, by what the client asked for. */

import { dataTypeWords } from '../../check/command-words.ts'
import { updateId } from '../../check/convergence/updates.ts'
import { jsonFields, printJson } from '../../json.ts'
import type { Json, OperationId, TraceEvent } from '../../trace/event.ts'
import type { Scene } from '../scene.ts'
import type { Moment } from './wording.ts'

/** An event of an operation, or undefined for one that is about none. */
export function tellOperation(event: TraceEvent, { scene }: Moment): string | undefined {
  switch (event.kind) {
    case 'apply':
      return `${event.node} applies ${nameIn(event.value)}${indexIn(event.value)}`
    case 'invoke':
      return `${event.client} asks ${event.node} for ${nameIn(event.body)}`
    case 'retry':
      return `${event.client} asks ${event.node} again for ${nameOf(event.operation, scene)}`
    case 'request':
      return `${event.node} takes ${nameOf(event.operation, scene)} of ${event.client}`
    case 'reply':
      return event.outcome === 'ok'
        ? `${event.node} answers ${event.client} that ${nameOf(event.operation, scene)} ${resultOf(event, scene)}`
        : `${event.node} refuses ${nameOf(event.operation, scene)} of ${event.client}`
    case 'complete':
      if (event.outcome === 'info') return undefined
      return event.outcome === 'ok'
        ? `${event.client} is told that ${nameOf(event.operation, scene)} ${resultOf(event, scene)}`
        : `${event.client} is told that ${nameOf(event.operation, scene)} is refused`
    default:
      return undefined
  }
}

function nameIn(json: string): string {
  const value = JSON.parse(json) as Json
  return dataTypeWords(value) ?? updateId(value)
}

function nameOf(operation: OperationId, scene: Scene): string {
  const asked = scene.invocation(operation)
  return asked === undefined ? `operation ${operation}` : nameIn(asked.body)
}

/** What a log applies has its place there. */
function indexIn(json: string): string {
  const index = jsonFields(JSON.parse(json) as Json)?.index
  return typeof index === 'number' ? ` at index ${index}` : ''
}

/** To a change `true` and nothing say no more than that it is done. */
function resultOf(
  { operation, body }: TraceEvent & { readonly kind: 'reply' | 'complete' },
  scene: Scene,
): string {
  const result = JSON.parse(body) as Json
  const asked = jsonFields(JSON.parse(scene.invocation(operation)?.body ?? 'null') as Json)
  if (asked?.op === 'laws') return 'is done'
  const isRead = READS.includes(asked?.op ?? asked?.kind ?? null)
  return !isRead && (result === null || result === true) ? 'is done' : `gave ${printJson(result)}`
}

const READS: readonly Json[] = ['get', 'read']
