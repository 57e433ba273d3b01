// One timer drives everything: a clock of ten-millisecond ticks, at which requests are taken
// in batches and sent. All that must survive is one record on disk. There is no pre-vote.
import {
  type AppendEntries,
  type AppendEntriesReply,
  type Command,
  type Entry,
  type InstallSnapshot,
  type Message,
  type NodeId,
  RaftNode,
  type Request,
  type RequestVote,
  type Result,
} from 'netsplit/raft-snapshots'

const TICK_MS = 10
const HEARTBEAT_TICKS = 5
const SNAPSHOT_TICKS = 25
const BATCH = 16

interface Image {
  readonly data: readonly (readonly [string, string])[]
  readonly answers: readonly (readonly [string, number, Result])[]
}

interface Kept {
  readonly term: number
  readonly vote: NodeId | null
  readonly base: number
  readonly baseTerm: number
  readonly entries: readonly Entry[]
  readonly image: Image
}

interface Peer {
  next: number
  match: number
  /** Tick of the last snapshot. */
  offered: number
}

const EMPTY: Image = { data: [], answers: [] }

export class Raft extends RaftNode {
  private tick = 0
  private silent = 0
  private patience = 0
  private votes: NodeId[] = []
  private others: Record<NodeId, Peer> = {}
  private image = EMPTY
  private data: Record<string, string> = {}
  private answers: Record<string, readonly [id: number, result: Result]> = {}
  private queue: Request<Command>[] = []
  private asked: Record<number, Request<Command>> = {}

  onStart() {
    const kept = this.disk.read('node') as Kept | undefined
    if (kept !== undefined) {
      this.currentTerm = kept.term
      this.votedFor = kept.vote
      this.log = [...kept.entries]
      this.startFrom(kept.base, kept.baseTerm, kept.image)
    }
    this.calmDown()
    this.setTimer('tick', TICK_MS)
  }

  onTimer() {
    this.tick++
    this.setTimer('tick', TICK_MS)
    if (this.role === 'leader') return this.lead()
    this.silent++
    if (this.silent >= this.patience) this.stand()
  }

  onRequest(request: Request<Command>) {
    if (this.role === 'leader') this.queue.push(request)
    else this.refuse(request, this.leaderHint)
  }

  onMessage(from: NodeId, message: Message) {
    if (message.term > this.currentTerm) this.follow(message.term)
    if (message.type === 'RequestVote') this.vote(from, message)
    if (message.type === 'AppendEntries') this.copy(from, message)
    if (message.type === 'InstallSnapshot') this.install(from, message)
    if (message.term !== this.currentTerm) return
    if (message.type === 'RequestVoteReply' && message.voteGranted) this.elected(from)
    if (message.type === 'AppendEntriesReply') this.answered(from, message)
    if (message.type === 'InstallSnapshotReply') this.holds(from, message.lastIncludedIndex)
  }

  private stand() {
    this.role = 'candidate'
    this.leaderId = null
    this.votes = []
    this.keep({ term: this.currentTerm + 1, vote: this.id })
    this.calmDown()
    const end = this.end
    this.broadcast({
      type: 'RequestVote',
      term: this.currentTerm,
      candidateId: this.id,
      lastLogIndex: end,
      lastLogTerm: this.termOf(end),
    })
    this.elected(this.id)
  }

  private vote(from: NodeId, { term, lastLogIndex, lastLogTerm }: RequestVote) {
    const ownTerm = this.termOf(this.end)
    const isBehind = lastLogTerm < ownTerm || (lastLogTerm === ownTerm && lastLogIndex < this.end)
    const isFree = this.votedFor === null || this.votedFor === from
    const voteGranted = term === this.currentTerm && isFree && !isBehind
    if (voteGranted) {
      this.keep({ vote: from })
      this.calmDown()
    }
    this.send(from, { type: 'RequestVoteReply', term: this.currentTerm, voteGranted })
  }

  private elected(voter: NodeId) {
    if (this.role !== 'candidate') return
    if (!this.votes.includes(voter)) this.votes.push(voter)
    if (this.votes.length < this.majority) return
    this.role = 'leader'
    this.leaderId = this.id
    for (const peer of this.peers)
      this.others[peer] = { next: this.end + 1, match: 0, offered: -99 }
    this.sendAll()
  }

  private follow(term: number) {
    if (this.role === 'leader') this.calmDown()
    this.role = 'follower'
    this.leaderId = null
    // What is only queued has not been logged by anybody.
    for (const request of this.queue) this.refuse(request, '')
    this.queue = []
    this.keep({ term, vote: null })
  }

  private lead() {
    const hasNews = this.takeQueue()
    if (hasNews) this.countCopies()
    if (hasNews || this.tick % HEARTBEAT_TICKS === 0) this.sendAll()
  }

  /** Logs what has been asked for since the last tick, as far as there is room. */
  private takeQueue(): boolean {
    const before = this.end
    const queue = this.queue
    this.queue = []
    for (const request of queue) {
      const { client, id, command } = request
      const known = this.answers[client]
      const isOwn = this.termOf(this.end) === this.currentTerm
      if (known?.[0] === id) this.reply(request, known[1])
      else if (isOwn && this.end - this.commitIndex >= this.logEntriesMax)
        this.refuse(request, this.id)
      else {
        this.log.push({ term: this.currentTerm, command, client, id })
        this.asked[this.end] = request
      }
    }
    if (this.end > before) this.keep({})
    return this.end > before
  }

  private sendAll() {
    for (const peer of this.peers) {
      const other = this.others[peer]
      if (other === undefined) continue
      const isGone = other.next <= this.snapshotIndex
      if (isGone && this.tick >= other.offered + SNAPSHOT_TICKS) this.offer(peer, other)
      else this.sendEntries(peer, isGone ? this.end + 1 : other.next)
    }
  }

  private sendEntries(peer: NodeId, next: number) {
    const at = next - 1 - this.snapshotIndex
    this.send(peer, {
      type: 'AppendEntries',
      term: this.currentTerm,
      leaderId: this.id,
      prevLogIndex: next - 1,
      prevLogTerm: this.termOf(next - 1),
      entries: this.log.slice(at, at + BATCH),
      leaderCommit: this.commitIndex,
    })
  }

  private offer(peer: NodeId, other: Peer) {
    other.offered = this.tick
    this.send(peer, {
      type: 'InstallSnapshot',
      term: this.currentTerm,
      leaderId: this.id,
      lastIncludedIndex: this.snapshotIndex,
      lastIncludedTerm: this.snapshotTerm,
      state: this.image,
    })
  }

  private copy(from: NodeId, message: AppendEntries) {
    const { prevLogIndex, entries } = message
    const answer = { type: 'AppendEntriesReply', prevLogIndex, matchIndex: 0 } as const
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
    if (isNew.includes(true)) this.keep({})
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

  private answered(peer: NodeId, reply: AppendEntriesReply) {
    const other = this.others[peer]
    if (this.role !== 'leader' || other === undefined) return
    if (reply.success) return this.holds(peer, reply.matchIndex)
    if (reply.prevLogIndex !== other.next - 1) return
    // A step back in powers of two: some entries travel again, and rounds are few.
    const back = other.next - 1 - Math.max(1, this.end - other.next)
    other.next = Math.max(other.match + 1, Math.min(reply.conflictIndex ?? back, back), 1)
  }

  private holds(peer: NodeId, index: number) {
    const other = this.others[peer]
    if (this.role !== 'leader' || other === undefined || index <= other.match) return
    other.match = index
    other.next = index + 1
    this.countCopies()
  }

  private countCopies() {
    const ends = [this.end, ...this.peers.map((peer) => this.others[peer]?.match ?? 0)]
    const index = ends.sort((a, b) => b - a)[this.majority - 1] ?? 0
    if (this.termOf(index) === this.currentTerm) this.commit(index)
  }

  private commit(upTo: number) {
    this.commitIndex = Math.max(this.commitIndex, upTo)
    while (this.lastApplied < this.commitIndex) this.apply(this.lastApplied + 1)
    if (this.lastApplied - this.snapshotIndex >= this.logEntriesMax) this.fold()
  }

  private apply(index: number) {
    this.lastApplied = index
    const entry = this.log[index - this.snapshotIndex - 1] as Entry
    const result = this.once(entry)
    this.deliver({ index, command: entry.command })
    const request = this.asked[index]
    delete this.asked[index]
    if (request?.client === entry.client && request?.id === entry.id) {
      this.reply(request as Request<Command>, result)
    }
  }

  /** Reads are read anew; everything else is done once. */
  private once({ client = '', id = 0, command }: Entry): Result {
    const { op, key, ...more } = command as {
      op: string
      key: string
      value?: string
      expected?: string | null
    }
    const value = this.data[key] ?? null
    if (op === 'get') return value
    const known = this.answers[client]
    if (known !== undefined && known[0] >= id) return known[1]
    const isSet = op !== 'cas' || value === more.expected
    if (isSet)
      this.data[key] = op === 'append' ? (value ?? '') + more.value : (more.value as string)
    const result = op === 'cas' ? isSet : null
    this.answers[client] = [id, result]
    return result
  }

  private fold() {
    const index = this.lastApplied
    const term = this.termOf(index)
    this.log = this.log.slice(index - this.snapshotIndex)
    this.image = {
      data: Object.entries(this.data),
      answers: Object.entries(this.answers).map(([client, [id, result]]) => [client, id, result]),
    }
    this.snapshotIndex = index
    this.snapshotTerm = term
    this.keep({})
  }

  private install(from: NodeId, message: InstallSnapshot) {
    const { lastIncludedIndex: index, lastIncludedTerm: term } = message
    if (message.term === this.currentTerm) this.hear(from)
    if (message.term === this.currentTerm && index > this.commitIndex) {
      const isRight = index <= this.end && this.termOf(index) === term
      this.log = isRight ? this.log.slice(index - this.snapshotIndex) : []
      this.startFrom(index, term, message.state as Image)
      this.keep({})
    }
    this.send(from, {
      type: 'InstallSnapshotReply',
      term: this.currentTerm,
      lastIncludedIndex: message.term === this.currentTerm ? index : 0,
    })
  }

  private startFrom(index: number, term: number, image: Image) {
    this.image = image
    this.data = Object.fromEntries(image.data)
    this.answers = Object.fromEntries(
      image.answers.map(([client, id, result]) => [client, [id, result]]),
    )
    this.snapshotIndex = index
    this.snapshotTerm = term
    this.lastApplied = index
    this.commitIndex = Math.max(this.commitIndex, index)
  }

  private hear(leader: NodeId) {
    this.role = 'follower'
    this.leaderId = leader
    this.silent = 0
  }

  private calmDown() {
    this.silent = 0
    this.patience = this.randomInt(16, 30)
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
    const kept: Kept = {
      term,
      vote,
      base: this.snapshotIndex,
      baseTerm: this.snapshotTerm,
      entries: this.log,
      image: this.image,
    }
    this.disk.write('node', kept)
    this.disk.sync()
  }

  private get end(): number {
    return this.snapshotIndex + this.log.length
  }

  private termOf(index: number): number {
    if (index === this.snapshotIndex) return this.snapshotTerm
    return this.log[index - this.snapshotIndex - 1]?.term ?? 0
  }
}
