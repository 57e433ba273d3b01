// Entries are sent once, as soon as they come, without waiting for answers; what got lost is
// sent again with the heartbeats. Term, log and snapshot lie in three records, the log entry
// by entry. The commit index is on disk too, so that a restarted node applies at once.
//
// Each message has a number of its own, and a follower renews the lease by whatever it answers.
// Whoever hears a leader is deaf to candidates, their terms included (Raft, section 6). A node
// that joins catches up in rounds; one that is removed is told so.
import {
  type AppendEntries,
  type AppendEntriesReply,
  type Command,
  type Entry,
  type InstallSnapshot,
  type LastEntry,
  type Message,
  type NodeId,
  type PreVote,
  RaftNode,
  type Request,
  type RequestVote,
  type Result,
} from 'netsplit/raft-reads'

const HEARTBEAT_MS = 40
const SNAPSHOT_MS = 150
const PATIENCE_MS = [150, 300] as const
/** Who hears a leader elects nobody for so long. */
const PROMISE_MS = PATIENCE_MS[0]
/** Rounds in which a newcomer may catch up, and how long all of them may take. */
const ROUNDS_MAX = 10
const JOINING_MS_MAX = 700

interface State {
  readonly values: readonly (readonly [string, string])[]
  readonly sessions: readonly (readonly [string, { id: number; result: Result }])[]
}

interface Snapshot {
  readonly index: number
  readonly term: number
  readonly members: readonly NodeId[]
  readonly state: State
}

/** What the log says to a follower: a value that can be carried out again on any node. */
class Store {
  private values = new Map<string, string>()
  private sessions = new Map<string, { id: number; result: Result }>()

  load({ values, sessions }: State) {
    this.values = new Map(values)
    this.sessions = new Map(sessions)
  }

  save(): State {
    return { values: [...this.values], sessions: [...this.sessions] }
  }

  get(key: string): string | null {
    return this.values.get(key) ?? null
  }

  /** The answer that this request had, if it is the client's last. */
  answerTo({ client, id }: { client: string; id: number }): { result: Result } | undefined {
    const session = this.sessions.get(client)
    return session?.id === id ? session : undefined
  }

  run({ client, id, command }: Entry): Result {
    if (client === undefined || id === undefined) return null
    const session = this.sessions.get(client)
    if (session !== undefined && id <= session.id) return session.result
    const result = this.carryOut(command as Command)
    this.sessions.set(client, { id, result })
    return result
  }

  private carryOut(command: Command): Result {
    if (!('value' in command)) return true
    const value = this.get(command.key)
    if (command.op === 'cas' && value !== command.expected) return false
    const isLonger = command.op === 'append' && value !== null
    this.values.set(command.key, isLonger ? value + command.value : command.value)
    return command.op === 'cas' ? true : null
  }
}

/** How far a follower is. */
interface Progress {
  match: number
  /** Where the next message begins. */
  next: number
  /** True once the logs are known to agree: from then on nothing waits for an answer. */
  isStreaming: boolean
  /** The latest message that it has answered, and when that was sent, on the leader's clock. */
  round: number
  contact: number
}

/** A node that is to join, and the round in which it catches up (dissertation, section 4.2.1). */
interface Newcomer {
  readonly node: NodeId
  readonly request: Request<Command>
  readonly rounds: number
  /** Where the log ended when the round began. */
  readonly target: number
  readonly since: number
}

export class Raft extends RaftNode {
  private store = new Store()
  private saved: Snapshot = {
    index: 0,
    term: 0,
    members: this.members,
    state: { values: [], sessions: [] },
  }
  private election: { readonly kind: 'poll' | 'vote'; readonly supporters: Set<NodeId> } | null =
    null
  /** Until then, on this node's clock, it elects nobody. */
  private promisedUntil = 0
  private progress = new Map<NodeId, Progress>()
  private offered = new Set<NodeId>()
  private clients = new Map<number, Request<Command>>()
  private newcomer: Newcomer | null = null
  private successor: NodeId | null = null
  /** Numbers the messages of a leader; when those were sent that may still be answered. */
  private round = 0
  private sentAt = new Map<number, number>()
  private ledSince = 0
  private mayLease = false
  private firstOwn = 0
  /** Reads that the next confirmation covers, and those that the present one does. */
  private gathering: Request<Command>[] = []
  private confirming: { readonly after: number; readonly requests: Request<Command>[] } | null =
    null

  onStart() {
    this.currentTerm = (this.disk.read('term') as [number, NodeId | null] | undefined)?.[0] ?? 0
    this.votedFor = (this.disk.read('term') as [number, NodeId | null] | undefined)?.[1] ?? null
    const snapshot = this.disk.read('snapshot') as Snapshot | undefined
    if (snapshot !== undefined) this.adopt(snapshot)
    const end = (this.disk.read('end') as number | undefined) ?? 0
    for (let index = this.snapshotIndex + 1; index <= end; index++) {
      this.log.push(this.disk.read(`entry ${index}`) as Entry)
    }
    this.goByTheLog()
    this.commitTo(Math.min((this.disk.read('commit') as number | undefined) ?? 0, this.end))
    // What it promised before it crashed is not on disk.
    this.promisedUntil = this.now() + PROMISE_MS
    this.wait()
  }

  onTimer(name: string) {
    if (name === 'election' && this.role !== 'leader') this.poll()
    if (name === 'heartbeat' && this.role === 'leader') this.beat()
    if (name === 'joining') this.turnAway()
    if (name === 'transfer') this.successor = null
    if (name.startsWith('offered ')) this.offered.delete(name.slice('offered '.length))
  }

  onRequest(request: Request<Command>) {
    if (this.role !== 'leader') return this.refuse(request, this.leaderHint)
    if (request.command.op === 'get') return this.readFor(request)
    const known = this.store.answerTo(request)
    if (known !== undefined) return this.reply(request, known.result)
    if (this.successor !== null) return this.refuse(request, this.successor)
    const waiting = this.end - this.commitIndex
    if (waiting >= this.logEntriesMax && this.termAt(this.end) === this.currentTerm) {
      return this.refuse(request, this.id)
    }
    switch (request.command.op) {
      case 'add-member':
        return this.invite(request.command.node, request)
      case 'remove-member':
        return this.dismiss(request.command.node, request)
      case 'transfer':
        return this.handOver(request.command.to, request)
      default:
        return this.propose(request)
    }
  }

  onMessage(from: NodeId, message: Message) {
    if (message.type === 'RequestVote' && this.isDeafTo(message)) return
    if (message.term > this.currentTerm) {
      this.setRole('follower', null)
      this.setTerm(message.term, null)
    }
    switch (message.type) {
      case 'PreVote':
        return this.answerPoll(from, message)
      case 'PreVoteReply':
        if (message.nextTerm !== this.currentTerm + 1) return
        if (message.voteGranted) this.supportedBy(from, 'poll')
        return
      case 'RequestVote':
        return this.vote(from, message)
      case 'RequestVoteReply':
        if (message.term !== this.currentTerm) return
        if (message.voteGranted) this.supportedBy(from, 'vote')
        return
      case 'AppendEntries':
        return this.append(from, message)
      case 'AppendEntriesReply':
        return this.learn(from, message)
      case 'InstallSnapshot':
        return this.install(from, message)
      case 'InstallSnapshotReply':
        return this.advance(from, message.term, message.lastIncludedIndex)
      case 'TimeoutNow':
        if (message.term === this.currentTerm && this.role !== 'leader') this.campaign(true)
        return
    }
  }

  // Elections

  /** Asks first whether it would be elected; whoever is no member would not. */
  private poll() {
    this.setRole('follower', null)
    if (!this.members.includes(this.id)) return
    this.election = { kind: 'poll', supporters: new Set() }
    const term = this.currentTerm
    this.tellOthers({ type: 'PreVote', term, candidateId: this.id, ...this.lastEntry })
    this.supportedBy(this.id, 'poll')
  }

  private answerPoll(candidate: NodeId, message: PreVote) {
    this.send(candidate, {
      type: 'PreVoteReply',
      term: this.currentTerm,
      nextTerm: message.term + 1,
      voteGranted:
        message.term === this.currentTerm && !this.hasPromised && this.isUpToDate(message),
    })
  }

  private campaign(isTransfer: boolean) {
    if (!this.members.includes(this.id)) return
    this.setRole('candidate', null)
    this.setTerm(this.currentTerm + 1, this.id)
    this.election = { kind: 'vote', supporters: new Set() }
    const term = this.currentTerm
    const candidateId = this.id
    this.tellOthers({ type: 'RequestVote', term, candidateId, ...this.lastEntry, isTransfer })
    this.supportedBy(this.id, 'vote')
  }

  /** "It does not update its term or grant its vote" (Raft, section 6). */
  private isDeafTo({ term, isTransfer }: RequestVote): boolean {
    if (term <= this.currentTerm || isTransfer === true) return false
    if (this.role !== 'leader') return this.leaderId !== null && this.hasPromised
    return this.now() - this.lastContact < PROMISE_MS
  }

  private get hasPromised(): boolean {
    return this.role === 'leader' || this.now() < this.promisedUntil
  }

  private vote(candidate: NodeId, message: RequestVote) {
    const isKept = this.hasPromised && message.isTransfer !== true
    const mayVote = !isKept && (this.votedFor === null || this.votedFor === candidate)
    const voteGranted = mayVote && message.term === this.currentTerm && this.isUpToDate(message)
    if (voteGranted) {
      if (this.votedFor === null) this.setTerm(message.term, candidate)
      this.wait()
    }
    this.send(candidate, { type: 'RequestVoteReply', term: this.currentTerm, voteGranted })
  }

  private supportedBy(voter: NodeId, kind: 'poll' | 'vote') {
    if (this.election?.kind !== kind) return
    const { supporters } = this.election
    supporters.add(voter)
    if (this.members.filter((member) => supporters.has(member)).length < this.majority) return
    if (kind === 'poll') this.campaign(false)
    else this.reign()
  }

  private reign() {
    this.setRole('leader', this.id)
    this.ledSince = this.now()
    this.mayLease = true
    this.firstOwn = this.end + 1
    for (const peer of this.members) if (peer !== this.id) this.meet(peer)
    // The first message asks where each log ends; the answer says what is needed.
    this.take({ term: this.currentTerm, command: null })
    for (const [peer, progress] of this.progress) this.sendNext(peer, progress)
    this.setTimer('heartbeat', HEARTBEAT_MS)
  }

  private meet(peer: NodeId) {
    this.progress.set(peer, {
      match: 0,
      next: this.end + 1,
      isStreaming: false,
      round: 0,
      contact: Number.NEGATIVE_INFINITY,
    })
  }

  // The leader's log

  private propose(request: Request<Command>, members?: readonly NodeId[]) {
    const { client, id, command } = request
    this.clients.set(this.end + 1, request)
    const entry = { term: this.currentTerm, command, client, id }
    this.take(members === undefined ? entry : { ...entry, members })
  }

  private take(entry: Entry) {
    this.write(this.end + 1, [entry])
    for (const [peer, progress] of this.progress) {
      if (progress.isStreaming) this.sendNext(peer, progress)
    }
    this.count()
  }

  private beat() {
    if (this.now() - Math.max(this.ledSince, this.lastContact) > PATIENCE_MS[1]) {
      return this.setRole('follower', null)
    }
    this.setTimer('heartbeat', HEARTBEAT_MS)
    for (const [round, at] of this.sentAt) {
      // An answer to what is older would give no lease.
      if (at < this.now() - PROMISE_MS) this.sentAt.delete(round)
    }
    for (const [peer, progress] of this.progress) {
      // Whatever was not acknowledged may be lost.
      if (progress.isStreaming) progress.next = progress.match + 1
      this.sendNext(peer, progress)
    }
    this.callSuccessor()
  }

  private sendNext(peer: NodeId, progress: Progress) {
    if (progress.next <= this.snapshotIndex) return this.offer(peer)
    this.sendFrom(peer, progress.next)
    if (progress.isStreaming) progress.next = this.end + 1
  }

  private sendFrom(peer: NodeId, index: number) {
    this.round++
    this.sentAt.set(this.round, this.now())
    this.send(peer, {
      type: 'AppendEntries',
      term: this.currentTerm,
      leaderId: this.id,
      prevLogIndex: index - 1,
      prevLogTerm: this.termAt(index - 1),
      entries: this.log.slice(index - 1 - this.snapshotIndex),
      leaderCommit: this.commitIndex,
      round: this.round,
    })
  }

  private offer(peer: NodeId) {
    if (this.offered.has(peer)) return this.sendFrom(peer, this.end + 1)
    this.offered.add(peer)
    this.setTimer(`offered ${peer}`, SNAPSHOT_MS)
    this.send(peer, {
      type: 'InstallSnapshot',
      term: this.currentTerm,
      leaderId: this.id,
      lastIncludedIndex: this.snapshotIndex,
      lastIncludedTerm: this.snapshotTerm,
      members: this.saved.members,
      state: this.saved.state,
    })
  }

  private append(leader: NodeId, message: AppendEntries) {
    const { term, prevLogIndex, prevLogTerm, entries, leaderCommit, round } = message
    const answer = (success: boolean, matchIndex: number, conflictIndex?: number) =>
      this.send(leader, {
        type: 'AppendEntriesReply',
        term: this.currentTerm,
        success,
        prevLogIndex,
        matchIndex,
        round,
        ...(conflictIndex === undefined ? {} : { conflictIndex }),
      })
    if (term < this.currentTerm) return answer(false, 0)
    this.hear(leader)
    // The part that the snapshot covers is the same on both sides.
    const skip = Math.max(0, this.snapshotIndex - prevLogIndex)
    const previous = prevLogIndex + skip
    const matches = skip > 0 || this.termAt(previous) === prevLogTerm
    if (previous > this.end) return answer(false, 0, this.end + 1)
    if (!matches) return answer(false, 0, this.firstOfTerm(previous))
    const rest = entries.slice(skip)
    const same = rest.findIndex((entry, at) => this.termAt(previous + 1 + at) !== entry.term)
    if (same >= 0) this.write(previous + 1 + same, rest.slice(same))
    const last = previous + rest.length
    this.commitTo(Math.min(leaderCommit, last))
    answer(true, last)
  }

  private hear(leader: NodeId) {
    this.setRole('follower', leader)
    this.promisedUntil = this.now() + PROMISE_MS
  }

  private firstOfTerm(index: number): number {
    const term = this.termAt(index)
    let first = index
    while (first > this.snapshotIndex + 1 && this.termAt(first - 1) === term) first--
    return first
  }

  private learn(peer: NodeId, reply: AppendEntriesReply) {
    const progress = this.progress.get(peer)
    if (this.role !== 'leader' || reply.term !== this.currentTerm || progress === undefined) return
    progress.round = Math.max(progress.round, reply.round)
    progress.contact = Math.max(progress.contact, this.sentAt.get(reply.round) ?? progress.contact)
    this.confirmed()
    if (reply.success) return this.advance(peer, reply.term, reply.matchIndex)
    if (reply.prevLogIndex <= progress.match) return
    // An answer to another message than the last: a newer one is under way.
    if (!progress.isStreaming && reply.prevLogIndex !== progress.next - 1) return
    progress.isStreaming = false
    progress.next = Math.max(progress.match + 1, reply.conflictIndex ?? reply.prevLogIndex)
    this.sendNext(peer, progress)
  }

  private advance(peer: NodeId, term: number, index: number) {
    const progress = this.progress.get(peer)
    if (this.role !== 'leader' || term !== this.currentTerm || progress === undefined) return
    if (index <= progress.match && progress.isStreaming) return
    progress.match = Math.max(progress.match, index)
    progress.next = Math.max(progress.next, progress.match + 1)
    if (!progress.isStreaming) {
      progress.isStreaming = true
      progress.next = progress.match + 1
      if (progress.next <= this.end) this.sendNext(peer, progress)
    }
    this.count()
    this.catchUp(peer, progress)
    if (peer === this.successor) this.callSuccessor()
  }

  private count() {
    const index = this.reached(({ match }) => match, this.end)
    if (index <= this.commitIndex || this.termAt(index) !== this.currentTerm) return
    this.commitTo(index)
    this.readNext()
    if (this.isChanging) return
    for (const peer of this.progress.keys()) this.sayFarewell(peer)
    // Its own removal is committed: its work is done (dissertation, section 4.2.2).
    if (!this.members.includes(this.id)) this.setRole('follower', null)
  }

  /** What a majority of the members has reached; a leader that is no member does not count. */
  private reached(of: (progress: Progress) => number, own: number): number {
    const values = this.members.map((member) => {
      if (member === this.id) return own
      const progress = this.progress.get(member)
      return progress === undefined ? Number.NEGATIVE_INFINITY : of(progress)
    })
    // From the lowest on: as many as make a majority reach at least this one.
    values.sort((a, b) => (a < b ? -1 : 1))
    return values[values.length - this.majority] ?? 0
  }

  // Members (dissertation, chapter 4)

  private goByTheLog() {
    const latest = this.log.findLast(({ members }) => members !== undefined)
    this.members = latest?.members ?? this.saved.members
  }

  private get isChanging(): boolean {
    const waiting = this.log.slice(this.commitIndex - this.snapshotIndex)
    return waiting.some(({ members }) => members !== undefined)
  }

  /** Why a change must wait: one at a time, and none before this term has committed. */
  private get whyNoChange(): string | null {
    if (this.newcomer !== null) return `${this.newcomer.node} is about to join`
    if (this.isChanging) return 'the last change is not committed'
    return this.commitIndex < this.firstOwn ? 'this leader has committed nothing' : null
  }

  private invite(node: NodeId, request: Request<Command>) {
    const why = this.whyNoChange
    if (why !== null) return this.refuse(request, why)
    if (this.members.includes(node)) return this.reply(request, true)
    this.newcomer = { node, request, rounds: 1, target: this.end, since: this.now() }
    this.setTimer('joining', JOINING_MS_MAX)
    this.meet(node)
    const progress = this.progress.get(node)
    if (progress !== undefined) this.sendNext(node, progress)
  }

  /** It joins when a round took it less than the time of an election, or left nothing over. */
  private catchUp(node: NodeId, { match }: Progress) {
    if (this.newcomer?.node !== node || match < this.newcomer.target) return
    const { request, rounds, since } = this.newcomer
    if (this.now() - since < PROMISE_MS || match === this.end) {
      this.newcomer = null
      return this.propose(request, [...this.members, node])
    }
    if (rounds === ROUNDS_MAX) return this.turnAway()
    this.newcomer = { node, request, rounds: rounds + 1, target: this.end, since: this.now() }
  }

  private turnAway() {
    if (this.newcomer === null) return
    const { node, request } = this.newcomer
    this.newcomer = null
    this.progress.delete(node)
    this.refuse(request, `${node} is too slow`)
  }

  private dismiss(node: NodeId, request: Request<Command>) {
    const why = this.whyNoChange
    if (why !== null) return this.refuse(request, why)
    if (!this.members.includes(node)) return this.reply(request, true)
    const rest = this.members.filter((member) => member !== node)
    this.propose(request, rest)
  }

  /** Who was removed gets one more message, from which it learns that it was. */
  private sayFarewell(peer: NodeId) {
    if (this.members.includes(peer) || this.newcomer?.node === peer) return
    const progress = this.progress.get(peer)
    if (progress !== undefined && progress.match > this.snapshotIndex)
      this.sendFrom(peer, progress.match + 1)
    this.progress.delete(peer)
  }

  private tellOthers(message: Message) {
    for (const member of this.members) if (member !== this.id) this.send(member, message)
  }

  // Handing leadership over (dissertation, section 3.10)

  private handOver(to: NodeId, request: Request<Command>) {
    this.reply(request, this.members.includes(to))
    if (!this.members.includes(to) || to === this.id) return
    this.successor = to
    this.mayLease = false
    this.setTimer('transfer', PATIENCE_MS[1])
    this.callSuccessor()
  }

  private callSuccessor() {
    if (this.successor === null || this.role !== 'leader') return
    if (this.progress.get(this.successor)?.match !== this.end) return
    this.send(this.successor, { type: 'TimeoutNow', term: this.currentTerm, leaderId: this.id })
  }

  // Reads (dissertation, sections 6.4 and 6.4.1)

  private readFor(request: Request<Command>) {
    if (this.hasLease) return this.answerRead(request)
    this.gathering.push(request)
    this.readNext()
  }

  /** A majority of the members has heard from this leader at this time, or later. */
  private get lastContact(): number {
    return this.reached(({ contact }) => contact, Number.POSITIVE_INFINITY)
  }

  private get hasLease(): boolean {
    if (!this.mayLease || this.commitIndex < this.firstOwn) return false
    // Without a bound on drift this is no number, and no time is before it.
    const drift = this.driftPpmMax / 1_000_000
    const leaseMs = (PROMISE_MS * (1 - drift)) / (1 + drift) - 1
    return this.now() < this.lastContact + leaseMs
  }

  /** One confirmation at a time is under way; reads that come meanwhile share the next one. */
  private readNext() {
    if (this.confirming !== null || this.gathering.length === 0) return
    if (this.role !== 'leader' || this.commitIndex < this.firstOwn) return
    this.confirming = { after: this.round, requests: this.gathering }
    this.gathering = []
    for (const [peer, progress] of this.progress) this.sendNext(peer, progress)
    this.confirmed()
  }

  /** What was committed when the reads came has been applied then, too. */
  private confirmed() {
    const round = this.reached((progress) => progress.round, Number.POSITIVE_INFINITY)
    if (this.confirming === null || round <= this.confirming.after) return
    const { requests } = this.confirming
    this.confirming = null
    for (const request of requests) this.answerRead(request)
    this.readNext()
  }

  private answerRead(request: Request<Command>) {
    const { command } = request
    this.reply(request, 'key' in command ? this.store.get(command.key) : null)
  }

  // The state machine and its snapshots

  private commitTo(index: number) {
    if (index <= this.commitIndex) return
    this.commitIndex = index
    for (let at = this.lastApplied + 1; at <= index; at++) {
      const entry = this.log[at - this.snapshotIndex - 1] as Entry
      const result = this.store.run(entry)
      this.lastApplied = at
      this.deliver({ index: at, command: entry.command })
      const request = this.clients.get(at)
      this.clients.delete(at)
      if (request !== undefined && request.client === entry.client && request.id === entry.id)
        this.reply(request, result)
    }
    // Not synced by itself: it may be lost, and the next sync takes it along.
    this.disk.write('commit', index)
    if (this.log.length >= this.logEntriesMax) this.shorten()
  }

  private shorten() {
    const index = this.lastApplied
    if (index === this.snapshotIndex) return
    const gone = this.log.slice(0, index - this.snapshotIndex)
    const latest = gone.findLast(({ members }) => members !== undefined)
    const members = latest?.members ?? this.saved.members
    this.saved = { index, term: this.termAt(index), members, state: this.store.save() }
    this.disk.write('snapshot', this.saved)
    this.disk.sync()
    this.log = this.log.slice(gone.length)
    this.snapshotIndex = index
    this.snapshotTerm = this.saved.term
  }

  private install(leader: NodeId, message: InstallSnapshot) {
    const { lastIncludedIndex: index, lastIncludedTerm: term, members, state } = message
    if (message.term === this.currentTerm) {
      this.hear(leader)
      if (index > this.lastApplied) this.replaceBy({ index, term, members, state: state as State })
    }
    const held = message.term === this.currentTerm ? index : 0
    const reply = { type: 'InstallSnapshotReply', lastIncludedIndex: held } as const
    this.send(leader, { ...reply, term: this.currentTerm })
  }

  private replaceBy(snapshot: Snapshot) {
    const { index, term } = snapshot
    const agrees = index <= this.end && this.termAt(index) === term
    const rest = agrees ? this.log.slice(index - this.snapshotIndex) : []
    // What does not follow from the snapshot must be gone before it is there.
    if (!agrees) this.disk.write('end', Math.min(index, this.end))
    this.disk.write('snapshot', snapshot)
    this.disk.sync()
    this.adopt(snapshot)
    this.log = rest
    this.goByTheLog()
  }

  private adopt(snapshot: Snapshot) {
    this.saved = snapshot
    this.store.load(snapshot.state)
    this.snapshotIndex = snapshot.index
    this.snapshotTerm = snapshot.term
    this.lastApplied = snapshot.index
    this.commitIndex = Math.max(this.commitIndex, snapshot.index)
  }

  // What is kept

  /** Puts entries at this place in the log; what stood there and behind is gone. */
  private write(index: number, entries: readonly Entry[]) {
    this.log = [...this.log.slice(0, index - 1 - this.snapshotIndex), ...entries]
    this.goByTheLog()
    // The end first, so that a crash in between never joins old entries to new ones.
    this.disk.write('end', index - 1)
    for (const [at, entry] of entries.entries()) this.disk.write(`entry ${index + at}`, entry)
    this.disk.write('end', this.end)
    this.disk.sync()
  }

  private setRole(role: 'follower' | 'candidate' | 'leader', leader: NodeId | null) {
    if (this.role === 'leader' || role === 'leader') this.clearDesk()
    this.role = role
    this.leaderId = leader
    this.election = null
    if (role !== 'leader') this.wait()
  }

  /** Nothing of one term's leader is of use to another. Clients that still wait ask again. */
  private clearDesk() {
    this.progress.clear()
    this.offered.clear()
    this.sentAt.clear()
    this.newcomer = null
    this.successor = null
    this.mayLease = false
    this.gathering = []
    this.confirming = null
  }

  private setTerm(term: number, vote: NodeId | null) {
    this.currentTerm = term
    this.votedFor = vote
    this.disk.write('term', [term, vote])
    this.disk.sync()
  }

  private wait() {
    this.setTimer('election', this.randomInt(...PATIENCE_MS))
  }

  // The log

  private get end(): number {
    return this.snapshotIndex + this.log.length
  }

  private termAt(index: number): number {
    if (index === this.snapshotIndex) return this.snapshotTerm
    return this.log[index - 1 - this.snapshotIndex]?.term ?? 0
  }

  private get lastEntry(): LastEntry {
    return { lastLogIndex: this.end, lastLogTerm: this.termAt(this.end) }
  }

  private isUpToDate({ lastLogTerm, lastLogIndex }: LastEntry): boolean {
    const own = this.lastEntry
    if (lastLogTerm === own.lastLogTerm) return lastLogIndex >= own.lastLogIndex
    return lastLogTerm > own.lastLogTerm
  }
}
