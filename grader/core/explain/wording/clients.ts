/** How the claims about what clients see are told. */

import type { EventId, OperationId, TraceEvent } from '../../trace/event.ts'
import type { Scene } from '../scene.ts'
import { nobody } from './blame.ts'
import { tellOperation } from './operations.ts'
import { tellRaft } from './raft-events.ts'
import { idsOf, newest } from './witnesses.ts'
import type { Moment, Wording, Wordings } from './wording.ts'

function tell(event: TraceEvent, moment: Moment): string | undefined {
  return tellOperation(event, moment) ?? tellRaft(event, moment)
}

/** The same, where the last step is that something has not happened. */
const tellUntil =
  (missing: string) =>
  (event: TraceEvent, moment: Moment): string | undefined =>
    event.id === moment.violation.event ? missing : tell(event, moment)

/** Where the request went: who took it, and who sent it on. */
const unanswered: Wording = {
  tell: tellUntil('by now there should be an answer, and there is none'),
  isFaultless: true,
  witnesses({ event, related: [asked] }, scene) {
    const ask = asked === undefined ? undefined : scene.event(asked)
    if (ask?.kind !== 'invoke' && ask?.kind !== 'retry') return []
    return idsOf(scene.backwards(event, (one) => isAbout(one, ask.operation), ask.id + 1))
  },
  culprit: nobody,
}

/** The same where a cut may be the reason: who could help whom is a part of the story. */
const unansweredOnASide: Wording = { ...unanswered, isFaultless: false }

/** The history is in the sentence, so that the steps need not repeat it. */
const wrongVerdict: Wording = {
  tell(event) {
    if (event.kind === 'invoke') return `${event.client} asks ${event.node} for a verdict`
    if (event.kind === 'reply') return `${event.node} says ${event.body}`
    return undefined
  },
  isFaultless: true,
}

/** What each node that is behind applied last. */
const notApplied: Wording = {
  tell: tellUntil('by now all nodes should have applied the same, and they have not'),
  isFaultless: true,
  witnesses: ({ event, nodes }, scene) =>
    nodes.flatMap((node) =>
      newest(scene, event, (one) => one.kind === 'apply' && one.node === node),
    ),
  culprit: nobody,
}

/** Who gave the answer that does not fit, and when it was asked for. */
const wrongView: Wording = {
  tell,
  witnesses({ event }, scene) {
    const told = scene.event(event)
    const asked = told?.kind === 'complete' ? scene.invocation(told.operation) : undefined
    return [...answerOf(event, scene), ...(asked === undefined ? [] : [asked.id])]
  },
  culprit: ({ event }, scene) => {
    const [answer] = answerOf(event, scene)
    return answer === undefined ? undefined : { event: answer }
  },
}

/** The answer as it is, because what it means is the question. */
const wrongForm: Wording = {
  ...wrongView,
  tell: (event, moment) =>
    event.kind === 'reply' || event.kind === 'complete' ? undefined : tell(event, moment),
  isFaultless: true,
}

/** How the request came to be carried out twice: when it was asked for again. */
const twice: Wording = {
  tell,
  isFaultless: true,
  witnesses({ event, related }, scene) {
    const operations = related.flatMap((id) => {
      const invoke = scene.event(id)
      return invoke?.kind === 'invoke' ? [invoke.operation] : []
    })
    return operations.flatMap((operation) =>
      idsOf(scene.backwards(event, (one) => one.kind === 'retry' && one.operation === operation)),
    )
  },
  culprit: nobody,
}

/** The node's answer that a client got in this event. */
function answerOf(id: EventId, scene: Scene): readonly EventId[] {
  const event = scene.event(id)
  if (event?.kind !== 'complete') return []
  const answer = scene.event(event.cause)
  return answer?.kind === 'reply' ? [answer.id] : []
}

/** True for what clients and nodes did about this operation. */
function isAbout(event: TraceEvent, operation: OperationId): boolean {
  switch (event.kind) {
    case 'request':
    case 'reply':
    case 'retry':
      return event.operation === operation
    default:
      return false
  }
}

export const clients: Wordings = {
  'well-formed-answers': wrongForm,
  'answered-within': unanswered,
  'applied-everywhere': notApplied,
  linearizable: wrongView,
  'fresh-reads': wrongView,
  'reads-what-was-written': wrongView,
  'reads-catch-up': wrongView,
  'read-your-writes': wrongView,
  'causal-convergence': wrongView,
  'majority-answers': unansweredOnASide,
  'minority-refuses': unansweredOnASide,
  'answers-on-every-side': unansweredOnASide,
  'judges-rightly': wrongVerdict,
  'tells-what-it-knows': unansweredOnASide,
  'reads-are-answered': unansweredOnASide,
  'appends-once': twice,
}
