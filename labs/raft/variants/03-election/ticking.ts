import { type Message, type NodeId, RaftNode } from 'netsplit/raft'

/**
 * A correct solution of another shape: one timer ticks every ten milliseconds and
 * counts down, as in etcd's raft; votes are a record; term and vote are one value on
 * disk; a leader steps down by itself when it cannot hear a majority.
 */
const TICK_MS = 10
const HEARTBEAT_TICKS = 4
const QUORUM_TICKS = 60

interface Durable {
  term: number
  vote: NodeId | null
}

export class TickingRaft extends RaftNode {
  private ticksToElection = 0
  private ticksToHeartbeat = 0
  private ticksToQuorumCheck = 0
  private ballots: Record<NodeId, boolean> = {}
  private heardFrom: NodeId[] = []

  override onStart(): void {
    const durable = this.disk.read('raft') as Durable | undefined
    this.currentTerm = durable?.term ?? 0
    this.votedFor = durable?.vote ?? null
    this.resetElection()
    this.setTimer('tick', TICK_MS)
  }

  override onTimer(): void {
    this.setTimer('tick', TICK_MS)
    if (this.role === 'leader') this.tickLeader()
    else if (--this.ticksToElection <= 0) this.campaign()
  }

  override onMessage(from: NodeId, message: Message): void {
    if (message.term > this.currentTerm) this.become('follower', message.term, null)
    const isCurrent = message.term === this.currentTerm
    if (this.role === 'leader' && isCurrent) this.hear(from)
    if (message.type === 'RequestVote') this.onRequestVote(from, isCurrent)
    if (message.type === 'AppendEntries') this.onHeartbeat(from, isCurrent)
    if (message.type === 'RequestVoteReply' && isCurrent && this.role === 'candidate') {
      this.ballots[from] = message.voteGranted
      this.tallyBallots()
    }
  }

  private tickLeader(): void {
    if (--this.ticksToHeartbeat <= 0) this.heartbeat()
    if (--this.ticksToQuorumCheck > 0) return
    const heard = this.heardFrom.length + 1
    this.heardFrom = []
    this.ticksToQuorumCheck = QUORUM_TICKS
    if (heard < this.majority) this.become('follower', this.currentTerm, this.votedFor)
  }

  private campaign(): void {
    this.become('candidate', this.currentTerm + 1, this.id)
    this.ballots = { [this.id]: true }
    this.broadcast({ type: 'RequestVote', term: this.currentTerm, candidateId: this.id })
    this.tallyBallots()
  }

  private tallyBallots(): void {
    const granted = Object.values(this.ballots).filter(Boolean).length
    if (granted < this.majority) return
    this.role = 'leader'
    this.leaderId = this.id
    this.heardFrom = []
    this.ticksToQuorumCheck = QUORUM_TICKS
    this.heartbeat()
  }

  private heartbeat(): void {
    this.ticksToHeartbeat = HEARTBEAT_TICKS
    this.broadcast({ type: 'AppendEntries', term: this.currentTerm, leaderId: this.id })
  }

  private hear(from: NodeId): void {
    if (!this.heardFrom.includes(from)) this.heardFrom.push(from)
  }

  private onRequestVote(from: NodeId, isCurrent: boolean): void {
    const voteGranted = isCurrent && (this.votedFor ?? from) === from
    if (voteGranted) this.become('follower', this.currentTerm, from)
    this.send(from, { type: 'RequestVoteReply', term: this.currentTerm, voteGranted })
  }

  private onHeartbeat(from: NodeId, isCurrent: boolean): void {
    if (isCurrent) {
      this.role = 'follower'
      this.leaderId = from
      this.resetElection()
    }
    this.send(from, { type: 'AppendEntriesReply', term: this.currentTerm, success: isCurrent })
  }

  private become(role: 'follower' | 'candidate', term: number, vote: NodeId | null): void {
    const changed = term !== this.currentTerm || vote !== this.votedFor
    this.role = role
    this.leaderId = null
    this.currentTerm = term
    this.votedFor = vote
    this.resetElection()
    if (!changed) return
    this.disk.write('raft', { term, vote })
    this.disk.sync()
  }

  private resetElection(): void {
    this.ticksToElection = this.randomInt(18, 36)
  }
}
