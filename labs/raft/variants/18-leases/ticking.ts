// One timer drives everything: a clock of ten-millisecond ticks, at which requests are taken
// in batches and sent. All that must survive is one record on disk. Promises are counted in
// ticks; the lease is not, because ticks stand still while the node does. There is no
// check-quorum: a leader that is alone has no lease, and waits.
import {
  type AppendEntries,
  type AppendEntriesReply,
  type Command,
  type Entry,
  type InstallSnapshot,
  type Message,
  type NodeId,
  type PreVote,
  RaftNode,
  type Request,
  type RequestVote,
  type Result,
} from 'netsplit/raft-reads'

const TICK_MS = 10
const HEARTBEAT_TICKS = 5
const SNAPSHOT_TICKS = 25
const BATCH = 16
/** What a promise lasts at least: of its first tick some part may be over already. */
const PROMISE_MS = 150
const PROMISE_TICKS = PROMISE_MS / TICK_MS + 1
const PATIENCE_TICKS_MAX = 30
const JOINING_TICKS_MAX = 60

interface Image {
  readonly data: readonly (readonly [string, string])[]
  readonly answers: readonly (readonly [string, number, Result])[]
}

interface Base {
  readonly index: number
  readonly term: number
  /** The members as of `index`. */
  readonly members: readonly NodeId[]
  readonly image: Image
}

interface Kept {
  readonly term: number
  readonly vote: NodeId | null
  readonly base: Base
  readonly entries: readonly Entry[]
}

/** What the leader knows of another node, member or not yet. */
interface Peer {
  next: number
  match: number
  /** Tick of the last snapshot. */
  offered: number
  /** The latest round that it has answered. */
  round: number
}

interface Read {
  readonly request: Request<Command>
  readonly index: number
  readonly round: number
}

/** A node that is sent the log before it counts. */
interface Joining {
  readonly node: NodeId
  readonly untilTick: number
  request: Request<Command>
}

export class Raft extends RaftNode {
  private base: Base = {
    index: 0,
    term: 0,
    members: this.members,
    image: { data: [], answers: [] },
  }
  private tick = 0
  private silent = 0
  private patience = 0
  /** Until this tick nobody gets a vote; after a restart, for want of memory, as well. */
  private promised = PROMISE_TICKS
  private backers: NodeId[] = []
  private others: Record<NodeId, Peer> = {}
  private data: Record<string, string> = {}
  private answers: Record<string, readonly [id: number, result: Result]> = {}
  private queue: Request<Command>[] = []
  private asked: Record<number, Request<Command>> = {}
  private joining: Joining | null = null
  private heir: { readonly node: NodeId; readonly untilTick: number } | null = null
  private reads: Read[] = []
  private round = 0
  /** When the rounds were sent that may still make a lease; empty in a term that has no leases. */
  private sent: { readonly round: number; readonly at: number }[] = []
  private leases = false
  private firstOwn = 0

  onStart() {
    const kept = this.disk.read('node') as Kept | undefined
    if (kept !== undefined) {
      this.currentTerm = kept.term
      this.votedFor = kept.vote
      this.log = [...kept.entries]
      this.startFrom(kept.base)
    }
    this.calmDown()
    this.setTimer('tick', TICK_MS)
  }

  onTimer() {
    this.tick++
    this.setTimer('tick', TICK_MS)
    if (this.role === 'leader') return this.lead()
    this.silent++
    if (this.silent >= this.patience) this.canvass()
  }

  onRequest(request: Request<Command>) {
    if (this.role !== 'leader') this.refuse(request, this.leaderHint)
    else if (request.command.op !== 'get') this.queue.push(request)
    else if (this.hasLease) this.answerRead(request)
    else this.reads.push({ request, index: this.commitIndex, round: this.round + 1 })
  }

  onMessage(from: NodeId, message: Message) {
    if (message.term > this.currentTerm) this.follow(message.term)
    if (message.type === 'PreVote') this.back(from, message)
    if (message.type === 'RequestVote') this.vote(from, message)
    if (message.type === 'AppendEntries') this.copy(from, message)
    if (message.type === 'InstallSnapshot') this.install(from, message)
    if (message.term !== this.currentTerm) return
    if (message.type === 'PreVoteReply' && message.voteGranted) this.backed(from, message.nextTerm)
    if (message.type === 'RequestVoteReply' && message.voteGranted) this.elected(from)
    if (message.type === 'AppendEntriesReply') this.answered(from, message)
    if (message.type === 'InstallSnapshotReply') this.holds(from, message.lastIncludedIndex)
    if (message.type === 'TimeoutNow' && this.role !== 'leader') this.stand(true)
  }

  // Elections: first a poll that costs nothing (dissertation, section 9.6), then the vote

  private canvass() {
    this.role = 'follower'
    this.leaderId = null
    this.calmDown()
    this.backers = []
    if (!this.isMember) return
    const term = this.currentTerm
    this.tell({ type: 'PreVote', term, candidateId: this.id, ...this.ownEnd })
    this.backed(this.id, term + 1)
  }

  private back(from: NodeId, message: PreVote) {
    const isOfTerm = message.term === this.currentTerm
    const voteGranted = isOfTerm && !this.isPromised && !this.isAheadOf(message)
    const nextTerm = message.term + 1
    this.send(from, { type: 'PreVoteReply', term: this.currentTerm, nextTerm, voteGranted })
  }

  private backed(from: NodeId, term: number) {
    const isOpen = this.role === 'follower' && this.leaderId === null
    if (!isOpen || term !== this.currentTerm + 1) return
    if (!this.backers.includes(from)) this.backers.push(from)
    if (this.isEnough(this.backers)) this.stand(false)
  }

  private stand(isTransfer: boolean) {
    if (!this.isMember) return
    this.role = 'candidate'
    this.leaderId = null
    this.backers = []
    this.keep({ term: this.currentTerm + 1, vote: this.id })
    this.calmDown()
    const term = this.currentTerm
    this.tell({ type: 'RequestVote', term, candidateId: this.id, ...this.ownEnd, isTransfer })
    this.elected(this.id)
  }

  private vote(from: NodeId, message: RequestVote) {
    const isFree = this.votedFor === null || this.votedFor === from
    const isAllowed = message.isTransfer === true || !this.isPromised
    const isOfTerm = message.term === this.currentTerm
    const voteGranted = isOfTerm && isFree && isAllowed && !this.isAheadOf(message)
    if (voteGranted) {
      this.keep({ vote: from })
      this.calmDown()
    }
    this.send(from, { type: 'RequestVoteReply', term: this.currentTerm, voteGranted })
  }

  private elected(voter: NodeId) {
    if (this.role !== 'candidate') return
    if (!this.backers.includes(voter)) this.backers.push(voter)
    if (!this.isEnough(this.backers)) return
    this.role = 'leader'
    this.leaderId = this.id
    this.others = {}
    this.leases = true
    this.log.push({ term: this.currentTerm, command: null })
    this.firstOwn = this.end
    this.keep({})
    this.sendAll()
    this.countCopies()
  }

  private follow(term: number) {
    this.resign()
    this.role = 'follower'
    this.leaderId = null
    this.keep({ term, vote: null })
  }

  /** What only waits has not been logged by anybody, and can be refused for good. */
  private resign() {
    if (this.role !== 'leader') return
    this.role = 'follower'
    this.leaderId = null
    this.calmDown()
    const reads = this.reads.map(({ request }) => request)
    const joining = this.joining === null ? [] : [this.joining.request]
    for (const request of [...this.queue, ...reads, ...joining]) this.refuse(request, '')
    this.queue = []
    this.reads = []
    this.joining = null
    this.heir = null
    this.sent = []
  }

  // The leader's tick

  private lead() {
    const before = this.end
    const queue = this.queue
    this.queue = []
    for (const request of queue) this.take(request)
    this.admit()
    const hasNews = this.end > before
    if (hasNews) this.keep({})
    const isAsked = this.reads.some(({ round }) => round > this.round)
    if (hasNews || isAsked || this.heir !== null || this.tick % HEARTBEAT_TICKS === 0)
      this.sendAll()
    if (hasNews) this.countCopies()
    this.answerReads()
    this.callHeir()
  }

  private take(request: Request<Command>) {
    const { client, id, command } = request
    const known = this.answers[client]
    const isOwn = this.termOf(this.end) === this.currentTerm
    if (known?.[0] === id) this.reply(request, known[1])
    else if (this.heir !== null) this.refuse(request, this.heir.node)
    else if (isOwn && this.end - this.commitIndex >= this.logEntriesMax)
      this.refuse(request, this.id)
    else if (command.op === 'transfer') this.bequeath(command.to, request)
    else if (command.op === 'add-member') this.invite(command.node, request)
    else if (command.op === 'remove-member') this.dismiss(command.node, request)
    else this.enter(request)
  }

  private enter(request: Request<Command>, members?: readonly NodeId[]) {
    const { client, id, command } = request
    const entry = { term: this.currentTerm, command, client, id }
    this.log.push(members === undefined ? entry : { ...entry, members })
    this.asked[this.end] = request
    this.useMembers()
  }

  // Members (dissertation, chapter 4)

  /** The latest change must be committed, and an entry of this term (Ongaro, 2015). */
  private get mayChange(): boolean {
    const changed = this.log.findLastIndex(({ members }) => members !== undefined)
    const index = changed < 0 ? 0 : this.snapshotIndex + changed + 1
    return this.commitIndex >= Math.max(index, this.firstOwn)
  }

  private invite(node: NodeId, request: Request<Command>) {
    const isSame = this.joining?.request.client === request.client
    if (this.joining?.node === node && isSame) this.joining.request = request
    else if (this.joining !== null) this.refuse(request, `${this.joining.node} is joining`)
    else if (!this.mayChange) this.refuse(request, 'not before the last change is committed')
    else if (this.members.includes(node)) this.reply(request, true)
    else this.joining = { node, request, untilTick: this.tick + JOINING_TICKS_MAX }
  }

  private admit() {
    if (this.joining === null) return
    const { node, request, untilTick } = this.joining
    const isReady = this.peer(node).match >= this.commitIndex && this.commitIndex > 0
    if (isReady && this.mayChange) {
      this.joining = null
      this.enter(request, [...this.members, node])
    } else if (this.tick >= untilTick) {
      this.joining = null
      this.refuse(request, `${node} does not catch up`)
    }
  }

  private dismiss(node: NodeId, request: Request<Command>) {
    if (!this.mayChange) this.refuse(request, 'not before the last change is committed')
    else if (!this.members.includes(node)) this.reply(request, true)
    else {
      const rest = this.members.filter((member) => member !== node)
      this.enter(request, rest)
    }
  }

  private useMembers() {
    const latest = this.log.findLast(({ members }) => members !== undefined)
    this.members = latest?.members ?? this.base.members
  }

  private get isMember(): boolean {
    return this.members.includes(this.id)
  }

  private isEnough(nodes: readonly NodeId[]): boolean {
    return this.members.filter((member) => nodes.includes(member)).length >= this.majority
  }

  /** What a majority of the members has reached, by some count of theirs and one of this node. */
  private reached(of: (peer: Peer) => number, own: number): number {
    const counts = this.members.map((node) => (node === this.id ? own : of(this.peer(node))))
    return counts.sort((a, b) => b - a)[this.majority - 1] ?? 0
  }

  private peer(node: NodeId): Peer {
    this.others[node] ??= { next: this.end + 1, match: 0, offered: -SNAPSHOT_TICKS, round: 0 }
    return this.others[node]
  }

  private tell(message: Message) {
    for (const member of this.members) if (member !== this.id) this.send(member, message)
  }

  // Handing leadership over (dissertation, section 3.10)

  private bequeath(node: NodeId, request: Request<Command>) {
    const isPossible = this.members.includes(node)
    this.reply(request, isPossible)
    if (!isPossible || node === this.id) return
    this.heir = { node, untilTick: this.tick + PATIENCE_TICKS_MAX }
    this.leases = false
    this.sent = []
  }

  /** Told again at every tick: the message may be lost. */
  private callHeir() {
    if (this.heir === null || this.role !== 'leader') return
    const { node, untilTick } = this.heir
    if (this.tick >= untilTick) this.heir = null
    else if (this.peer(node).match === this.end)
      this.send(node, { type: 'TimeoutNow', term: this.currentTerm, leaderId: this.id })
  }

  // Reads (dissertation, sections 6.4 and 6.4.1)

  /** Where nobody says how far clocks may drift this is no number, and no time is before it. */
  private get leaseMs(): number {
    const drift = this.driftPpmMax / 1_000_000
    return (PROMISE_MS * (1 - drift)) / (1 + drift) - 1
  }

  /** A round that a majority has answered, or a later one. */
  private get roundAnswered(): number {
    return this.reached((peer) => peer.round, this.round)
  }

  /** Counts from when the latest answered round was sent: that is the first of `sent`. */
  private get hasLease(): boolean {
    const latest = this.sent[0]
    if (latest === undefined || latest.round > this.roundAnswered) return false
    return this.commitIndex >= this.firstOwn && this.now() < latest.at + this.leaseMs
  }

  private answerReads() {
    if (this.role !== 'leader' || this.commitIndex < this.firstOwn) return
    const round = this.roundAnswered
    const isReady = (read: Read) => read.round <= round && read.index <= this.lastApplied
    const ready = this.reads.filter(isReady)
    this.reads = this.reads.filter((read) => !isReady(read))
    for (const { request } of ready) this.answerRead(request)
  }

  private answerRead(request: Request<Command>) {
    const { command } = request
    this.reply(request, 'key' in command ? (this.data[command.key] ?? null) : null)
  }

  // Replication

  private sendAll() {
    this.round++
    if (this.leases) this.sent.push({ round: this.round, at: this.now() })
    const newcomers = this.joining === null ? [] : [this.joining.node]
    for (const node of [...this.members, ...newcomers]) {
      if (node === this.id) continue
      const peer = this.peer(node)
      const isGone = peer.next <= this.snapshotIndex
      if (isGone && this.tick >= peer.offered + SNAPSHOT_TICKS) this.offer(node, peer)
      else this.sendEntries(node, isGone ? this.end + 1 : peer.next)
    }
  }

  private sendEntries(node: NodeId, next: number) {
    const at = next - 1 - this.snapshotIndex
    this.send(node, {
      type: 'AppendEntries',
      term: this.currentTerm,
      leaderId: this.id,
      prevLogIndex: next - 1,
      prevLogTerm: this.termOf(next - 1),
      entries: this.log.slice(at, at + BATCH),
      leaderCommit: this.commitIndex,
      round: this.round,
    })
  }

  private offer(node: NodeId, peer: Peer) {
    peer.offered = this.tick
    this.send(node, {
      type: 'InstallSnapshot',
      term: this.currentTerm,
      leaderId: this.id,
      lastIncludedIndex: this.snapshotIndex,
      lastIncludedTerm: this.snapshotTerm,
      members: this.base.members,
      state: this.base.image,
    })
  }

  private copy(from: NodeId, message: AppendEntries) {
    const { prevLogIndex, entries, round } = message
    const answer = { type: 'AppendEntriesReply', prevLogIndex, matchIndex: 0, round } as const
    if (message.term === this.currentTerm) this.hear(from)
    const isCovered = prevLogIndex < this.snapshotIndex
    const fits =
      isCovered || (prevLogIndex <= this.end && this.termOf(prevLogIndex) === message.prevLogTerm)
    if (message.term < this.currentTerm || !fits) {
      const conflictIndex = Math.min(prevLogIndex, this.end + 1)
      this.send(from, { ...answer, term: this.currentTerm, success: false, conflictIndex })
      return
    }
    const isNew = entries.map((entry, offset) => this.put(prevLogIndex + 1 + offset, entry))
    if (isNew.includes(true)) {
      this.useMembers()
      this.keep({})
    }
    const matchIndex = Math.max(prevLogIndex + entries.length, isCovered ? this.snapshotIndex : 0)
    this.commit(Math.min(message.leaderCommit, matchIndex))
    this.send(from, { ...answer, term: this.currentTerm, success: true, matchIndex })
  }

  /** True when the log changes. */
  private put(index: number, entry: Entry): boolean {
    if (index <= this.snapshotIndex) return false
    if (index <= this.end && this.termOf(index) === entry.term) return false
    this.log = [...this.log.slice(0, index - this.snapshotIndex - 1), entry]
    return true
  }

  private answered(node: NodeId, reply: AppendEntriesReply) {
    if (this.role !== 'leader') return
    const peer = this.peer(node)
    peer.round = Math.max(peer.round, reply.round)
    const answered = this.sent.findLastIndex(({ round }) => round <= this.roundAnswered)
    if (answered > 0) this.sent = this.sent.slice(answered)
    this.answerReads()
    if (reply.success) return this.holds(node, reply.matchIndex)
    if (reply.prevLogIndex !== peer.next - 1) return
    // A step back in powers of two: some entries travel again, and rounds are few.
    const back = peer.next - 1 - Math.max(1, this.end - peer.next)
    peer.next = Math.max(peer.match + 1, Math.min(reply.conflictIndex ?? back, back), 1)
  }

  private holds(node: NodeId, index: number) {
    if (this.role !== 'leader' || index <= this.peer(node).match) return
    const peer = this.peer(node)
    peer.match = index
    peer.next = index + 1
    peer.offered = -SNAPSHOT_TICKS
    this.countCopies()
    this.callHeir()
  }

  private countCopies() {
    const index = this.reached((peer) => peer.match, this.end)
    if (this.termOf(index) !== this.currentTerm) return
    this.commit(index)
    // Nothing is left to lead for a node whose own removal is committed (section 4.2.2).
    if (!this.isMember && this.mayChange) this.resign()
  }

  private commit(upTo: number) {
    this.commitIndex = Math.max(this.commitIndex, upTo)
    while (this.lastApplied < this.commitIndex) this.apply(this.lastApplied + 1)
    this.answerReads()
    if (this.lastApplied - this.snapshotIndex >= this.logEntriesMax) this.fold()
  }

  private apply(index: number) {
    this.lastApplied = index
    const entry = this.log[index - this.snapshotIndex - 1] as Entry
    const result = this.once(entry)
    this.deliver({ index, command: entry.command })
    const request = this.asked[index]
    delete this.asked[index]
    if (request !== undefined && request.client === entry.client && request.id === entry.id)
      this.reply(request, result)
  }

  private once({ client, id, command }: Entry): Result {
    if (client === undefined || id === undefined) return null
    const known = this.answers[client]
    if (known !== undefined && known[0] >= id) return known[1]
    const result = this.carryOut(command as Command)
    this.answers[client] = [id, result]
    return result
  }

  private carryOut(command: Command): Result {
    // A change of members has done its work when it was logged.
    if (!('key' in command) || command.op === 'get') return true
    const { op, key, value } = command
    const old = this.data[key] ?? null
    if (op === 'cas' && old !== command.expected) return false
    this.data[key] = op === 'append' ? (old ?? '') + value : value
    return op === 'cas' ? true : null
  }

  // Snapshots

  private fold() {
    const index = this.lastApplied
    const gone = this.log.slice(0, index - this.snapshotIndex)
    const latest = gone.findLast(({ members }) => members !== undefined)
    this.base = {
      index,
      term: this.termOf(index),
      members: latest?.members ?? this.base.members,
      image: {
        data: Object.entries(this.data),
        answers: Object.entries(this.answers).map(([client, [id, result]]) => [client, id, result]),
      },
    }
    this.log = this.log.slice(gone.length)
    this.snapshotIndex = index
    this.snapshotTerm = this.base.term
    this.keep({})
  }

  private install(from: NodeId, message: InstallSnapshot) {
    const { lastIncludedIndex: index, lastIncludedTerm: term, members, state } = message
    if (message.term === this.currentTerm) this.hear(from)
    if (message.term === this.currentTerm && index > this.commitIndex) {
      const isRight = index <= this.end && this.termOf(index) === term
      this.log = isRight ? this.log.slice(index - this.snapshotIndex) : []
      this.startFrom({ index, term, members, image: state as Image })
      this.keep({})
    }
    this.send(from, {
      type: 'InstallSnapshotReply',
      term: this.currentTerm,
      lastIncludedIndex: message.term === this.currentTerm ? index : 0,
    })
  }

  private startFrom(base: Base) {
    this.base = base
    this.data = Object.fromEntries(base.image.data)
    this.answers = Object.fromEntries(
      base.image.answers.map(([client, id, result]) => [client, [id, result]]),
    )
    this.snapshotIndex = base.index
    this.snapshotTerm = base.term
    this.lastApplied = base.index
    this.commitIndex = Math.max(this.commitIndex, base.index)
    this.useMembers()
  }

  // Time, and what is kept

  private hear(leader: NodeId) {
    this.role = 'follower'
    this.leaderId = leader
    this.silent = 0
    this.promised = this.tick + PROMISE_TICKS
  }

  private calmDown() {
    this.silent = 0
    this.patience = this.randomInt(PROMISE_TICKS, PATIENCE_TICKS_MAX)
  }

  private get isPromised(): boolean {
    return this.role === 'leader' || this.tick < this.promised
  }

  private keep({
    term = this.currentTerm,
    vote = this.votedFor,
  }: {
    term?: number
    vote?: NodeId | null
  }) {
    this.currentTerm = term
    this.votedFor = vote
    this.disk.write('node', { term, vote, base: this.base, entries: this.log } satisfies Kept)
    this.disk.sync()
  }

  // The log

  private get end(): number {
    return this.snapshotIndex + this.log.length
  }

  private get ownEnd() {
    return { lastLogIndex: this.end, lastLogTerm: this.termOf(this.end) }
  }

  private isAheadOf({ lastLogIndex, lastLogTerm }: PreVote | RequestVote): boolean {
    const own = this.termOf(this.end)
    return lastLogTerm < own || (lastLogTerm === own && lastLogIndex < this.end)
  }

  private termOf(index: number): number {
    if (index === this.snapshotIndex) return this.snapshotTerm
    return this.log[index - this.snapshotIndex - 1]?.term ?? 0
  }
}
