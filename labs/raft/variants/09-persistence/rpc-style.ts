import {
  type AppendEntries,
  type AppendEntriesReply,
  type Entry,
  type LastEntry,
  type Message,
  type NodeId,
  RaftNode,
  type Request,
} from 'netsplit/raft-log'

/**
 * A correct solution of another shape: remote calls. Each message carries the number of its
 * call, a follower is asked one thing at a time, and a call that is not answered is made anew
 * after a while. Each entry has its own key on disk, beside how many there are.
 */
const HEARTBEAT_MS = 45
const CALL_MS = 70
const PATIENCE_MS_MIN = 150
const PATIENCE_MS_MAX = 300

/** What a leader knows of one follower, and what it has asked it last. */
interface Lane {
  next: number
  match: number
  /** Number of the call that is under way, or 0. */
  call: number
  /** By this node's clock; a call is given up after a while. */
  calledAt: number
  heardAt: number
}

type Numbered<M> = M & { readonly call?: number }

export class RpcRaft extends RaftNode<Numbered<Message>> {
  private calls = 0
  private lanes: Record<NodeId, Lane> = {}
  /** Who said yes to the present question, be it a pre-vote or a vote. */
  private yes: NodeId[] = []
  private asking: 'nothing' | 'pre-votes' | 'votes' = 'nothing'
  private leaderHeardAt = Number.NEGATIVE_INFINITY
  private quorumSince = 0

  override onStart(): void {
    this.currentTerm = (this.disk.read('ballot') as [number, NodeId | null] | undefined)?.[0] ?? 0
    this.votedFor = (this.disk.read('ballot') as [number, NodeId | null] | undefined)?.[1] ?? null
    const count = (this.disk.read('count') as number | undefined) ?? 0
    for (let index = 1; index <= count; index++) {
      this.log.push(this.disk.read(`entry ${index}`) as Entry)
    }
    this.rest()
  }

  override onTimer(name: string): void {
    if (name === 'patience' && this.role !== 'leader') this.ask('pre-votes')
    if (name === 'beat' && this.role === 'leader') this.beat()
  }

  override onRequest(request: Request<unknown>): void {
    if (this.role !== 'leader') return this.refuse(request, this.leaderHint)
    this.change(this.log.length, [{ term: this.currentTerm, command: request.command }])
    for (const peer of this.peers) this.callIfFree(peer)
  }

  override onMessage(from: NodeId, message: Numbered<Message>): void {
    if (message.term > this.currentTerm) this.enter(message.term, null)
    switch (message.type) {
      case 'PreVote':
      case 'RequestVote':
        return this.answerCandidate(from, message)
      case 'PreVoteReply': {
        const isCurrent = message.nextTerm === this.currentTerm + 1
        return this.countYes('pre-votes', from, isCurrent && message.voteGranted)
      }
      case 'RequestVoteReply': {
        const isCurrent = message.term === this.currentTerm
        return this.countYes('votes', from, isCurrent && message.voteGranted)
      }
      case 'AppendEntries':
        return this.answerLeader(from, message)
      case 'AppendEntriesReply':
        return this.hearFollower(from, message)
    }
  }

  private ask(what: 'pre-votes' | 'votes'): void {
    this.asking = what
    this.role = what === 'votes' ? 'candidate' : 'follower'
    this.leaderId = null
    this.yes = [this.id]
    if (what === 'votes') this.keepBallot(this.currentTerm + 1, this.id)
    this.rest()
    const type = what === 'votes' ? 'RequestVote' : 'PreVote'
    const call = ++this.calls
    for (const peer of this.peers) {
      const question = { type, term: this.currentTerm, candidateId: this.id, call } as const
      this.send(peer, { ...question, ...this.end() })
    }
    this.decide()
  }

  private answerCandidate(
    from: NodeId,
    message: Numbered<Extract<Message, { type: 'PreVote' | 'RequestVote' }>>,
  ): void {
    const { term, call = 0 } = message
    const isAcceptable = term === this.currentTerm && this.isBehind(message)
    if (message.type === 'PreVote') {
      const isLed = this.role === 'leader' || this.now() < this.leaderHeardAt + PATIENCE_MS_MIN
      const voteGranted = isAcceptable && !isLed
      const nextTerm = term + 1
      return this.send(from, {
        type: 'PreVoteReply',
        term: this.currentTerm,
        nextTerm,
        voteGranted,
        call,
      })
    }
    const voteGranted = isAcceptable && (this.votedFor ?? from) === from
    if (voteGranted) {
      if (this.votedFor === null) this.keepBallot(term, from)
      this.rest()
    }
    this.send(from, { type: 'RequestVoteReply', term: this.currentTerm, voteGranted, call })
  }

  private countYes(what: 'pre-votes' | 'votes', from: NodeId, isYes: boolean): void {
    if (this.asking !== what || !isYes || this.yes.includes(from)) return
    this.yes.push(from)
    this.decide()
  }

  private decide(): void {
    if (this.yes.length < this.majority) return
    if (this.asking === 'pre-votes') return this.ask('votes')
    this.asking = 'nothing'
    this.role = 'leader'
    this.leaderId = this.id
    this.cancelTimer('patience')
    this.quorumSince = this.now()
    const fresh = { next: this.log.length + 1, match: 0, call: 0, calledAt: 0, heardAt: this.now() }
    this.lanes = Object.fromEntries(this.peers.map((peer) => [peer, { ...fresh }]))
    this.beat()
  }

  private beat(): void {
    if (!this.hasQuorum()) return this.enter(this.currentTerm, this.votedFor)
    for (const peer of this.peers) this.callIfFree(peer)
    this.setTimer('beat', HEARTBEAT_MS)
  }

  /** Somebody of each majority has answered within the longest patience. */
  private hasQuorum(): boolean {
    const since = this.now() - PATIENCE_MS_MAX
    if (since < this.quorumSince) return true
    const heard = this.peers.filter((peer) => (this.lanes[peer]?.heardAt ?? 0) >= since)
    return heard.length + 1 >= this.majority
  }

  private callIfFree(peer: NodeId): void {
    const lane = this.lanes[peer]
    if (lane === undefined) return
    const isUnderWay = lane.call !== 0 && this.now() < lane.calledAt + CALL_MS
    if (isUnderWay) return
    lane.call = ++this.calls
    lane.calledAt = this.now()
    this.send(peer, {
      type: 'AppendEntries',
      term: this.currentTerm,
      leaderId: this.id,
      prevLogIndex: lane.next - 1,
      prevLogTerm: this.termOf(lane.next - 1),
      entries: this.log.slice(lane.next - 1),
      leaderCommit: this.commitIndex,
      call: lane.call,
    })
  }

  private answerLeader(from: NodeId, message: Numbered<AppendEntries>): void {
    const { prevLogIndex, prevLogTerm, entries, leaderCommit, call = 0 } = message
    const type = 'AppendEntriesReply'
    if (message.term < this.currentTerm) {
      const reply = { type, success: false, prevLogIndex, matchIndex: 0, call } as const
      return this.send(from, { ...reply, term: this.currentTerm })
    }
    this.asking = 'nothing'
    this.role = 'follower'
    this.leaderId = from
    this.leaderHeardAt = this.now()
    this.rest()
    const reply = { type, term: this.currentTerm, prevLogIndex, call } as const
    if (this.termOf(prevLogIndex) !== prevLogTerm) {
      const conflictIndex = this.conflict(prevLogIndex)
      const conflictTerm = prevLogIndex > this.log.length ? null : this.termOf(prevLogIndex)
      const refusal = { success: false, matchIndex: 0, conflictTerm, conflictIndex } as const
      return this.send(from, { ...reply, ...refusal })
    }
    for (let at = 0; at < entries.length; at++) {
      if (this.termOf(prevLogIndex + 1 + at) === entries[at]?.term) continue
      this.change(prevLogIndex + at, entries.slice(at))
      break
    }
    const matchIndex = prevLogIndex + entries.length
    this.commitIndex = Math.max(this.commitIndex, Math.min(leaderCommit, matchIndex))
    this.send(from, { ...reply, success: true, matchIndex })
  }

  /** The first index of the term in the way, or the one behind the last entry. */
  private conflict(index: number): number {
    if (index > this.log.length) return this.log.length + 1
    const term = this.termOf(index)
    return this.log.findIndex((entry) => entry.term === term) + 1
  }

  private hearFollower(from: NodeId, reply: Numbered<AppendEntriesReply>): void {
    const lane = this.lanes[from]
    if (this.role !== 'leader' || reply.term !== this.currentTerm || lane === undefined) return
    lane.heardAt = this.now()
    if (reply.call !== lane.call) return
    lane.call = 0
    if (!reply.success) {
      lane.next = Math.max(lane.match + 1, this.nextGuess(reply))
      return this.callIfFree(from)
    }
    lane.match = Math.max(lane.match, reply.matchIndex)
    lane.next = lane.match + 1
    this.countCopies()
    if (lane.next <= this.log.length) this.callIfFree(from)
  }

  private nextGuess({ prevLogIndex, conflictTerm, conflictIndex }: AppendEntriesReply): number {
    const guess = conflictIndex ?? prevLogIndex
    if (conflictTerm === null || conflictTerm === undefined) return guess
    const own = this.log.findLastIndex(({ term }) => term === conflictTerm) + 1
    return Math.min(prevLogIndex, Math.max(guess, own + 1))
  }

  private countCopies(): void {
    const matches = this.peers.map((peer) => this.lanes[peer]?.match ?? 0)
    const stored = [...matches, this.log.length].sort((a, b) => b - a)[this.majority - 1] ?? 0
    if (stored > this.commitIndex && this.termOf(stored) === this.currentTerm) {
      this.commitIndex = stored
    }
  }

  /** Replaces what lies behind `kept` entries, on disk as well. */
  private change(kept: number, entries: readonly Entry[]): void {
    // A crash between two writes must not leave new entries below old ones.
    if (kept < this.log.length) this.disk.write('count', kept)
    this.log = [...this.log.slice(0, kept), ...entries]
    for (const [at, entry] of entries.entries()) this.disk.write(`entry ${kept + at + 1}`, entry)
    this.disk.write('count', this.log.length)
    this.disk.sync()
  }

  private enter(term: number, vote: NodeId | null): void {
    const isNew = term > this.currentTerm
    const wasLeader = this.role === 'leader'
    this.asking = 'nothing'
    this.role = 'follower'
    this.leaderId = null
    if (isNew) this.leaderHeardAt = Number.NEGATIVE_INFINITY
    if (isNew) this.keepBallot(term, vote)
    if (wasLeader) this.rest()
  }

  private keepBallot(term: number, vote: NodeId | null): void {
    this.currentTerm = term
    this.votedFor = vote
    this.disk.write('ballot', [term, vote])
    this.disk.sync()
  }

  private termOf(index: number): number {
    if (index === 0) return 0
    return this.log[index - 1]?.term ?? -1
  }

  private end(): LastEntry {
    const index = this.log.length
    return { lastLogIndex: index, lastLogTerm: index === 0 ? 0 : this.termOf(index) }
  }

  private isBehind({ lastLogIndex, lastLogTerm }: LastEntry): boolean {
    const own = this.end()
    const isOlder = own.lastLogTerm < lastLogTerm
    return isOlder || (own.lastLogTerm === lastLogTerm && own.lastLogIndex <= lastLogIndex)
  }

  private rest(): void {
    this.setTimer('patience', this.randomInt(PATIENCE_MS_MIN, PATIENCE_MS_MAX))
  }
}
