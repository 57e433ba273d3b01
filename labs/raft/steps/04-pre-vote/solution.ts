import { type Message, type NodeId, type PreVoteReply, RaftNode } from 'netsplit/raft'

const HEARTBEAT_MS = 50
const ELECTION_MS_MIN = 150
const ELECTION_MS_MAX = 300

export class Raft extends RaftNode {
  private preVotes = new Set<NodeId>()
  private votes = new Set<NodeId>()
  /** Followers that the leader has heard from since it last counted them. */
  private heardFrom = new Set<NodeId>()
  /** True for a while after each word from the leader. */
  private hearsLeader = false

  onStart() {
    const ballot = this.disk.read('ballot') as { term: number; votedFor: NodeId | null } | undefined
    this.currentTerm = ballot?.term ?? 0
    this.votedFor = ballot?.votedFor ?? null
    this.restartElectionTimer()
  }

  onTimer(name: string) {
    if (name === 'election' && this.role !== 'leader') this.askBeforeStanding()
    if (name === 'heartbeat' && this.role === 'leader') this.sendHeartbeats()
    if (name === 'quorum' && this.role === 'leader') this.checkQuorum()
    if (name === 'patience') this.hearsLeader = false
  }

  onMessage(from: NodeId, message: Message) {
    if (message.term > this.currentTerm) this.stepDown(message.term)
    switch (message.type) {
      case 'PreVote':
        return this.answerPreVote(from, message.term)
      case 'PreVoteReply':
        return this.countPreVote(from, message)
      case 'RequestVote':
        return this.answerVote(from, message.term)
      case 'RequestVoteReply':
        return this.countVote(from, message.term, message.voteGranted)
      case 'AppendEntries':
        return this.followLeader(from, message.term)
      case 'AppendEntriesReply':
        return this.learnOfFollower(from, message.term)
    }
  }

  private askBeforeStanding() {
    this.role = 'follower'
    this.leaderId = null
    this.preVotes = new Set([this.id])
    this.restartElectionTimer()
    this.broadcast({ type: 'PreVote', term: this.currentTerm, candidateId: this.id })
    this.standIfSupported()
  }

  private answerPreVote(candidate: NodeId, term: number) {
    const voteGranted = term === this.currentTerm && this.role !== 'leader' && !this.hearsLeader
    this.send(candidate, {
      type: 'PreVoteReply',
      term: this.currentTerm,
      nextTerm: term + 1,
      voteGranted,
    })
  }

  private countPreVote(voter: NodeId, { nextTerm, voteGranted }: PreVoteReply) {
    if (this.role !== 'follower' || nextTerm !== this.currentTerm + 1 || !voteGranted) return
    this.preVotes.add(voter)
    this.standIfSupported()
  }

  private standIfSupported() {
    if (this.leaderId === null && this.preVotes.size >= this.majority) this.startElection()
  }

  private startElection() {
    this.role = 'candidate'
    this.leaderId = null
    this.preVotes.clear()
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
    this.heardFrom.clear()
    this.setTimer('quorum', ELECTION_MS_MAX)
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
      this.hearsLeader = true
      this.setTimer('patience', ELECTION_MS_MIN)
      this.restartElectionTimer()
    }
    this.send(leader, { type: 'AppendEntriesReply', term: this.currentTerm, success })
  }

  private learnOfFollower(follower: NodeId, term: number) {
    if (this.role === 'leader' && term === this.currentTerm) this.heardFrom.add(follower)
  }

  /** A leader that a majority has not answered for a while can decide nothing: it gives up. */
  private checkQuorum() {
    const hears = this.heardFrom.size + 1 >= this.majority
    this.heardFrom.clear()
    if (hears) return this.setTimer('quorum', ELECTION_MS_MAX)
    this.role = 'follower'
    this.leaderId = null
    this.restartElectionTimer()
  }

  private stepDown(term: number) {
    if (this.role === 'leader') this.restartElectionTimer()
    this.role = 'follower'
    this.leaderId = null
    this.hearsLeader = false
    this.preVotes.clear()
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
