/** How the claims about broadcast are told (Hadzilacos & Toueg 1994). */
import { messageId } from '../../check/broadcast/broadcast-steps.ts'
import type { EventId, Json, NodeId, TraceEvent } from '../../trace/event.ts'
import type { Scene } from '../scene.ts'
import { nobody } from './blame.ts'
import { callBehind, idsOf, newest } from './witnesses.ts'
import type { Moment, Wording, Wordings } from './wording.ts'

/** Broadcasts and deliveries by the name of their message. */
function tellBroadcast(event: TraceEvent, { scene }: Moment): string | undefined {
  switch (event.kind) {
    case 'invoke':
      return `${event.client} asks ${event.node} to broadcast ${nameIn(event.body)}`
    case 'request': {
      const asked = scene.invocation(event.operation)
      return asked === undefined
        ? undefined
        : `${event.node} broadcasts ${nameIn(asked.body)} for ${event.client}`
    }
    case 'apply':
      return `${event.node} delivers ${nameIn(event.value)}`
    default:
      return undefined
  }
}

/** The same, where the last step is that something had not happened in time. */
function tellMissing(event: TraceEvent, moment: Moment): string | undefined {
  const { violation } = moment
  if (event.id !== violation.event) return tellBroadcast(event, moment)
  return 'by now it should have been delivered, and it has not been'
}

function nameIn(json: string): string {
  return messageId(JSON.parse(json) as Json)
}

/** What made the node deliver it then, and what was lost on the way to it. */
const tooEarly: Wording = {
  tell: tellBroadcast,
  witnesses: ({ event, nodes }, scene) => [
    ...lostOnTheWay(event, nodes.at(-1), scene),
    ...callBehind(event, scene),
  ],
}

/** What kept the message from a node that should have had it. */
const neverDelivered: Wording = {
  tell: tellMissing,
  witnesses: ({ event, nodes }, scene) =>
    nodes.flatMap((node) => lostOnTheWay(event, node, scene)).slice(0, 2),
  culprit: nobody,
}

/** Both calls in which it was delivered, and the copy that the network made. */
const twice: Wording = {
  tell: tellBroadcast,
  witnesses({ event, nodes: [node], related: [first = 0] }, scene) {
    const copies = newest(
      scene,
      event,
      (other) => other.kind === 'duplicate' && other.to === node && other.id > first,
    )
    return [...callBehind(event, scene), ...copies]
  },
}

const outOfNowhere: Wording = {
  tell: tellBroadcast,
  isFaultless: true,
  witnesses: ({ event }, scene) => callBehind(event, scene),
}

/** The two deliveries at each of the two nodes. */
const twoOrders: Wording = {
  tell: tellBroadcast,
  witnesses({ event, nodes, related }, scene) {
    const names = [...related, event].map((id) => deliveredAt(id, scene))
    const theirs = scene.backwards(
      event,
      (one) =>
        one.kind === 'apply' && nodes.includes(one.node) && names.includes(nameIn(one.value)),
    )
    return idsOf(theirs)
  },
}

export const broadcast: Wordings = {
  validity: neverDelivered,
  agreement: neverDelivered,
  'uniform-agreement': neverDelivered,
  'no-duplication': twice,
  'no-creation': outOfNowhere,
  'fifo-order': tooEarly,
  'causal-order': tooEarly,
  'total-order': twoOrders,
}

function deliveredAt(id: EventId, scene: Scene): string | undefined {
  const event = scene.event(id)
  return event?.kind === 'apply' ? nameIn(event.value) : undefined
}

/** The newest message to this node that was lost. */
function lostOnTheWay(to: EventId, node: NodeId | undefined, scene: Scene): readonly EventId[] {
  return newest(scene, to, (event) => event.kind === 'drop' && event.to === node)
}
