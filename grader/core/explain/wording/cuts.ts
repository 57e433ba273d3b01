/** How the claims about cuts made by packet filters are told. */

import { orderIn } from '../../check/cuts/standing-orders.ts'
import { jsonFields } from '../../json.ts'
import type { Json, OperationId, TraceEvent } from '../../trace/event.ts'
import type { Scene } from '../scene.ts'
import { nobody } from './blame.ts'
import { idsOf, newest } from './witnesses.ts'
import type { Moment, Wording, Wordings } from './wording.ts'

/** Orders and packets by what they are about. */
function tell(event: TraceEvent, { scene }: Moment): string | undefined {
  switch (event.kind) {
    case 'invoke':
      return `${event.client} asks ${event.node} for ${wishIn(event.body)}`
    case 'request':
      return `${event.node} takes ${wishOf(event.operation, scene)}`
    case 'reply':
      return `${event.node} says that ${wishOf(event.operation, scene)} is done`
    case 'send':
      return `${event.node} sends ${event.to} a packet${portsOf(event.message, scene)}, which its rules let out`
    case 'receive':
      return `a packet of ${event.from}${portsOf(event.message, scene)} arrives at ${event.node}`
    case 'apply':
      return `the rules of ${event.node} let in a packet of ${heardIn(event.value)}`
    case 'observe':
      return 'rules' in event.fields ? rulesOf(event.node, event.fields.rules ?? null) : undefined
    default:
      return undefined
  }
}

function wishIn(body: string): string {
  const order = orderIn(body)
  if (order === undefined) {
    const op = jsonFields(JSON.parse(body) as Json)?.op
    return op === 'telnet' ? 'a way in on port 23' : 'a sign of life'
  }
  if (order.groups === undefined) return 'an end of all cuts'
  return `the cut ${order.groups.map((group) => group.join(' ')).join(' | ')}`
}

function wishOf(operation: OperationId, scene: Scene): string {
  const asked = scene.invocation(operation)
  return asked === undefined ? `operation ${operation}` : wishIn(asked.body)
}

function portsOf(message: number, scene: Scene): string {
  const { sport, dport } = jsonFields(scene.content(message)) ?? {}
  return typeof sport === 'number' && typeof dport === 'number'
    ? ` from port ${sport} to port ${dport}`
    : ''
}

function heardIn(value: string): string {
  const heard = jsonFields(JSON.parse(value) as Json)?.heard
  return typeof heard === 'string' ? heard : value
}

function rulesOf(node: string, rules: Json): string {
  const texts = Array.isArray(rules) ? rules.map(String) : []
  return `${node} now drops: ${texts.length === 0 ? 'nothing' : texts.join('; ')}`
}

/** The rules that the two hosts had when it happened. */
function rulesAt(scene: Scene, to: number, hosts: readonly string[]): readonly number[] {
  return hosts.flatMap((host) =>
    newest(
      scene,
      to,
      (event) => event.kind === 'observe' && event.node === host && 'rules' in event.fields,
    ),
  )
}

const byRules: Wording = {
  tell,
  witnesses: ({ event, nodes }, scene) => rulesAt(scene, event, nodes),
  culprit: nobody,
}

/** The same, where the last step is that nothing was heard for too long. */
const silence: Wording = {
  ...byRules,
  tell: (event, moment) =>
    event.id === moment.violation.event
      ? 'by now they should have heard each other, and they have not'
      : tell(event, moment),
}

/** Who took the request, and under which rules. */
const byCall: Wording = {
  tell,
  witnesses({ event, nodes }, scene) {
    const ended = scene.event(event)
    const operation = ended !== undefined && 'operation' in ended ? ended.operation : undefined
    const taken = scene.backwards(
      event,
      (one) => one.kind === 'request' && one.operation === operation,
    )
    return [...rulesAt(scene, event, nodes), ...idsOf(taken.slice(0, 1))]
  },
  culprit: nobody,
}

export const cuts: Wordings = {
  'cut-is-complete': byRules,
  'groups-stay-whole': silence,
  'clients-pass': byCall,
  'house-rules-hold': byCall,
}
