import {
  type AppendEntries,
  type AppendEntriesReply,
  type Entry,
  type Message,
  type NodeId,
  RaftNode,
  type Request,
} from 'netsplit/raft-log'

/**
 * A correct solution of another shape: one timer ticks every ten milliseconds and counts, as
 * in etcd's raft. A new leader begins its term with an entry of its own, so that what came
 * before it is committed without a client; it skips a whole term at once when it looks for
 * the place; all that must survive is one value on disk.
 */
const TICK_MS = 10
const HEARTBEAT_TICKS = 4
const QUORUM_TICKS = 40
const PATIENCE_TICKS = 15

interface Saved {
  readonly term: number
  readonly vote: NodeId | null
  readonly log: Entry[]
}

export class TickingRaft extends RaftNode {
  private elapsed = 0
  private limit = 0
  private quorumElapsed = 0
  private answers: Record<NodeId, boolean> = {}
  private isAskingFirst = false
  private next: Record<NodeId, number> = {}
  private match: Record<NodeId, number> = {}
  private isActive: Record<NodeId, boolean> = {}

  override onStart(): void {
    const saved = this.disk.read('saved') as Saved | undefined
    this.currentTerm = saved?.term ?? 0
    this.votedFor = saved?.vote ?? null
    this.log = saved?.log ?? []
    // A node that has just started knows of no leader, and need not wait for one to be silent.
    this.become('follower')
    this.setTimer('tick', TICK_MS)
  }

  override onTimer(): void {
    this.setTimer('tick', TICK_MS)
    this.elapsed++
    if (this.role === 'leader') return this.tickLeader()
    if (this.elapsed >= this.limit) this.campaign(true)
  }

  override onRequest(request: Request<unknown>): void {
    if (this.role !== 'leader') return this.refuse(request, this.leaderHint)
    this.propose(request.command)
  }

  override onMessage(from: NodeId, message: Message): void {
    if (message.term > this.currentTerm) {
      this.currentTerm = message.term
      this.votedFor = null
      this.save()
      this.become('follower')
    }
    const isCurrent = message.term === this.currentTerm
    switch (message.type) {
      case 'PreVote': {
        const isLed = this.leaderId !== null && this.elapsed < PATIENCE_TICKS
        const voteGranted = isCurrent && !isLed && this.role !== 'leader' && this.mayLead(message)
        const nextTerm = message.term + 1
        this.send(from, { type: 'PreVoteReply', term: this.currentTerm, nextTerm, voteGranted })
        return
      }
      case 'RequestVote': {
        const isFree = this.votedFor === null || this.votedFor === from
        const voteGranted = isCurrent && isFree && this.mayLead(message)
        if (voteGranted) {
          this.votedFor = from
          this.save()
          this.elapsed = 0
        }
        this.send(from, { type: 'RequestVoteReply', term: this.currentTerm, voteGranted })
        return
      }
      case 'PreVoteReply': {
        const isWanted = this.isAskingFirst && message.nextTerm === this.currentTerm + 1
        if (isWanted) this.tally(from, message.voteGranted)
        return
      }
      case 'RequestVoteReply':
        if (isCurrent && this.role === 'candidate') this.tally(from, message.voteGranted)
        return
      case 'AppendEntries':
        return this.onAppend(from, message)
      case 'AppendEntriesReply':
        if (isCurrent && this.role === 'leader') this.onAppendReply(from, message)
    }
  }

  private tickLeader(): void {
    if (this.elapsed >= HEARTBEAT_TICKS) this.sendToAll()
    if (++this.quorumElapsed < QUORUM_TICKS) return
    const active = this.peers.filter((peer) => this.isActive[peer]).length + 1
    this.quorumElapsed = 0
    this.isActive = {}
    if (active < this.majority) this.become('follower')
  }

  private campaign(isAskingFirst: boolean): void {
    this.become(isAskingFirst ? 'follower' : 'candidate')
    this.isAskingFirst = isAskingFirst
    if (!isAskingFirst) {
      this.currentTerm++
      this.votedFor = this.id
      this.save()
    }
    const lastLogIndex = this.log.length
    const question = {
      term: this.currentTerm,
      candidateId: this.id,
      lastLogIndex,
      lastLogTerm: this.termAt(lastLogIndex),
    }
    this.broadcast({ type: isAskingFirst ? 'PreVote' : 'RequestVote', ...question })
    this.tally(this.id, true)
  }

  private tally(from: NodeId, isYes: boolean): void {
    this.answers[from] = isYes
    const yes = Object.values(this.answers).filter(Boolean).length
    if (yes < this.majority) return
    if (this.isAskingFirst) return this.campaign(false)
    this.become('leader')
    this.leaderId = this.id
    this.quorumElapsed = 0
    this.isActive = {}
    for (const peer of this.peers) {
      this.next[peer] = this.log.length + 1
      this.match[peer] = 0
    }
    this.propose(null)
  }

  private propose(command: unknown): void {
    this.log.push({ term: this.currentTerm, command })
    this.save()
    this.sendToAll()
  }

  private sendToAll(): void {
    this.elapsed = 0
    for (const peer of this.peers) this.sendTo(peer)
  }

  private sendTo(peer: NodeId): void {
    const next = this.next[peer] ?? 1
    this.send(peer, {
      type: 'AppendEntries',
      term: this.currentTerm,
      leaderId: this.id,
      prevLogIndex: next - 1,
      prevLogTerm: this.termAt(next - 1),
      entries: this.log.slice(next - 1),
      leaderCommit: this.commitIndex,
    })
  }

  private onAppendReply(from: NodeId, reply: AppendEntriesReply): void {
    this.isActive[from] = true
    const { success, matchIndex, prevLogIndex, conflictIndex = prevLogIndex } = reply
    const known = this.match[from] ?? 0
    if (!success) {
      if (prevLogIndex !== (this.next[from] ?? 1) - 1) return
      this.next[from] = Math.max(known + 1, Math.min(conflictIndex, prevLogIndex))
      return this.sendTo(from)
    }
    if (matchIndex <= known) return
    this.match[from] = matchIndex
    this.next[from] = matchIndex + 1
    for (let index = this.log.length; index > this.commitIndex; index--) {
      if (this.termAt(index) < this.currentTerm) break
      const copies = Object.values(this.match).filter((each) => each >= index).length + 1
      if (copies < this.majority) continue
      this.commitIndex = index
      break
    }
  }

  private onAppend(from: NodeId, message: AppendEntries): void {
    const { prevLogIndex, prevLogTerm, entries, leaderCommit } = message
    const reply = { type: 'AppendEntriesReply', prevLogIndex, term: this.currentTerm } as const
    if (message.term < this.currentTerm) {
      return this.send(from, { ...reply, success: false, matchIndex: 0 })
    }
    if (this.role !== 'follower' || this.isAskingFirst) this.become('follower')
    this.leaderId = from
    this.elapsed = 0
    if (prevLogIndex > this.log.length || this.termAt(prevLogIndex) !== prevLogTerm) {
      const conflictTerm = this.log[prevLogIndex - 1]?.term ?? null
      const first = this.log.findIndex(({ term }) => term === conflictTerm)
      const conflictIndex = (first < 0 ? this.log.length : first) + 1
      const refusal = { success: false, matchIndex: 0, conflictTerm, conflictIndex } as const
      return this.send(from, { ...reply, ...refusal })
    }
    const matchIndex = prevLogIndex + entries.length
    const isKnown = entries.every((entry, at) => this.termAt(prevLogIndex + at + 1) === entry.term)
    if (!isKnown) {
      this.log = [...this.log.slice(0, prevLogIndex), ...entries]
      this.save()
    }
    this.commitIndex = Math.max(this.commitIndex, Math.min(leaderCommit, matchIndex))
    this.send(from, { ...reply, success: true, matchIndex })
  }

  private mayLead(candidate: { readonly lastLogIndex: number; readonly lastLogTerm: number }) {
    const lastTerm = this.termAt(this.log.length)
    if (candidate.lastLogTerm !== lastTerm) return candidate.lastLogTerm > lastTerm
    return candidate.lastLogIndex >= this.log.length
  }

  private become(role: 'follower' | 'candidate' | 'leader'): void {
    this.role = role
    this.leaderId = null
    this.isAskingFirst = false
    this.answers = {}
    this.elapsed = 0
    this.limit = this.randomInt(PATIENCE_TICKS + 1, 2 * PATIENCE_TICKS)
  }

  private save(): void {
    this.disk.write('saved', { term: this.currentTerm, vote: this.votedFor, log: this.log })
    this.disk.sync()
  }

  private termAt(index: number): number {
    return this.log[index - 1]?.term ?? 0
  }
}
