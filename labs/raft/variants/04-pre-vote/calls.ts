import { type Message, type NodeId, RaftNode } from 'netsplit/raft'

/**
 * A correct solution of another shape: messages are calls with a number, answers carry it back,
 * and whoever has not answered is called again. Each term has a vote of its own on disk, and
 * leaders and their absence are told by the clock.
 */
type Call = Message & { readonly call?: number }

const RETRY_MS = 40
const HEARTBEAT_MS = 45
const LEASE_MS = 150
const QUORUM_MS = 450

export class CallingRaft extends RaftNode<Call> {
  private calls = 0
  /** The question that is put to all others just now, and who has not answered it. */
  private question: { call: number; isPreVote: boolean; yes: NodeId[]; open: NodeId[] } | null =
    null
  private leaderHeardAt = Number.NEGATIVE_INFINITY
  private heardAt = new Map<NodeId, number>()

  override onStart(): void {
    this.currentTerm = (this.disk.read('term') as number | undefined) ?? 0
    this.votedFor = this.voteIn(this.currentTerm)
    this.waitForElection()
  }

  override onTimer(name: string): void {
    if (name === 'election') return this.ask('pre-vote')
    if (name === 'retry') return this.callThoseWhoAreOpen()
    const [kind, peer = ''] = name.split(' ')
    if (kind === 'heartbeat' && this.role === 'leader') this.heartbeat(peer)
    if (kind === 'quorum' && this.role === 'leader') this.countAnswers()
  }

  override onMessage(from: NodeId, message: Call): void {
    if (message.term > this.currentTerm) this.enter(message.term)
    const { term } = this
    const isCurrent = message.term === term
    switch (message.type) {
      case 'PreVote': {
        const voteGranted = isCurrent && this.role !== 'leader' && !this.isLed
        const nextTerm = message.term + 1
        return this.answer(from, message, { type: 'PreVoteReply', term, nextTerm, voteGranted })
      }
      case 'RequestVote': {
        const voteGranted = isCurrent && this.votes(from)
        return this.answer(from, message, { type: 'RequestVoteReply', term, voteGranted })
      }
      case 'AppendEntries':
        if (isCurrent) this.obey(from)
        return this.answer(from, message, { type: 'AppendEntriesReply', term, success: isCurrent })
      case 'AppendEntriesReply':
        if (isCurrent) this.heardAt.set(from, this.now())
        return
      case 'PreVoteReply':
      case 'RequestVoteReply':
        return this.take(from, message)
    }
  }

  private get term(): number {
    return this.currentTerm
  }

  private get isLed(): boolean {
    return this.leaderId !== null && this.now() - this.leaderHeardAt < LEASE_MS
  }

  /** An answer says which call it is for. */
  private answer(to: NodeId, { call }: Call, reply: Message): void {
    this.send(to, call === undefined ? reply : { ...reply, call })
  }

  private ask(kind: 'pre-vote' | 'vote'): void {
    this.leaderId = null
    if (kind === 'pre-vote') this.role = 'follower'
    this.question = {
      call: ++this.calls,
      isPreVote: kind === 'pre-vote',
      yes: [this.id],
      open: [...this.peers],
    }
    this.waitForElection()
    this.callThoseWhoAreOpen()
    this.actOnAnswers()
  }

  private callThoseWhoAreOpen(): void {
    if (this.question === null) return
    const { call, isPreVote, open } = this.question
    const type = isPreVote ? 'PreVote' : 'RequestVote'
    for (const peer of open) {
      this.send(peer, { type, term: this.currentTerm, candidateId: this.id, call })
    }
    this.setTimer('retry', RETRY_MS)
  }

  private take(from: NodeId, reply: Call): void {
    const { question } = this
    if (question === null || reply.call !== question.call || !('voteGranted' in reply)) return
    question.open = question.open.filter((peer) => peer !== from)
    if (!reply.voteGranted || question.yes.includes(from)) return
    question.yes.push(from)
    this.actOnAnswers()
  }

  private actOnAnswers(): void {
    if (this.question === null || this.question.yes.length < this.majority) return
    const { isPreVote } = this.question
    this.question = null
    if (isPreVote) this.stand()
    else this.lead()
  }

  private stand(): void {
    this.enter(this.currentTerm + 1)
    this.role = 'candidate'
    this.votes(this.id)
    this.ask('vote')
  }

  private lead(): void {
    this.role = 'leader'
    this.leaderId = this.id
    this.cancelTimer('election')
    for (const peer of this.peers) {
      this.heardAt.set(peer, this.now())
      this.heartbeat(peer)
    }
    this.setTimer('quorum', HEARTBEAT_MS)
  }

  private heartbeat(peer: NodeId): void {
    const call = ++this.calls
    this.send(peer, { type: 'AppendEntries', term: this.currentTerm, leaderId: this.id, call })
    this.setTimer(`heartbeat ${peer}`, HEARTBEAT_MS)
  }

  private countAnswers(): void {
    const since = this.now() - QUORUM_MS
    const heard = this.peers.filter((peer) => (this.heardAt.get(peer) ?? 0) >= since)
    if (heard.length + 1 >= this.majority) return this.setTimer('quorum', HEARTBEAT_MS)
    this.role = 'follower'
    this.leaderId = null
    this.waitForElection()
  }

  private obey(leader: NodeId): void {
    this.role = 'follower'
    this.leaderId = leader
    this.leaderHeardAt = this.now()
    this.question = null
    this.waitForElection()
  }

  /** True when this node's vote of the present term is the candidate's, now or already. */
  private votes(candidate: NodeId): boolean {
    if (this.votedFor !== null) return this.votedFor === candidate
    this.votedFor = candidate
    this.disk.write(`vote in ${this.currentTerm}`, candidate)
    this.disk.sync()
    this.waitForElection()
    return true
  }

  private voteIn(term: number): NodeId | null {
    return (this.disk.read(`vote in ${term}`) as NodeId | undefined) ?? null
  }

  private enter(term: number): void {
    if (this.role === 'leader') this.waitForElection()
    this.role = 'follower'
    this.leaderId = null
    this.question = null
    this.currentTerm = term
    this.votedFor = null
    this.disk.write('term', term)
    this.disk.sync()
  }

  private waitForElection(): void {
    this.setTimer('election', 150 + 150 * this.random())
  }
}
