// Entries are sent once, as soon as they come, without waiting for answers; what got lost is
// sent again with the heartbeats. Term, log and snapshot lie in three records, the log entry
// by entry. The commit index is on disk too, so that a restarted node applies at once.
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

const HEARTBEAT_MS = 40
const SNAPSHOT_MS = 150
const PATIENCE_MS = [150, 300] as const

interface State {
  readonly values: readonly (readonly [string, string])[]
  readonly sessions: readonly (readonly [string, { id: number; result: Result }])[]
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

  /** The answer that this request had, if it is the client's last. */
  answerTo({ client, id }: { client: string; id: number }): { result: Result } | undefined {
    const session = this.sessions.get(client)
    return session?.id === id ? session : undefined
  }

  run({ client = '', id = 0, command }: Entry): Result {
    const session = this.sessions.get(client)
    if (session !== undefined && id <= session.id) return session.result
    const result = this.carryOut(command as Command)
    this.sessions.set(client, { id, result })
    return result
  }

  private carryOut(command: Command): Result {
    const value = this.values.get(command.key) ?? null
    if (command.op === 'get') return value
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
}

export class Raft extends RaftNode {
  private store = new Store()
  private saved: State = { values: [], sessions: [] }
  private supporters = new Set<NodeId>()
  private progress = new Map<NodeId, Progress>()
  private offered = new Set<NodeId>()
  private clients = new Map<number, Request<Command>>()

  onStart() {
    this.currentTerm = (this.disk.read('term') as [number, NodeId | null] | undefined)?.[0] ?? 0
    this.votedFor = (this.disk.read('term') as [number, NodeId | null] | undefined)?.[1] ?? null
    const snapshot = this.disk.read('snapshot') as
      | { index: number; term: number; state: State }
      | undefined
    if (snapshot !== undefined) this.adopt(snapshot.index, snapshot.term, snapshot.state)
    const end = (this.disk.read('end') as number | undefined) ?? 0
    for (let index = this.snapshotIndex + 1; index <= end; index++) {
      this.log.push(this.disk.read(`entry ${index}`) as Entry)
    }
    this.commitTo(Math.min((this.disk.read('commit') as number | undefined) ?? 0, this.end))
    this.wait()
  }

  onTimer(name: string) {
    if (name === 'election' && this.role !== 'leader') this.campaign()
    if (name === 'heartbeat' && this.role === 'leader') this.beat()
    if (name.startsWith('offered ')) this.offered.delete(name.slice('offered '.length))
  }

  onRequest(request: Request<Command>) {
    if (this.role !== 'leader') return this.refuse(request, this.leaderHint)
    const known = this.store.answerTo(request)
    if (known !== undefined) return this.reply(request, known.result)
    const waiting = this.end - this.commitIndex
    if (waiting >= this.logEntriesMax && this.termAt(this.end) === this.currentTerm) {
      return this.refuse(request, this.id)
    }
    const { client, id, command } = request
    this.clients.set(this.end + 1, request)
    // Followers may write while the leader does; it counts itself only after its own sync.
    this.write(this.end + 1, [{ term: this.currentTerm, command, client, id }])
    for (const [peer, progress] of this.progress) {
      if (progress.isStreaming) this.sendNext(peer, progress)
    }
    this.count()
  }

  onMessage(from: NodeId, message: Message) {
    if (message.term > this.currentTerm) {
      this.setRole('follower', null)
      this.setTerm(message.term, null)
    }
    switch (message.type) {
      case 'RequestVote':
        return this.vote(from, message)
      case 'RequestVoteReply':
        if (this.role !== 'candidate' || message.term !== this.currentTerm) return
        if (message.voteGranted) this.supportedBy(from)
        return
      case 'AppendEntries':
        return this.append(from, message)
      case 'AppendEntriesReply':
        return this.learn(from, message)
      case 'InstallSnapshot':
        return this.install(from, message)
      case 'InstallSnapshotReply':
        return this.advance(from, message.term, message.lastIncludedIndex)
    }
  }

  private campaign() {
    this.setRole('candidate', null)
    this.setTerm(this.currentTerm + 1, this.id)
    this.supporters.clear()
    const lastLogIndex = this.end
    const lastLogTerm = this.termAt(lastLogIndex)
    const term = this.currentTerm
    this.broadcast({ type: 'RequestVote', term, candidateId: this.id, lastLogIndex, lastLogTerm })
    this.supportedBy(this.id)
  }

  private vote(candidate: NodeId, { term, lastLogTerm, lastLogIndex }: RequestVote) {
    const [ownTerm, ownIndex] = [this.termAt(this.end), this.end]
    const isAhead = lastLogTerm > ownTerm || (lastLogTerm === ownTerm && lastLogIndex >= ownIndex)
    const mayVote = this.votedFor === null || this.votedFor === candidate
    const voteGranted = isAhead && mayVote && term === this.currentTerm
    if (voteGranted) {
      if (this.votedFor === null) this.setTerm(term, candidate)
      this.wait()
    }
    this.send(candidate, { type: 'RequestVoteReply', term: this.currentTerm, voteGranted })
  }

  private supportedBy(voter: NodeId) {
    this.supporters.add(voter)
    if (this.supporters.size < this.majority) return
    this.setRole('leader', this.id)
    this.offered.clear()
    for (const peer of this.peers) {
      this.progress.set(peer, { match: 0, next: this.end + 1, isStreaming: false })
      // Asks where each log ends; the answer says from where on entries are needed.
      this.sendFrom(peer, this.end + 1)
    }
    this.setTimer('heartbeat', HEARTBEAT_MS)
  }

  private beat() {
    this.setTimer('heartbeat', HEARTBEAT_MS)
    for (const [peer, progress] of this.progress) {
      // Whatever was not acknowledged may be lost.
      if (progress.isStreaming) progress.next = progress.match + 1
      this.sendNext(peer, progress)
    }
  }

  private sendNext(peer: NodeId, progress: Progress) {
    if (progress.next <= this.snapshotIndex) return this.offer(peer)
    this.sendFrom(peer, progress.next)
    if (progress.isStreaming) progress.next = this.end + 1
  }

  private sendFrom(peer: NodeId, index: number) {
    this.send(peer, {
      type: 'AppendEntries',
      term: this.currentTerm,
      leaderId: this.id,
      prevLogIndex: index - 1,
      prevLogTerm: this.termAt(index - 1),
      entries: this.log.slice(index - 1 - this.snapshotIndex),
      leaderCommit: this.commitIndex,
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
      state: this.saved,
    })
  }

  private append(leader: NodeId, message: AppendEntries) {
    const { term, prevLogIndex, prevLogTerm, entries, leaderCommit } = message
    const answer = (success: boolean, matchIndex: number, conflictIndex?: number) =>
      this.send(leader, {
        type: 'AppendEntriesReply',
        term: this.currentTerm,
        success,
        prevLogIndex,
        matchIndex,
        ...(conflictIndex === undefined ? {} : { conflictIndex }),
      })
    if (term < this.currentTerm) return answer(false, 0)
    this.setRole('follower', leader)
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

  private firstOfTerm(index: number): number {
    const term = this.termAt(index)
    let first = index
    while (first > this.snapshotIndex + 1 && this.termAt(first - 1) === term) first--
    return first
  }

  private learn(peer: NodeId, reply: AppendEntriesReply) {
    if (this.role !== 'leader' || reply.term !== this.currentTerm) return
    if (reply.success) return this.advance(peer, reply.term, reply.matchIndex)
    const progress = this.progress.get(peer)
    if (progress === undefined || reply.prevLogIndex <= progress.match) return
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
  }

  private count() {
    const matches = [...this.progress.values()].map(({ match }) => match)
    const index = [this.end, ...matches].sort((a, b) => b - a)[this.majority - 1] ?? 0
    if (index > this.commitIndex && this.termAt(index) === this.currentTerm) this.commitTo(index)
  }

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
      if (request !== undefined && request.id === entry.id) this.reply(request, result)
    }
    // Not synced by itself: it may be lost, and the next sync takes it along.
    this.disk.write('commit', index)
    if (this.log.length >= this.logEntriesMax) this.shorten()
  }

  /** Keeps a few applied entries, for followers that are only a little behind. */
  private shorten() {
    const index = this.lastApplied
    const term = this.termAt(index)
    if (index === this.snapshotIndex) return
    const rest = this.log.slice(index - this.snapshotIndex)
    this.saved = this.store.save()
    this.disk.write('snapshot', { index, term, state: this.saved })
    this.disk.sync()
    this.log = rest
    this.snapshotIndex = index
    this.snapshotTerm = term
  }

  private install(leader: NodeId, message: InstallSnapshot) {
    const { lastIncludedIndex: index, lastIncludedTerm: term, state } = message
    if (message.term === this.currentTerm) {
      this.setRole('follower', leader)
      if (index > this.lastApplied) {
        const rest = this.termAt(index) === term ? this.log.slice(index - this.snapshotIndex) : []
        this.disk.write('snapshot', { index, term, state })
        this.disk.write('end', index + rest.length)
        this.disk.sync()
        this.adopt(index, term, state as State)
        this.log = rest
      }
    }
    const held = message.term === this.currentTerm ? index : 0
    const reply = { type: 'InstallSnapshotReply', lastIncludedIndex: held } as const
    this.send(leader, { ...reply, term: this.currentTerm })
  }

  private adopt(index: number, term: number, state: State) {
    this.saved = state
    this.store.load(state)
    this.snapshotIndex = index
    this.snapshotTerm = term
    this.lastApplied = index
    this.commitIndex = Math.max(this.commitIndex, index)
  }

  /** Puts entries at this place in the log; what stood there and behind is gone. */
  private write(index: number, entries: readonly Entry[]) {
    this.log = [...this.log.slice(0, index - 1 - this.snapshotIndex), ...entries]
    // The end first, so that a crash in between never joins old entries to new ones.
    this.disk.write('end', index - 1)
    for (const [at, entry] of entries.entries()) this.disk.write(`entry ${index + at}`, entry)
    this.disk.write('end', this.end)
    this.disk.sync()
  }

  private setRole(role: 'follower' | 'candidate' | 'leader', leader: NodeId | null) {
    this.role = role
    this.leaderId = leader
    if (role !== 'leader') this.wait()
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

  private get end(): number {
    return this.snapshotIndex + this.log.length
  }

  private termAt(index: number): number {
    if (index === this.snapshotIndex) return this.snapshotTerm
    return this.log[index - 1 - this.snapshotIndex]?.term ?? 0
  }
}
