import {
  type AppendEntries,
  type AppendEntriesReply,
  type Entry,
  type LastEntry,
  type Message,
  type NodeId,
  type PreVote,
  type PreVoteReply,
  RaftNode,
  type Request,
  type RequestVote,
} from 'netsplit/raft-log'

/**
 * A correct solution of another shape: pipelined, with batches. The leader gathers commands
 * for a few milliseconds and sends on without waiting for answers; when an answer is missing
 * it goes back to asking. Disks are slow, so a node syncs once for all that came meanwhile:
 * followers answer after that, and the leader counts its own copy after that, but sends
 * before (dissertation, section 10.2.1).
 */
const BATCH_MS = 6
const SYNC_MS = 4
const HEARTBEAT_MS = 40
const PATIENCE_MS_MIN = 150
const PATIENCE_MS_MAX = 300
const QUORUM_MS = 350
const ENTRIES_MAX = 64

interface Progress {
  /** `probe`: looks for the place, one message a round; `stream`: sends on and on. */
  mode: 'probe' | 'stream'
  next: number
  match: number
  isActive: boolean
}

interface Durable {
  readonly term: number
  readonly vote: NodeId | null
}

export class PipelinedRaft extends RaftNode {
  private readonly waiting: unknown[] = []
  private readonly progress = new Map<NodeId, Progress>()
  private readonly supporters = new Set<NodeId>()
  private campaign: 'none' | 'pre' | 'real' = 'none'
  private isLed = false
  /** Up to here the log is on disk as it is in memory. */
  private durable = 0
  /** Answers that wait for the disk. */
  private owed: { readonly to: NodeId; readonly reply: AppendEntriesReply }[] = []
  private isDirty = false

  override onStart(): void {
    const { term, vote } = (this.disk.read('vote') as Durable | undefined) ?? {
      term: 0,
      vote: null,
    }
    this.currentTerm = term
    this.votedFor = vote
    this.log = (this.disk.read('log') as Entry[] | undefined) ?? []
    this.durable = this.log.length
    this.beFollower()
  }

  override onTimer(name: string): void {
    if (name === 'sync') return this.flush()
    if (name === 'led') this.isLed = false
    if (name === 'patience' && this.role !== 'leader') this.stand('pre')
    if (this.role !== 'leader') return
    if (name === 'batch') this.takeBatch()
    if (name === 'beat') this.beat()
    if (name === 'quorum') this.checkQuorum()
  }

  override onRequest(request: Request<unknown>): void {
    if (this.role !== 'leader') return this.refuse(request, this.leaderHint)
    if (this.waiting.length === 0) this.setTimer('batch', BATCH_MS)
    this.waiting.push(request.command)
  }

  override onMessage(from: NodeId, message: Message): void {
    if (message.term > this.currentTerm) {
      this.store(message.term, null)
      this.beFollower()
      this.isLed = false
    }
    if (message.type === 'PreVote') return this.onPreVote(from, message)
    if (message.type === 'PreVoteReply') return this.onPreVoteReply(from, message)
    if (message.type === 'RequestVote') return this.onRequestVote(from, message)
    if (message.type === 'AppendEntries') return this.onAppend(from, message)
    if (message.term < this.currentTerm) return
    if (message.type === 'RequestVoteReply' && message.voteGranted)
      return this.support('real', from)
    if (message.type === 'AppendEntriesReply') return this.onAppendReply(from, message)
  }

  // Elections

  private stand(how: 'pre' | 'real'): void {
    this.campaign = how
    this.leaderId = null
    this.role = how === 'real' ? 'candidate' : 'follower'
    this.supporters.clear()
    if (how === 'real') this.store(this.currentTerm + 1, this.id)
    this.restartPatience()
    const type = how === 'real' ? 'RequestVote' : 'PreVote'
    const { lastLogIndex, lastLogTerm } = this.last()
    const term = this.currentTerm
    this.broadcast({ type, term, candidateId: this.id, lastLogIndex, lastLogTerm })
    this.support(how, this.id)
  }

  private support(how: 'pre' | 'real', from: NodeId): void {
    if (this.campaign !== how) return
    this.supporters.add(from)
    if (this.supporters.size < this.majority) return
    if (how === 'pre') return this.stand('real')
    this.campaign = 'none'
    this.beLeader()
  }

  private onPreVote(from: NodeId, { term, lastLogIndex, lastLogTerm }: PreVote): void {
    const isWelcome = !this.isLed && this.role !== 'leader' && term === this.currentTerm
    this.send(from, {
      type: 'PreVoteReply',
      term: this.currentTerm,
      nextTerm: term + 1,
      voteGranted: isWelcome && this.accepts(lastLogTerm, lastLogIndex),
    })
  }

  private onPreVoteReply(from: NodeId, { nextTerm, voteGranted }: PreVoteReply): void {
    if (voteGranted && nextTerm === this.currentTerm + 1) this.support('pre', from)
  }

  private onRequestVote(from: NodeId, { term, lastLogIndex, lastLogTerm }: RequestVote): void {
    const isFree = this.votedFor === null || this.votedFor === from
    const isCurrent = term === this.currentTerm
    const voteGranted = isCurrent && isFree && this.accepts(lastLogTerm, lastLogIndex)
    if (voteGranted) {
      this.store(term, from)
      this.restartPatience()
    }
    this.send(from, { type: 'RequestVoteReply', term: this.currentTerm, voteGranted })
  }

  private accepts(lastLogTerm: number, lastLogIndex: number): boolean {
    const own = this.last()
    if (lastLogTerm === own.lastLogTerm) return lastLogIndex >= own.lastLogIndex
    return lastLogTerm > own.lastLogTerm
  }

  private beFollower(): void {
    this.role = 'follower'
    this.leaderId = null
    this.campaign = 'none'
    this.waiting.length = 0
    this.owed = []
    this.restartPatience()
  }

  private beLeader(): void {
    this.role = 'leader'
    this.leaderId = this.id
    this.owed = []
    this.cancelTimer('patience')
    for (const peer of this.peers) {
      const fresh = { mode: 'probe', next: this.log.length + 1, match: 0, isActive: false } as const
      this.progress.set(peer, { ...fresh })
    }
    this.setTimer('quorum', QUORUM_MS)
    this.beat()
  }

  private checkQuorum(): void {
    const active = [...this.progress.values()].filter(({ isActive }) => isActive)
    for (const progress of this.progress.values()) progress.isActive = false
    if (active.length + 1 < this.majority) return this.beFollower()
    this.setTimer('quorum', QUORUM_MS)
  }

  // The leader's part

  private takeBatch(): void {
    const term = this.currentTerm
    for (const command of this.waiting.splice(0)) this.log.push({ term, command })
    this.dirty()
    for (const [peer, progress] of this.progress) {
      if (progress.mode === 'stream') this.sendTo(peer, progress)
    }
  }

  private beat(): void {
    for (const [peer, progress] of this.progress) this.sendTo(peer, progress)
    this.setTimer('beat', HEARTBEAT_MS)
  }

  private sendTo(peer: NodeId, progress: Progress): void {
    const prevLogIndex = progress.next - 1
    const entries =
      progress.mode === 'probe' ? [] : this.log.slice(prevLogIndex, prevLogIndex + ENTRIES_MAX)
    this.send(peer, {
      type: 'AppendEntries',
      term: this.currentTerm,
      leaderId: this.id,
      prevLogIndex,
      prevLogTerm: this.at(prevLogIndex),
      entries,
      leaderCommit: this.commitIndex,
    })
    if (progress.mode === 'stream') progress.next += entries.length
  }

  private onAppendReply(from: NodeId, reply: AppendEntriesReply): void {
    const progress = this.progress.get(from)
    if (this.role !== 'leader' || progress === undefined) return
    progress.isActive = true
    if (!reply.success) return this.onRefusal(from, progress, reply)
    const isFirst = progress.mode === 'probe' && reply.prevLogIndex === progress.next - 1
    if (reply.matchIndex > progress.match) progress.match = reply.matchIndex
    if (isFirst) progress.mode = 'stream'
    progress.next = Math.max(progress.next, progress.match + 1)
    this.commit()
    if (progress.mode === 'stream' && progress.next <= this.log.length) this.sendTo(from, progress)
  }

  private onRefusal(from: NodeId, progress: Progress, reply: AppendEntriesReply): void {
    const { prevLogIndex, conflictIndex = prevLogIndex, conflictTerm } = reply
    // In a stream any hole shows as a refusal; what is known to match needs no new search.
    if (progress.mode === 'probe' && prevLogIndex !== progress.next - 1) return
    if (prevLogIndex <= progress.match) return
    progress.mode = 'probe'
    let next = Math.min(conflictIndex, prevLogIndex)
    if (typeof conflictTerm === 'number') {
      while (next < prevLogIndex && this.at(next) === conflictTerm) next++
    }
    progress.next = Math.max(progress.match + 1, next)
    this.sendTo(from, progress)
  }

  private commit(): void {
    const copies = [this.durable, ...[...this.progress.values()].map(({ match }) => match)]
    copies.sort((a, b) => b - a)
    const index = copies[this.majority - 1] ?? 0
    if (index > this.commitIndex && this.at(index) === this.currentTerm) this.commitIndex = index
  }

  // The follower's part

  private onAppend(from: NodeId, message: AppendEntries): void {
    const { prevLogIndex, prevLogTerm, entries, leaderCommit } = message
    const base = { type: 'AppendEntriesReply', prevLogIndex, term: this.currentTerm } as const
    if (message.term < this.currentTerm) {
      return this.send(from, { ...base, success: false, matchIndex: 0 })
    }
    this.role = 'follower'
    this.campaign = 'none'
    this.leaderId = from
    this.isLed = true
    this.setTimer('led', PATIENCE_MS_MIN)
    this.restartPatience()
    if (prevLogIndex > this.log.length || this.at(prevLogIndex) !== prevLogTerm) {
      return this.send(from, { ...base, success: false, matchIndex: 0, ...this.hint(prevLogIndex) })
    }
    this.merge(prevLogIndex, entries)
    const matchIndex = prevLogIndex + entries.length
    this.commitIndex = Math.max(this.commitIndex, Math.min(leaderCommit, matchIndex))
    const reply = { ...base, success: true, matchIndex }
    if (!this.isDirty) return this.send(from, reply)
    this.owed.push({ to: from, reply })
  }

  private merge(prevLogIndex: number, entries: readonly Entry[]): void {
    entries.forEach((entry, at) => {
      const index = prevLogIndex + at + 1
      if (this.at(index) === entry.term) return
      this.log.splice(index - 1)
      this.log.push(entry)
      this.durable = Math.min(this.durable, index - 1)
      this.dirty()
    })
  }

  private hint(index: number) {
    if (index > this.log.length) {
      return { conflictTerm: null, conflictIndex: this.log.length + 1 }
    }
    const conflictTerm = this.at(index)
    let conflictIndex = index
    while (conflictIndex > 1 && this.at(conflictIndex - 1) === conflictTerm) conflictIndex--
    return { conflictTerm, conflictIndex }
  }

  // The disk

  private dirty(): void {
    if (this.isDirty) return
    this.isDirty = true
    this.setTimer('sync', SYNC_MS)
  }

  /** Once for all that has come since the last time. */
  private flush(): void {
    this.isDirty = false
    this.disk.write('log', this.log)
    this.disk.sync()
    this.durable = this.log.length
    for (const { to, reply } of this.owed.splice(0)) {
      if (reply.term === this.currentTerm) this.send(to, reply)
    }
    if (this.role === 'leader') this.commit()
  }

  private store(term: number, vote: NodeId | null): void {
    this.currentTerm = term
    this.votedFor = vote
    this.disk.write('vote', { term, vote })
    this.disk.sync()
  }

  private at(index: number): number {
    return this.log[index - 1]?.term ?? 0
  }

  private last(): LastEntry {
    return { lastLogIndex: this.log.length, lastLogTerm: this.at(this.log.length) }
  }

  private restartPatience(): void {
    this.setTimer('patience', this.randomInt(PATIENCE_MS_MIN, PATIENCE_MS_MAX))
  }
}
