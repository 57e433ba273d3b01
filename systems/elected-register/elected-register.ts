/**
 * A register kept by an elected leader: Raft (Ongaro & Ousterhout 2014) with its log sent
 * whole in every heartbeat, which is slow, short to read, and the same in what it promises.
 * Any node takes requests and forwards them to the leader it knows of.
 *
 * Linearizable on any network: a write is answered once a majority holds it, a read once
 * the leader has heard from a majority after it came in. It goes on whenever a
 * majority and its leader hear each other in both directions and nobody disturbs them;
 * `preVote` and `checkQuorum` are what keeps half-cut nodes from disturbing.
 *
 * Left out: disks (so no crashes), membership, snapshots.
 */
import { Node, type NodeId, type Request } from '#kit/node.ts'
import { isMajority, withNews } from './heard.ts'
import { lastTermOf, valueAfter } from './log.ts'
import type {
  ElectedMessage,
  ElectedSettings,
  Entry,
  Heard,
  RegisterCommand,
  Task,
} from './messages.ts'

type Message<Type extends ElectedMessage['type']> = Extract<ElectedMessage, { type: Type }>

interface WaitingRead extends Task {
  readonly from: NodeId
  /** Answered once a majority has heard this round or a later one. */
  readonly round: number
}

export class ElectedRegister extends Node<ElectedMessage, RegisterCommand, number> {
  static override readonly watched: readonly string[] = ['role', 'term', 'log', 'committed']

  role: 'follower' | 'candidate' | 'leader' = 'follower'
  term = 0
  votedFor: NodeId | null = null
  leader: NodeId | null = null
  log: readonly Entry[] = []
  committed = 0
  /** The term of the leader whose log this node last took over. */
  logFrom = 0
  votes: readonly NodeId[] = []
  /** The votes counted now are only promises. */
  isTrial = false
  round = 0
  heard: readonly Heard[] = []
  reads: readonly WaitingRead[] = []
  /** Who forwarded which request, for the leader's answer. */
  readonly origins = new Map<string, NodeId>()
  /** Requests of this node's own clients that are not answered yet. */
  readonly open = new Map<string, Request<RegisterCommand>>()
  leaderHeardAtMs = Number.NEGATIVE_INFINITY

  get options(): ElectedSettings {
    return this.settings as unknown as ElectedSettings
  }

  override onStart() {
    this.awaitLeader()
  }

  override onRequest(request: Request<RegisterCommand>) {
    const key = `${request.client}/${request.id}`
    this.open.set(key, request)
    this.pass({ key, command: request.command })
    this.setTimer('pass', this.options.heartbeatMs)
  }

  override onTimer(name: string) {
    if (name === 'beat') this.lead()
    else if (name === 'pass') this.passAgain()
    else this.stand(this.options.preVote)
  }

  override onMessage(from: NodeId, message: ElectedMessage) {
    switch (message.type) {
      case 'ask vote':
        this.considerVote(from, message)
        return
      case 'vote':
        this.countVote(from, message)
        return
      case 'beat':
        this.follow(from, message)
        return
      case 'heard':
        this.noteHeard(from, message)
        return
      case 'forward':
        if (this.role === 'leader') this.take(from, message.task)
        return
      case 'done':
        this.answer(message.key, message.value)
    }
  }

  /** Waits for a sign of a leader (section 5.2 of the paper). */
  awaitLeader() {
    const { electionMinMs, electionMaxMs } = this.options
    this.setTimer('election', this.randomInt(electionMinMs, electionMaxMs))
  }

  stand(isTrial: boolean) {
    this.role = 'candidate'
    this.leader = null
    if (!isTrial) {
      this.term += 1
      this.votedFor = this.id
    }
    this.votes = [this.id]
    this.isTrial = isTrial
    const term = isTrial ? this.term + 1 : this.term
    const { length } = this.log
    this.broadcast({ type: 'ask vote', term, lastTerm: lastTermOf(this.log), length, isTrial })
    this.awaitLeader()
  }

  considerVote(from: NodeId, { term, lastTerm, length, isTrial }: Message<'ask vote'>) {
    const own = lastTermOf(this.log)
    const isUpToDate = lastTerm > own || (lastTerm === own && length >= this.log.length)
    if (isTrial) {
      const isLed = this.now() - this.leaderHeardAtMs < this.options.electionMinMs
      const agrees = term > this.term && isUpToDate && !isLed && this.role !== 'leader'
      if (agrees) this.send(from, { type: 'vote', term, isTrial })
      return
    }
    this.meetTerm(term)
    if (term < this.term || !isUpToDate) return
    if (this.votedFor !== null && this.votedFor !== from) return
    this.votedFor = from
    this.awaitLeader()
    this.send(from, { type: 'vote', term, isTrial })
  }

  countVote(from: NodeId, { term, isTrial }: Message<'vote'>) {
    const standsFor = isTrial ? this.term + 1 : this.term
    if (this.role !== 'candidate' || isTrial !== this.isTrial || term !== standsFor) return
    if (this.votes.includes(from)) return
    this.votes = [...this.votes, from]
    if (this.votes.length * 2 <= this.nodes.length) return
    if (isTrial) this.stand(false)
    else this.becomeLeader()
  }

  becomeLeader() {
    this.role = 'leader'
    this.leader = this.id
    this.logFrom = this.term
    this.cancelTimer('election')
    const atMs = this.now()
    this.heard = this.peers.map((node) => ({ node, round: 0, length: 0, atMs }))
    this.log = [...this.log, { term: this.term, key: '', value: null }]
    this.lead()
    this.passAgain()
  }

  meetTerm(term: number) {
    if (term <= this.term) return
    this.term = term
    this.votedFor = null
    this.stepDown()
  }

  stepDown() {
    if (this.role === 'leader') {
      this.cancelTimer('beat')
      // What becomes of its own clients' requests is now for the next leader's log to say.
      this.open.clear()
    }
    this.role = 'follower'
    this.leader = null
    this.reads = []
    this.awaitLeader()
  }

  lead() {
    if (this.role !== 'leader') return
    if (this.options.checkQuorum && !this.hearsMajority()) {
      this.stepDown()
      return
    }
    this.beat()
    this.setTimer('beat', this.options.heartbeatMs)
  }

  beat() {
    this.round += 1
    const { term, round, log, committed } = this
    this.broadcast({ type: 'beat', term, round, log, committed })
  }

  hearsMajority(): boolean {
    const since = this.now() - this.options.electionMaxMs
    return this.isMajority(this.heard.filter(({ atMs }) => atMs >= since))
  }

  isMajority(others: readonly Heard[]): boolean {
    return isMajority(others, this.nodes.length)
  }

  take(from: NodeId, { key, command }: Task) {
    const place = this.log.findIndex((entry) => entry.key === key)
    this.origins.set(key, from)
    if (place >= 0) {
      // Asked again: what is committed is answered, what is not will be.
      if (place < this.committed) this.tell(key, this.valueAt(place + 1))
      return
    }
    if (command.kind === 'write') {
      this.log = [...this.log, { term: this.term, key, value: command.value }]
    } else if (this.reads.some((read) => read.key === key)) return
    else this.reads = [...this.reads, { key, command, from, round: this.round + 1 }]
    this.beat()
  }

  noteHeard(from: NodeId, { term, round, length }: Message<'heard'>) {
    this.meetTerm(term)
    if (this.role !== 'leader' || term !== this.term) return
    this.heard = withNews(this.heard, { node: from, round, length, atMs: this.now() })
    this.commit()
    this.serveReads()
  }

  commit() {
    for (let length = this.log.length; length > this.committed; length -= 1) {
      // Only an entry of the leader's own term proves that all before it will stay.
      if (this.log[length - 1]?.term !== this.term) return
      if (!this.isMajority(this.heard.filter((known) => known.length >= length))) continue
      const first = this.committed
      this.committed = length
      for (let place = first; place < length; place += 1) {
        const key = this.log[place]?.key ?? ''
        if (key !== '') this.tell(key, this.valueAt(place + 1))
      }
      return
    }
  }

  serveReads() {
    if (this.log[this.committed - 1]?.term !== this.term) return
    const ready = this.reads.filter(({ round }) =>
      this.isMajority(this.heard.filter((known) => known.round >= round)),
    )
    if (ready.length === 0) return
    this.reads = this.reads.filter((read) => !ready.includes(read))
    for (const { key } of ready) this.tell(key, this.valueAt(this.committed))
  }

  tell(key: string, value: number) {
    const origin = this.origins.get(key)
    if (origin === undefined) return
    this.origins.delete(key)
    if (origin === this.id) this.answer(key, value)
    else this.send(origin, { type: 'done', key, value })
  }

  follow(from: NodeId, { term, round, log, committed }: Message<'beat'>) {
    this.meetTerm(term)
    if (term < this.term) {
      // The old leader learns of the newer term from this.
      this.send(from, { type: 'heard', term: this.term, round, length: 0 })
      return
    }
    const isNews = this.leader !== from
    this.role = 'follower'
    this.leader = from
    this.leaderHeardAtMs = this.now()
    this.awaitLeader()
    if (term > this.logFrom || log.length > this.log.length) this.log = log
    this.logFrom = term
    this.committed = Math.max(this.committed, committed)
    this.send(from, { type: 'heard', term, round, length: this.log.length })
    if (isNews) this.passAgain()
  }

  passAgain() {
    for (const [key, { command }] of this.open) this.pass({ key, command })
    if (this.open.size > 0) this.setTimer('pass', this.options.heartbeatMs)
  }

  pass(task: Task) {
    if (this.role === 'leader') this.take(this.id, task)
    else if (this.leader !== null) this.send(this.leader, { type: 'forward', task })
  }

  answer(key: string, value: number) {
    const request = this.open.get(key)
    if (request === undefined) return
    this.open.delete(key)
    this.reply(request, value)
  }

  /** The register after the first `length` entries. */
  valueAt(length: number): number {
    return valueAfter(this.log, length, this.options.initial)
  }
}
