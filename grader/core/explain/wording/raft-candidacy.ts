/** How claims about starting, waiting, standing for election and being heard are told. */
import type { Violation } from '../../check/claim.ts'
import { raftState, sentMessage } from '../../check/raft/raft-view.ts'
import { nameText } from '../../json.ts'
import type { EventId, NodeId, TraceEvent } from '../../trace/event.ts'
import type { Scene } from '../scene.ts'
import { changeOf, handlerOfRelated, nobody } from './blame.ts'
import { tellRaft } from './raft-events.ts'
import { callBehind, messageFields, newest } from './witnesses.ts'
import type { Culprit, Moment, Wording, Wordings } from './wording.ts'

/** What it was when it crashed. */
const startedOtherwise: Wording = {
  tell: tellRaft,
  witnesses(violation, scene) {
    const [node] = violation.nodes
    const [boot = violation.event] = violation.related
    const ofNode = (kind: TraceEvent['kind']) =>
      newest(scene, boot, (event) => event.kind === kind && 'node' in event && event.node === node)
    return [...ofNode('crash'), ...ofNode('observe')]
  },
  culprit: changeOf('role'),
}

/** Whether it voted for this candidate before, and how it came into the term. */
const refusedThoughFree: Wording = {
  tell: tellRaft,
  isFaultless: true,
  witnesses(violation, scene) {
    const [voter, candidate] = violation.nodes
    const entered = newest(
      scene,
      violation.event,
      (event) => event.kind === 'observe' && event.node === voter && 'currentTerm' in event.fields,
    )
    const voted = newest(scene, violation.event, (event) => {
      if (event.kind !== 'send' || event.node !== voter || event.to !== candidate) return false
      const { type, voteGranted } = messageFields(event.message, scene)
      return type === 'RequestVoteReply' && voteGranted === true
    })
    return [...voted, ...entered]
  },
}

/** What was asked, and when the node came into its term. */
const answeredInOtherTerm: Wording = {
  tell: tellRaft,
  isFaultless: true,
  witnesses: ({ event }, scene) => callBehind(event, scene),
}

/** Whom it did ask. The claim breaks at a request, or when the time for asking is over. */
const askedTooFew: Wording = {
  tell: (event, moment) =>
    event.id === moment.violation.event && isTimeUp(moment.violation)
      ? `by now ${nameText(moment.violation.nodes[0] ?? '')} should have asked everybody`
      : tellRaft(event, moment),
  isFaultless: true,
  witnesses(violation, scene) {
    const [node] = violation.nodes
    const [stood = 0] = violation.related
    const asked = scene.backwards(
      violation.event - 1,
      (event) =>
        event.kind === 'send' &&
        event.node === node &&
        messageFields(event.message, scene).type === 'RequestVote',
      stood,
    )
    return asked.slice(0, 2).map(({ id }) => id)
  },
  culprit({ event, related: [stood] }) {
    return stood === undefined ? { event } : { event: stood, field: 'role' }
  },
}

function isTimeUp({ related }: Violation): boolean {
  return related.length > 0
}

/** What it last did or heard: one of these should have made a timer run. */
const neverStood: Wording = {
  tell: (event, moment) =>
    event.id === moment.violation.event
      ? `by now ${nameText(moment.violation.nodes[0] ?? '')} should have stood for election`
      : tellRaft(event, moment),
  witnesses(violation, scene) {
    const [node] = violation.nodes
    const [since = 0] = violation.related
    const last = (kind: 'timer' | 'receive' | 'cancel-timer') =>
      scene
        .backwards(
          violation.event - 1,
          (event) => event.kind === kind && event.node === node,
          since,
        )
        .slice(0, 1)
        .map(({ id }) => id)
    const begin = scene.event(since)
    const call = begin && scene.callOf(begin)
    return [
      ...last('receive'),
      ...last('timer'),
      ...last('cancel-timer'),
      ...(call ? [call.id] : []),
    ]
  },
  culprit: nobody,
}

/** The line that set the timer for this wait is to blame. */
const waitedOddly: Wording = {
  tell: tellRaft,
  isFaultless: true,
  witnesses: (violation, scene) => timerOfWait(violation, scene),
  culprit(violation, scene): Culprit | undefined {
    const [event] = timerOfWait(violation, scene)
    return event === undefined ? undefined : { event }
  },
}

function timerOfWait({ event, nodes }: Violation, scene: Scene): readonly EventId[] {
  const node = nodes.at(-1)
  const stood = scene.event(event)
  const call = stood && scene.callOf(stood)
  const set = call && scene.event(call.cause)
  return set?.kind === 'set-timer' && set.node === node ? [set.id] : []
}

/** In the words of the plot it would be a leader; it is the point that it is none. */
const appendedWithoutLead: Wording = {
  tell(event, moment) {
    const message =
      event.id === moment.violation.event ? sentMessage(event, moment.view) : undefined
    if (message === undefined) return tellRaft(event, moment)
    const { from, to, type, term } = message
    return `${from} sends ${to} ${type} of term ${term} all the same`
  },
  witnesses: ({ event }, scene) => callBehind(event, scene),
}

const namedNoLeader: Wording = {
  tell(event, moment) {
    const isIt = event.id === moment.violation.event && event.kind === 'observe'
    const state = isIt ? raftState(moment.view.node(event.node)) : undefined
    if (state === undefined || event.kind !== 'observe') return tellRaft(event, moment)
    return `${event.node}, in term ${state.term}, names ${state.leaderId ?? 'nobody'} as its leader`
  },
  isFaultless: true,
  witnesses: ({ event }, scene) => callBehind(event, scene),
  culprit({ event }, scene) {
    const shown = scene.event(event)
    const isNew = shown?.kind === 'observe' && 'leaderId' in shown.fields
    return { event, field: isNew ? 'leaderId' : 'currentTerm' }
  },
}

/** The message that should, or should not, have changed it, and where that came from. */
function handledWrongly(field: string): Wording {
  return {
    tell: tellVoteChange,
    isFaultless: true,
    witnesses(violation, scene) {
      const [heard = -1] = violation.related
      return [scene.event(heard)?.cause ?? -1]
    },
    culprit: handlerOfRelated(field),
  }
}

function tellVoteChange(event: TraceEvent, moment: Moment): string | undefined {
  if (event.kind !== 'observe' || !('votedFor' in event.fields)) return tellRaft(event, moment)
  const others = ['role', 'currentTerm'].filter((name) => name in event.fields)
  if (others.length > 0) return tellRaft(event, moment)
  const vote = event.fields.votedFor
  const whom = vote === null || vote === undefined ? 'nobody' : nameText(vote)
  return `${event.node} now has its vote given to ${whom}`
}

/** Who had answered it, and what. */
const stoodUnsupported: Wording = {
  tell: tellRaft,
  isFaultless: true,
  witnesses(violation, scene) {
    const [node] = violation.nodes
    const answers = scene.backwards(
      violation.event,
      (event) =>
        event.kind === 'receive' &&
        event.node === node &&
        messageFields(event.message, scene).type === 'PreVoteReply',
    )
    return [
      ...callBehind(violation.event, scene).slice(0, 1),
      ...answers.slice(0, 2).map(({ id }) => id),
    ]
  },
  culprit: changeOf('currentTerm'),
}

const supportedWhileLed: Wording = {
  tell: tellRaft,
  witnesses: ({ event }, scene) => callBehind(event, scene),
}

/** Why nobody was heard, and the last that was. */
const ledUnheard: Wording = {
  tell: (event, moment) =>
    event.id === moment.violation.event
      ? `by now ${nameText(moment.violation.nodes[0] ?? '')} should lead no more`
      : tellRaft(event, moment),
  witnesses(violation, scene) {
    const [leader] = violation.nodes
    return [
      ...newest(scene, violation.event, (event) => isCutFrom(leader, event)),
      ...newest(
        scene,
        violation.event,
        (event) => event.kind === 'receive' && event.node === leader,
      ),
    ]
  },
  culprit: nobody,
}

function isCutFrom(node: NodeId | undefined, event: TraceEvent): boolean {
  return event.kind === 'cut' && event.links.some(({ to }) => to === node)
}

export const raftCandidacy: Wordings = {
  'starts-as-follower': startedOtherwise,
  'votes-when-free': refusedThoughFree,
  'answers-in-own-term': answeredInOtherTerm,
  'asks-everybody': askedTooFew,
  'stands-for-election': neverStood,
  'waits-in-range': waitedOddly,
  'waits-are-random': waitedOddly,
  'only-leaders-append': appendedWithoutLead,
  'names-only-leaders': namedNoLeader,
  'learns-of-leader': handledWrongly('leaderId'),
  'pre-vote-changes-nothing': handledWrongly('votedFor'),
  'stands-with-support': stoodUnsupported,
  'no-pre-vote-while-led': supportedWhileLed,
  'leader-hears-majority': ledUnheard,
}
