import { type Message, type NodeId, RaftNode } from 'netsplit/raft'

/**
 * A correct solution of another shape: roles are objects that handle messages, a
 * candidate asks again those who did not answer, and stale senders are told the
 * newer term at once.
 */
type Handler = (from: NodeId, message: Message) => void

export class StateMachineRaft extends RaftNode {
  private readonly granted = new Map<number, Set<NodeId>>()
  private answered = new Set<NodeId>()

  override onStart(): void {
    const [term, vote] = (this.disk.read('ballot') as [number, NodeId | null] | undefined) ?? [
      0,
      null,
    ]
    this.currentTerm = term
    this.votedFor = vote
    this.rest()
  }

  override onTimer(name: string): void {
    switch (`${this.role}:${name}`) {
      case 'follower:patience':
      case 'candidate:patience':
        return this.stand()
      case 'candidate:ask-again':
        return this.ask()
      case 'leader:pulse':
        return this.pulse()
      default:
    }
  }

  override onMessage(from: NodeId, message: Message): void {
    if (message.term > this.currentTerm) this.enter(message.term, null)
    if (message.term < this.currentTerm) return this.refuseStale(from, message)
    this.handlers[message.type]?.(from, message)
  }

  private readonly handlers: Partial<Record<Message['type'], Handler>> = {
    RequestVote: (from) => {
      const voteGranted = this.votedFor === null || this.votedFor === from
      if (voteGranted && this.votedFor === null) this.enter(this.currentTerm, from)
      if (voteGranted) this.rest()
      this.send(from, { type: 'RequestVoteReply', term: this.currentTerm, voteGranted })
    },
    RequestVoteReply: (from, message) => {
      if (this.role !== 'candidate' || message.type !== 'RequestVoteReply') return
      this.answered.add(from)
      if (message.voteGranted) this.count(from)
    },
    AppendEntries: (from) => {
      this.role = 'follower'
      this.leaderId = from
      this.cancelTimer('ask-again')
      this.rest()
      this.send(from, { type: 'AppendEntriesReply', term: this.currentTerm, success: true })
    },
    AppendEntriesReply: () => {},
  }

  /** A stale sender learns the newer term from the reply. */
  private refuseStale(from: NodeId, message: Message): void {
    if (message.type === 'RequestVote') {
      this.send(from, { type: 'RequestVoteReply', term: this.currentTerm, voteGranted: false })
    }
    if (message.type === 'AppendEntries') {
      this.send(from, { type: 'AppendEntriesReply', term: this.currentTerm, success: false })
    }
  }

  private stand(): void {
    this.enter(this.currentTerm + 1, this.id)
    this.role = 'candidate'
    this.answered = new Set([this.id])
    this.granted.clear()
    this.rest()
    this.count(this.id)
    if (this.role === 'candidate') this.ask()
  }

  private ask(): void {
    for (const peer of this.peers) {
      if (this.answered.has(peer)) continue
      this.send(peer, { type: 'RequestVote', term: this.currentTerm, candidateId: this.id })
    }
    this.setTimer('ask-again', 60)
  }

  private count(voter: NodeId): void {
    const voters = this.granted.get(this.currentTerm) ?? new Set<NodeId>()
    this.granted.set(this.currentTerm, voters.add(voter))
    if (voters.size < this.majority) return
    this.role = 'leader'
    this.leaderId = this.id
    this.pulse()
  }

  private pulse(): void {
    this.broadcast({ type: 'AppendEntries', term: this.currentTerm, leaderId: this.id })
    this.setTimer('pulse', 35)
  }

  private enter(term: number, vote: NodeId | null): void {
    const wasLeader = this.role === 'leader'
    if (term > this.currentTerm) {
      this.role = 'follower'
      this.leaderId = null
    }
    this.currentTerm = term
    this.votedFor = vote
    this.disk.write('ballot', [term, vote])
    this.disk.sync()
    if (wasLeader) this.rest()
  }

  private rest(): void {
    this.setTimer('patience', 160 + this.randomInt(0, 160))
  }
}
