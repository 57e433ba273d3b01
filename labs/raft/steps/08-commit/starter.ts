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
  private nextIndex = new Map<NodeId, number>()

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
    if (this.role !== 'leader') return this.refuse(request, this.leaderHint)
    this.log.push({ term: this.currentTerm, command: request.command })
    for (const peer of this.peers) this.replicate(peer)
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
      message.term === this.currentTerm &&
      this.role !== 'leader' &&
      !this.hearsLeader &&
      this.isUpToDate(message)
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
      message.term === this.currentTerm &&
      (this.votedFor === null || this.votedFor === candidate) &&
      this.isUpToDate(message)
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
    // A new leader knows nothing of its followers' copies, whatever it knew before.
    for (const peer of this.peers) this.nextIndex.set(peer, this.log.length + 1)
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
    const prevLogIndex = (this.nextIndex.get(peer) ?? 1) - 1
    this.send(peer, {
      type: 'AppendEntries',
      term: this.currentTerm,
      leaderId: this.id,
      prevLogIndex,
      prevLogTerm: this.termAt(prevLogIndex),
      entries: this.log.slice(prevLogIndex),
      leaderCommit: this.commitIndex,
    })
  }

  private followLeader(leader: NodeId, message: AppendEntries) {
    const { prevLogIndex, prevLogTerm, entries } = message
    const refusal = {
      type: 'AppendEntriesReply',
      success: false,
      prevLogIndex,
      matchIndex: 0,
    } as const
    if (message.term < this.currentTerm) {
      return this.send(leader, { ...refusal, term: this.currentTerm })
    }
    this.hearLeader(leader)
    if (prevLogIndex > this.log.length || this.termAt(prevLogIndex) !== prevLogTerm) {
      return this.send(leader, {
        ...refusal,
        term: this.currentTerm,
        ...this.conflictAt(prevLogIndex),
      })
    }
    this.append(prevLogIndex, entries)
    // The message says how far the leader's log is committed. How far is this one?
    this.send(leader, {
      type: 'AppendEntriesReply',
      term: this.currentTerm,
      success: true,
      prevLogIndex,
      matchIndex: prevLogIndex + entries.length,
    })
  }

  private hearLeader(leader: NodeId) {
    this.role = 'follower'
    this.leaderId = leader
    this.hearsLeader = true
    this.setTimer('patience', ELECTION_MS_MIN)
    this.restartElectionTimer()
  }

  /** Keeps what agrees, and from the first entry that differs on takes the leader's. */
  private append(prevLogIndex: number, entries: readonly Entry[]) {
    const differs = entries.findIndex(
      (entry, offset) => this.termAt(prevLogIndex + 1 + offset) !== entry.term,
    )
    if (differs < 0) return
    this.log.length = prevLogIndex + differs
    this.log.push(...entries.slice(differs))
  }

  /** Where the leader should look next: the whole term in the way is skipped at once. */
  private conflictAt(prevLogIndex: number) {
    if (prevLogIndex > this.log.length) {
      return { conflictTerm: null, conflictIndex: this.log.length + 1 }
    }
    const conflictTerm = this.termAt(prevLogIndex)
    let conflictIndex = prevLogIndex
    while (this.termAt(conflictIndex - 1) === conflictTerm) conflictIndex--
    return { conflictTerm, conflictIndex }
  }

  private learnOfFollower(peer: NodeId, reply: AppendEntriesReply) {
    if (this.role !== 'leader' || reply.term !== this.currentTerm) return
    this.heardFrom.add(peer)
    const next = this.nextIndex.get(peer) ?? 1
    if (reply.success) {
      this.nextIndex.set(peer, Math.max(next, reply.matchIndex + 1))
      // The follower holds a copy up to here. Who else does, and what follows from that?
    } else if (reply.prevLogIndex === next - 1) {
      this.nextIndex.set(peer, Math.max(1, this.backtrack(reply)))
      this.replicate(peer)
    }
  }

  /** After the last entry that this log has of the conflicting term, else before that term. */
  private backtrack({ prevLogIndex, conflictTerm, conflictIndex }: AppendEntriesReply): number {
    if (conflictIndex === undefined) return prevLogIndex
    if (typeof conflictTerm !== 'number') return conflictIndex
    let index = prevLogIndex
    while (index >= conflictIndex && this.termAt(index) !== conflictTerm) index--
    return index >= conflictIndex ? index + 1 : conflictIndex
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

  /** Raft, section 5.4.1: the later last term wins; of equal ones, the longer log. */
  private isUpToDate({ lastLogIndex, lastLogTerm }: LastEntry): boolean {
    const own = this.lastEntry()
    if (lastLogTerm !== own.lastLogTerm) return lastLogTerm > own.lastLogTerm
    return lastLogIndex >= own.lastLogIndex
  }

  private restartElectionTimer() {
    this.setTimer('election', this.randomInt(ELECTION_MS_MIN, ELECTION_MS_MAX))
  }
}
