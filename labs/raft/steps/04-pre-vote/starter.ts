import { type Message, type NodeId, RaftNode } from 'netsplit/raft'

const HEARTBEAT_MS = 50
const ELECTION_MS_MIN = 150
const ELECTION_MS_MAX = 300

export class Raft extends RaftNode {
  private votes = new Set<NodeId>()

  onStart() {
    const ballot = this.disk.read('ballot') as { term: number; votedFor: NodeId | null } | undefined
    this.currentTerm = ballot?.term ?? 0
    this.votedFor = ballot?.votedFor ?? null
    this.restartElectionTimer()
  }

  onTimer(name: string) {
    // Before it stands, a node should know whether anybody would vote for it.
    if (name === 'election' && this.role !== 'leader') this.startElection()
    if (name === 'heartbeat' && this.role === 'leader') this.sendHeartbeats()
    // And a leader should find out when nobody answers it any more.
  }

  onMessage(from: NodeId, message: Message) {
    if (message.term > this.currentTerm) this.stepDown(message.term)
    switch (message.type) {
      case 'PreVote':
        // Would this node vote for the sender in the term after this one?
        return
      case 'PreVoteReply':
        return
      case 'RequestVote':
        return this.answerVote(from, message.term)
      case 'RequestVoteReply':
        return this.countVote(from, message.term, message.voteGranted)
      case 'AppendEntries':
        return this.followLeader(from, message.term)
      case 'AppendEntriesReply':
        // A sign of life from a follower.
        return
    }
  }

  private startElection() {
    this.role = 'candidate'
    this.leaderId = null
    this.votes = new Set([this.id])
    this.setBallot(this.currentTerm + 1, this.id)
    this.restartElectionTimer()
    this.broadcast({ type: 'RequestVote', term: this.currentTerm, candidateId: this.id })
    this.leadIfElected()
  }

  private answerVote(candidate: NodeId, term: number) {
    const voteGranted =
      term === this.currentTerm && (this.votedFor === null || this.votedFor === candidate)
    if (voteGranted) {
      this.setBallot(this.currentTerm, candidate)
      this.restartElectionTimer()
    }
    this.send(candidate, { type: 'RequestVoteReply', term: this.currentTerm, voteGranted })
  }

  private countVote(voter: NodeId, term: number, voteGranted: boolean) {
    if (this.role !== 'candidate' || term !== this.currentTerm || !voteGranted) return
    this.votes.add(voter)
    this.leadIfElected()
  }

  private leadIfElected() {
    if (this.votes.size < this.majority) return
    this.role = 'leader'
    this.leaderId = this.id
    this.cancelTimer('election')
    this.sendHeartbeats()
  }

  private sendHeartbeats() {
    this.broadcast({ type: 'AppendEntries', term: this.currentTerm, leaderId: this.id })
    this.setTimer('heartbeat', HEARTBEAT_MS)
  }

  private followLeader(leader: NodeId, term: number) {
    const success = term === this.currentTerm
    if (success) {
      this.role = 'follower'
      this.leaderId = leader
      // For how long does this node support nobody else?
      this.restartElectionTimer()
    }
    this.send(leader, { type: 'AppendEntriesReply', term: this.currentTerm, success })
  }

  private stepDown(term: number) {
    if (this.role === 'leader') this.restartElectionTimer()
    this.role = 'follower'
    this.leaderId = null
    this.setBallot(term, null)
  }

  /** Term and vote are one value on disk: a crash cannot keep one and lose the other. */
  private setBallot(term: number, votedFor: NodeId | null) {
    this.currentTerm = term
    this.votedFor = votedFor
    this.disk.write('ballot', { term, votedFor })
    this.disk.sync()
  }

  private restartElectionTimer() {
    this.setTimer('election', this.randomInt(ELECTION_MS_MIN, ELECTION_MS_MAX))
  }
}
