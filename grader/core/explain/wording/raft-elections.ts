/** How the claims about Raft's elections are told (Raft, sections 5.1, 5.2 and 5.6). */
import type { EventId, Json, NodeId, TraceEvent } from '../../trace/event.ts'
import type { Scene } from '../scene.ts'
import { changeOf, handlerOfRelated, nobody } from './blame.ts'
import { tellRaft } from './raft-events.ts'
import { idsOf, messageFields, newest } from './witnesses.ts'
import type { Wording, Wordings } from './wording.ts'

type SendEvent = TraceEvent & { readonly kind: 'send' }
type ReceiveEvent = TraceEvent & { readonly kind: 'receive' }
type ObserveEvent = TraceEvent & { readonly kind: 'observe' }

/** Who voted for each of the two leaders: first the votes of whoever voted for both. */
const twoLeaders: Wording = {
  tell: tellRaft,
  witnesses(violation, scene) {
    const term = termOf(scene.event(violation.event), scene)
    const votes = scene.backwards(violation.event, (event) => {
      const vote = voteIn(event, scene)
      return vote !== undefined && vote.term === term && violation.nodes.includes(vote.candidate)
    }) as readonly SendEvent[]
    const voters = votes.map(({ node }) => node)
    const isTwice = ({ node }: SendEvent) => voters.filter((voter) => voter === node).length > 1
    const telling = [...votes.filter(isTwice), ...votes.filter((vote) => !isTwice(vote))]
    return idsOf(telling.slice(0, 2))
  },
  culprit: changeOf('role'),
}

/** What the voter went through between its two votes. */
const twoVotes: Wording = {
  tell: tellRaft,
  witnesses(violation, scene) {
    const [first = 0] = violation.related
    const [voter] = violation.nodes
    const restarts = scene.backwards(
      violation.event,
      (event) => event.kind === 'boot' && event.node === voter,
      first,
    )
    const crashes = restarts.flatMap(({ cause, id }) => (cause < 0 ? [id] : [id, cause]))
    return [...crashes, ...forgotVote(scene, voter, first, violation.event)]
  },
}

/** What a node heard, without a crash, after which its vote was no longer the first one. */
function forgotVote(
  scene: Scene,
  voter: NodeId | undefined,
  from: EventId,
  to: EventId,
): readonly EventId[] {
  const changes = scene.backwards(
    to,
    (event) => event.kind === 'observe' && event.node === voter && 'votedFor' in event.fields,
    from,
  )
  const forgets = changes.find(
    (event) => event.kind === 'observe' && event.fields.votedFor === null,
  )
  const call = forgets && scene.callOf(forgets)
  return call === undefined || call.kind === 'boot' ? [] : [call.id]
}

const oldTermVote: Wording = {
  tell: tellRaft,
  isFaultless: true,
  witnesses(violation, scene) {
    const [voter] = violation.nodes
    const [asked = violation.event] = violation.related
    return newest(scene, asked, (event) => isTermChange(event, voter))
  },
}

/** The votes that it had counted when it took the lead, in whatever term they were. */
const tooFewVotes: Wording = {
  tell: tellRaft,
  isFaultless: true,
  witnesses(violation, scene) {
    const [leader] = violation.nodes
    const votes = scene
      .backwards(
        violation.event,
        (event) => event.kind === 'receive' && event.node === leader && isGranted(event, scene),
      )
      .slice(0, 2)
    const copies = votes.flatMap((vote) => copyOf(vote, scene))
    const led = scene.event(violation.event)?.cause ?? -1
    // It may have stood in another term than the one that it now takes the lead of.
    const entered = newest(scene, violation.event - 1, (event) => isTermChange(event, leader))
    const stood = candidacyOf(leader, violation.event, scene)
    return [...idsOf(votes), ...copies, ...entered, ...stood, led]
  },
  culprit: changeOf('role'),
}

/** The cut that it was behind, and the votes that made it leader all the same. */
const leadsInMinority: Wording = {
  tell: tellRaft,
  witnesses(violation, scene) {
    const [leader] = violation.nodes
    const cuts = newest(
      scene,
      violation.event,
      (event) =>
        event.kind === 'cut' &&
        event.links.some(({ from, to }) => from === leader || to === leader),
    )
    const votes = newest(
      scene,
      violation.event,
      (event) => event.kind === 'receive' && event.node === leader && isGranted(event, scene),
    )
    return [...cuts, ...votes, ...candidacyOf(leader, violation.event, scene)]
  },
  culprit: changeOf('role'),
}

/** Where it made the higher term known, and the crash after which it had forgotten. */
const termWentBack: Wording = {
  tell: tellRaft,
  witnesses(violation, scene) {
    const [node] = violation.nodes
    const [first = 0] = violation.related
    const crashes = scene.backwards(
      violation.event,
      (event) => event.kind === 'crash' && event.node === node,
      first,
    )
    const said = scene.backwards(
      violation.event,
      (event) => event.kind === 'send' && event.node === node,
      first,
    )
    return [...idsOf(crashes.slice(0, 1)), ...idsOf(said.slice(-1))]
  },
  culprit: changeOf('currentTerm'),
}

/** The message that should have changed it, and where that came from. */
const heardButDidNot: Wording = {
  tell: tellRaft,
  isFaultless: true,
  witnesses(violation, scene) {
    const [heard = -1] = violation.related
    return [scene.event(heard)?.cause ?? -1]
  },
  culprit: handlerOfRelated('currentTerm'),
}

/** What each node was last up to, and whose heartbeats went on. */
const noLeader: Wording = {
  tell: (event, moment) =>
    event.id === moment.violation.event
      ? 'by now there should be a leader that the others follow, and there is none'
      : tellRaft(event, moment),
  witnesses(violation, scene) {
    const changes = scene.backwards(
      violation.event - 1,
      (event) => event.kind === 'observe' && isTermOrRole(event),
    ) as readonly ObserveEvent[]
    const last = changes.filter(
      ({ node }, index) => changes.findIndex((other) => other.node === node) === index,
    )
    const [start = 0] = violation.related
    const heartbeats = scene
      .backwards(
        violation.event,
        (event) => event.kind === 'receive' && typeOf(event.message, scene) === 'AppendEntries',
        start,
      )
      .slice(0, 1)
    const wanting = last.filter((change) => roleAfter(change, scene) !== 'follower')
    return [...idsOf(wanting.slice(0, 2)), ...idsOf(heartbeats), ...idsOf(last)]
  },
  culprit: nobody,
}

/** What the rebel had last heard of its leader, and what made it stand. */
const rebellion: Wording = {
  tell: tellRaft,
  witnesses(violation, scene) {
    const [leader, rebel] = violation.nodes
    const event = scene.event(violation.event)
    const call = event && scene.callOf(event)
    const heard = newest(
      scene,
      violation.event,
      (other) => other.kind === 'receive' && other.node === rebel && other.from === leader,
    )
    return [...heard, ...(call === undefined ? [] : [call.id])]
  },
  culprit: changeOf('currentTerm'),
}

/** Wordings by claim; from `leader-stays` on they are promises in time, most named by the labs. */
export const raftElections: Wordings = {
  'election-safety': twoLeaders,
  'one-vote-per-term': twoVotes,
  'no-vote-for-old-term': oldTermVote,
  'leader-has-majority': tooFewVotes,
  'no-leader-in-minority': leadsInMinority,
  'terms-grow': termWentBack,
  'yields-to-newer-term': heardButDidNot,
  'yields-unless-led': heardButDidNot,
  'candidate-yields-to-leader': heardButDidNot,
  'leader-stays': rebellion,
  'leader-of-members-stays': rebellion,
  'leader-outlasts': rebellion,
  'elects-leader': noLeader,
  'elects-without-minority': noLeader,
  'replaces-deaf-leader': noLeader,
  'leader-at-start': noLeader,
  'leader-after-heal': noLeader,
  'majority-elects': noLeader,
}

/** The vote that this event sends, if it is one. */
function voteIn(
  event: TraceEvent,
  scene: Scene,
): { readonly candidate: NodeId; readonly term: Json | undefined } | undefined {
  if (event.kind !== 'send') return undefined
  const { type, voteGranted, term } = messageFields(event.message, scene)
  if (type !== 'RequestVoteReply' || voteGranted !== true) return undefined
  return { candidate: event.to, term }
}

function isGranted(event: ReceiveEvent, scene: Scene): boolean {
  const { type, voteGranted } = messageFields(event.message, scene)
  return type === 'RequestVoteReply' && voteGranted === true
}

/** How the node came to stand for election: what it showed then, or else whom it asked. */
function candidacyOf(node: NodeId | undefined, to: EventId, scene: Scene): readonly EventId[] {
  const [asked] = scene.backwards(
    to,
    (event) =>
      event.kind === 'send' &&
      event.node === node &&
      typeOf(event.message, scene) === 'RequestVote',
  )
  const call = asked && scene.callOf(asked)
  if (asked === undefined || call === undefined) return []
  const shown = scene.effectsOf(call).find(({ kind }) => kind === 'observe')
  return [(shown ?? asked).id]
}

/** Where the network repeated this message, when it is the copy of another. */
function copyOf(event: TraceEvent, scene: Scene): readonly EventId[] {
  if (event.kind !== 'receive') return []
  return newest(
    scene,
    event.id,
    (other) => other.kind === 'duplicate' && other.copy === event.message,
  )
}

function typeOf(message: number, scene: Scene): Json | undefined {
  return messageFields(message, scene).type
}

function isTermOrRole({ fields }: ObserveEvent): boolean {
  return fields.role !== undefined || fields.currentTerm !== undefined
}

/** The role that the node of this event had from then on. */
function roleAfter(event: ObserveEvent, scene: Scene): Json | undefined {
  const shown = scene.backwards(
    event.id,
    (other) => other.kind === 'observe' && other.node === event.node && 'role' in other.fields,
  )[0]
  return shown?.kind === 'observe' ? shown.fields.role : undefined
}

function isTermChange(event: TraceEvent, node: NodeId | undefined): boolean {
  return event.kind === 'observe' && event.node === node && event.fields.currentTerm !== undefined
}

/** The term in which the node of this event is by then. */
function termOf(event: TraceEvent | undefined, scene: Scene): Json | undefined {
  if (event === undefined || !('node' in event)) return undefined
  const node = event.node
  const shown = scene
    .backwards(event.id, (other) => isTermChange(other, node))
    .find((other): other is ObserveEvent => other.kind === 'observe')
  return shown?.fields.currentTerm
}
