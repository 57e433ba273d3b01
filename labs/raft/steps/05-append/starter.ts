import {
  type AppendEntries,
  type AppendEntriesReply,
  type LastEntry,
  type Message,
  type NodeId,
  type PreVote,
  type PreVoteReply,
  RaftNode,
  type Request,
  type RequestVote,
} from 'netsplit/raft-log'

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
  // A leader needs to know for each follower which entry comes next.

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
        return this.answerPreVote(from, message)
      case 'PreVoteReply':
        return this.countPreVote(from, message)
      case 'RequestVote':
        return this.answerVote(from, message)
      case 'RequestVoteReply':
        return this.countVote(from, message.term, message.voteGranted)
      case 'AppendEntries':
        return this.followLeader(from, message)
      case 'AppendEntriesReply':
        return this.learnOfFollower(from, message)
    }
  }

  onRequest(request: Request<unknown>) {
    // A client asks this node for a command. What if it leads, and what if another one does?
    this.note(`asked for ${JSON.stringify(request.command)}`)
  }

  // Elections

  private askBeforeStanding() {
    this.role = 'follower'
    this.leaderId = null
    this.preVotes = new Set([this.id])
    this.restartElectionTimer()
    this.broadcast({
      type: 'PreVote',
      term: this.currentTerm,
      candidateId: this.id,
      ...this.lastEntry(),
    })
    this.standIfSupported()
  }

  private answerPreVote(candidate: NodeId, message: PreVote) {
    const voteGranted =
      message.term === this.currentTerm && this.role !== 'leader' && !this.hearsLeader
    this.send(candidate, {
      type: 'PreVoteReply',
      term: this.currentTerm,
      nextTerm: message.term + 1,
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
    this.broadcast({
      type: 'RequestVote',
      term: this.currentTerm,
      candidateId: this.id,
      ...this.lastEntry(),
    })
    this.leadIfElected()
  }

  private answerVote(candidate: NodeId, message: RequestVote) {
    const voteGranted =
      message.term === this.currentTerm && (this.votedFor === null || this.votedFor === candidate)
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
    // Where does a new leader begin with each follower?
    this.sendHeartbeats()
  }

  /** A leader that a majority has not answered for a while can commit nothing: it gives up. */
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

  // Replication

  private sendHeartbeats() {
    for (const peer of this.peers) this.replicate(peer)
    this.setTimer('heartbeat', HEARTBEAT_MS)
  }

  private replicate(peer: NodeId) {
    // A heartbeat without entries. Which entries does this follower lack?
    this.send(peer, {
      type: 'AppendEntries',
      term: this.currentTerm,
      leaderId: this.id,
      prevLogIndex: 0,
      prevLogTerm: 0,
      entries: [],
      leaderCommit: this.commitIndex,
    })
  }

  private followLeader(leader: NodeId, message: AppendEntries) {
    const success = message.term === this.currentTerm
    if (success) this.hearLeader(leader)
    // Where do the entries of this message belong, and which does the log hold already?
    this.send(leader, {
      type: 'AppendEntriesReply',
      term: this.currentTerm,
      success,
      prevLogIndex: message.prevLogIndex,
      matchIndex: 0,
    })
  }

  private hearLeader(leader: NodeId) {
    this.role = 'follower'
    this.leaderId = leader
    this.hearsLeader = true
    this.setTimer('patience', ELECTION_MS_MIN)
    this.restartElectionTimer()
  }

  private learnOfFollower(peer: NodeId, reply: AppendEntriesReply) {
    if (this.role !== 'leader' || reply.term !== this.currentTerm) return
    this.heardFrom.add(peer)
    // What does the leader know of this follower's log now?
  }

  // What is kept

  private setBallot(term: number, votedFor: NodeId | null) {
    this.currentTerm = term
    this.votedFor = votedFor
    this.disk.write('ballot', { term, votedFor })
    this.disk.sync()
  }

  // The log

  /** The term of an entry; 0 before the first and after the last. */
  private termAt(index: number): number {
    return this.log[index - 1]?.term ?? 0
  }

  private lastEntry(): LastEntry {
    return { lastLogIndex: this.log.length, lastLogTerm: this.termAt(this.log.length) }
  }

  private restartElectionTimer() {
    this.setTimer('election', this.randomInt(ELECTION_MS_MIN, ELECTION_MS_MAX))
  }
}
