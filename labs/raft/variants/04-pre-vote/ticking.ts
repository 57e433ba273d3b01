import { type Message, type NodeId, RaftNode } from 'netsplit/raft'

/**
 * A correct solution of another shape: one timer ticks every ten milliseconds, as in etcd's
 * raft. Asking before standing is a flag; whether a leader was heard is read off the ticks
 * since; answers are a record that a heartbeat or a new round wipes.
 */
const TICK_MS = 10
const HEARTBEAT_TICKS = 4
const LEASE_TICKS = 15
const QUORUM_TICKS = 30

export class TickingRaft extends RaftNode {
  private ticks = 0
  private patience = 0
  private ticksOfReign = 0
  private isProbing = false
  private answers: Record<NodeId, boolean> = {}

  override onStart(): void {
    const [term, vote] = (this.disk.read('hard-state') ?? [0, null]) as [number, NodeId | null]
    this.currentTerm = term
    this.votedFor = vote
    this.rest()
    this.setTimer('tick', TICK_MS)
  }

  override onTimer(): void {
    this.setTimer('tick', TICK_MS)
    if (this.role === 'leader') this.reign()
    else if (++this.ticks >= this.patience) this.probe()
  }

  override onMessage(from: NodeId, message: Message): void {
    if (message.term > this.currentTerm) this.follow(message.term, null)
    const isCurrent = message.term === this.currentTerm
    switch (message.type) {
      case 'PreVote':
        return this.send(from, {
          type: 'PreVoteReply',
          term: this.currentTerm,
          nextTerm: message.term + 1,
          voteGranted: isCurrent && !this.isLed(),
        })
      case 'RequestVote':
        return this.onRequestVote(from, isCurrent)
      case 'AppendEntries':
        if (isCurrent) this.obey(from)
        return this.send(from, {
          type: 'AppendEntriesReply',
          term: this.currentTerm,
          success: isCurrent,
        })
      case 'PreVoteReply':
        if (!this.isProbing || message.nextTerm !== this.currentTerm + 1) return
        if (this.isElectedBy(from, message.voteGranted)) this.campaign()
        return
      case 'RequestVoteReply':
        if (this.role !== 'candidate' || !isCurrent) return
        if (this.isElectedBy(from, message.voteGranted)) this.lead()
        return
      case 'AppendEntriesReply':
        if (this.role === 'leader' && isCurrent) this.answers[from] = true
        return
    }
  }

  private reign(): void {
    this.ticksOfReign++
    if (this.ticksOfReign % QUORUM_TICKS === 0) {
      if (!this.hasMajority()) return this.follow(this.currentTerm, this.votedFor)
      this.answers = { [this.id]: true }
    }
    if (this.ticksOfReign % HEARTBEAT_TICKS === 0) this.heartbeat()
  }

  private probe(): void {
    this.follow(this.currentTerm, this.votedFor)
    this.isProbing = true
    this.broadcast({ type: 'PreVote', term: this.currentTerm, candidateId: this.id })
    if (this.isElectedBy(this.id, true)) this.campaign()
  }

  private campaign(): void {
    this.follow(this.currentTerm + 1, this.id)
    this.role = 'candidate'
    this.broadcast({ type: 'RequestVote', term: this.currentTerm, candidateId: this.id })
    if (this.isElectedBy(this.id, true)) this.lead()
  }

  private lead(): void {
    this.role = 'leader'
    this.leaderId = this.id
    this.ticksOfReign = 0
    this.answers = { [this.id]: true }
    this.heartbeat()
  }

  private heartbeat(): void {
    this.broadcast({ type: 'AppendEntries', term: this.currentTerm, leaderId: this.id })
  }

  private onRequestVote(candidate: NodeId, isCurrent: boolean): void {
    const voteGranted = isCurrent && (this.votedFor ?? candidate) === candidate
    if (voteGranted && this.votedFor === null) {
      // A vote may be asked for late, when the leader of the term is known already.
      const { leaderId } = this
      this.follow(this.currentTerm, candidate)
      this.leaderId = leaderId
    }
    this.send(candidate, { type: 'RequestVoteReply', term: this.currentTerm, voteGranted })
  }

  private obey(leader: NodeId): void {
    if (this.role === 'candidate' || this.isProbing) this.follow(this.currentTerm, this.votedFor)
    this.leaderId = leader
    this.ticks = 0
  }

  private isLed(): boolean {
    return this.role === 'leader' || (this.leaderId !== null && this.ticks < LEASE_TICKS)
  }

  private isElectedBy(node: NodeId, yes: boolean): boolean {
    this.answers[node] = yes
    return this.hasMajority()
  }

  private hasMajority(): boolean {
    return Object.values(this.answers).filter(Boolean).length >= this.majority
  }

  /** A follower without a leader, of this term and vote. */
  private follow(term: number, vote: NodeId | null): void {
    const changed = term !== this.currentTerm || vote !== this.votedFor
    this.role = 'follower'
    this.leaderId = null
    this.currentTerm = term
    this.votedFor = vote
    this.isProbing = false
    this.answers = {}
    this.rest()
    if (!changed) return
    this.disk.write('hard-state', [term, vote])
    this.disk.sync()
  }

  private rest(): void {
    this.ticks = 0
    this.patience = this.randomInt(16, 30)
  }
}
