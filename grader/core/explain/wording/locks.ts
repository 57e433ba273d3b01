/** How the claims about locks, leases and fencing tokens are told. */

import { lockName, tokenIn } from '../../check/locks/lock-requests.ts'
import { jsonFields, printJson, printName } from '../../json.ts'
import type { EventId, Json, TraceEvent } from '../../trace/event.ts'
import type { Scene } from '../scene.ts'
import { changeOf } from './blame.ts'
import { callBehind, newest } from './witnesses.ts'
import type { Moment, Wording, Wordings } from './wording.ts'

/** Who asks for the lock, who gets it, and with which token. */
function tellLock(event: TraceEvent, { scene }: Moment): string | undefined {
  switch (event.kind) {
    case 'invoke':
      return tellRequest(event.client, JSON.parse(event.body) as Json)
    case 'complete':
      return event.outcome === 'ok' ? tellAnswer(event, scene) : undefined
    case 'observe':
      return tellHolding(event)
    case 'apply':
      return tellUse(event.node, JSON.parse(event.value) as Json)
    case 'reply': {
      const asked = scene.invocation(event.operation)
      const use = asked && tellUse(event.node, JSON.parse(asked.body) as Json)
      return event.outcome === 'ok' ? use : undefined
    }
    default:
      return undefined
  }
}

function tellRequest(client: string, body: Json): string | undefined {
  const { kind, lock = '' } = jsonFields(body) ?? {}
  const name = lockName(printName(lock))
  if (kind === 'acquire') return `${client} asks for ${name}`
  if (kind === 'release') return `${client} gives ${name} back`
  const token = tokenIn(body)
  return token === undefined ? undefined : `${client} uses the resource with token ${token}`
}

function tellAnswer(
  { client, operation, body }: TraceEvent & { readonly kind: 'complete' },
  scene: Scene,
): string | undefined {
  const asked = scene.invocation(operation)
  const { kind, lock = '' } = jsonFields(JSON.parse(asked?.body ?? 'null') as Json) ?? {}
  if (kind !== 'acquire') return undefined
  const name = lockName(printName(lock))
  const token = tokenIn(JSON.parse(body) as Json)
  return `${client} is given ${name}${token === undefined ? '' : ` with token ${token}`}`
}

function tellHolding({
  node,
  fields: { holding, leaseUntil },
}: TraceEvent & { readonly kind: 'observe' }): string | undefined {
  if (holding !== undefined) {
    const isFree = holding === false || holding === null || printJson(holding) === '[]'
    if (isFree) return `${node} holds no lock any more`
    return `${node} holds ${typeof holding === 'string' ? lockName(holding) : lockText(holding)}`
  }
  if (typeof leaseUntil !== 'number') return undefined
  return leaseUntil === 0
    ? `${node} holds no lease any more`
    : `${node} holds a lease until ${leaseUntil} ms of its own clock`
}

function lockText(holding: Json): string {
  return holding === true ? lockName('') : `locks ${printJson(holding)}`
}

function tellUse(node: string, value: Json): string | undefined {
  const token = tokenIn(value)
  return token === undefined ? undefined : `${node} accepts token ${token}`
}

/** How the second holder came to have it: who answered, and whom the answer was for. */
const secondHolder = (field: string): Wording => ({
  tell: tellLock,
  witnesses: ({ event }, scene) => callBehind(event, scene),
  culprit: changeOf(field),
})

/** When each of the two had asked. */
const secondGrant: Wording = {
  tell: tellLock,
  witnesses: ({ event, related }, scene) => [
    ...invocationOf(event, scene),
    ...related.flatMap((id) => invocationOf(id, scene)),
  ],
  culprit: ({ event }, scene) => answerBehind(event, scene),
}

/** Which clock was wrong, and who was slow: the faults say it. */
const overlap: Wording = {
  tell: tellLock,
  witnesses: ({ event, nodes }, scene) =>
    newest(scene, event, (other) => other.kind === 'skew' && nodes.includes(other.node)),
  culprit: changeOf('leaseUntil'),
}

/** Who came late with the old token. */
const oldToken: Wording = {
  tell: tellLock,
  witnesses({ event }, scene) {
    const here = scene.event(event)
    const asked = here?.kind === 'reply' ? scene.invocation(here.operation) : undefined
    return asked === undefined ? callBehind(event, scene) : [asked.id]
  },
}

export const locks: Wordings = {
  'one-holder': secondHolder('holding'),
  'one-client-holds': secondGrant,
  'leases-do-not-overlap': overlap,
  'tokens-grow': secondGrant,
  fencing: oldToken,
}

function invocationOf(id: EventId, scene: Scene): readonly EventId[] {
  const event = scene.event(id)
  const asked = event?.kind === 'complete' ? scene.invocation(event.operation) : undefined
  return asked === undefined ? [] : [asked.id]
}

/** A client is told by an answer: the line is that of the node that sent it. */
function answerBehind(id: EventId, scene: Scene): { readonly event: EventId } | undefined {
  const cause = scene.event(scene.event(id)?.cause ?? -1)
  return cause?.kind === 'reply' ? { event: cause.id } : undefined
}
