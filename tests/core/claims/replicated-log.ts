/**
 * A whole Raft with log, clients and snapshots, and bugs to plant in it: the claims must
 * say nothing of it, and name what each bug breaks (Ongaro & Ousterhout 2014, Figures 2
 * and 13). It keeps all its state under one key, so that a crash cannot tear it apart.
 */
import { Node, type NodeId, type Request } from '#kit/node.ts'
import {
  type Bug,
  type Entry,
  type Message,
  NO_SNAPSHOT,
  type Snapshot,
  type Stored,
} from './replicated-log-types.ts'

export class ReplicatedLog extends Node<Message, { readonly id: string }> {
  static override readonly watched =
    'role currentTerm votedFor log commitIndex lastApplied snapshotIndex snapshotTerm value'.split(
      ' ',
    )

  role = 'follower'
  currentTerm = 0
  votedFor: NodeId | null = null
  log: Entry[] = []
  commitIndex = 0
  lastApplied = 0
  snapshotIndex = 0
  snapshotTerm = 0
  value: string[] = []
  private snapshotState: readonly string[] = []
  private votes = new Set<NodeId>()
  private next = new Map<NodeId, number>()
  private match = new Map<NodeId, number>()
  private readonly waiting = new Map<number, { request: Request<{ id: string }>; term: number }>()

  override onStart() {
    const stored = this.disk.read('state') as Stored | undefined
    this.currentTerm = stored?.term ?? 0
    this.votedFor = stored?.vote ?? null
    this.log = this.has('R55 log not persisted') ? [] : [...(stored?.log ?? [])]
    this.restore(stored?.snapshot ?? NO_SNAPSHOT)
    this.rest()
  }

  override onTimer(name: string) {
    if (name === 'election' && this.role !== 'leader') this.stand()
    if (name === 'heartbeat' && this.role === 'leader') this.replicate()
  }

  override onRequest(request: Request<{ id: string }>) {
    // The network may repeat a request: a copy must not get another answer than the first.
    const seen = (this.disk.read('seen') as readonly string[] | undefined) ?? []
    if (seen.includes(request.command.id)) return
    this.disk.write('seen', [...seen, request.command.id])
    this.disk.sync()
    if (this.role !== 'leader') return this.refuse(request, 'not the leader')
    this.log.push({ term: this.currentTerm, command: request.command })
    this.waiting.set(this.lastIndex, { request, term: this.currentTerm })
    this.persist()
    if (this.has('R45 applies on append')) this.apply(this.lastIndex)
    this.replicate()
  }

  override onMessage(from: NodeId, message: Message) {
    if (message.term > this.currentTerm) this.stepDown(message.term)
    switch (message.type) {
      case 'RequestVote':
        return this.vote(from, message)
      case 'RequestVoteReply':
        if (this.role !== 'candidate' || message.term !== this.currentTerm) return
        if (message.voteGranted) this.votes.add(from)
        return this.leadIfElected()
      case 'AppendEntries':
        return this.append(from, message)
      case 'AppendEntriesReply':
        return this.acknowledged(from, message)
      case 'InstallSnapshot':
        return this.install(from, message)
    }
  }

  private vote(from: NodeId, message: Message & { type: 'RequestVote' }) {
    const { lastLogIndex: index, lastLogTerm: term } = message
    const isUpToDate = term > this.lastTerm || (term === this.lastTerm && index >= this.lastIndex)
    const voteGranted =
      message.term === this.currentTerm &&
      (this.votedFor === null || this.votedFor === from) &&
      (isUpToDate || this.has('R07 no election restriction'))
    const answer = { type: 'RequestVoteReply', term: this.currentTerm, voteGranted } as const
    if (voteGranted && this.has('R04 vote before sync')) this.send(from, answer)
    if (voteGranted) {
      this.votedFor = from
      this.persist()
      this.rest()
      if (this.has('R04 vote before sync')) return
    }
    this.send(from, answer)
  }

  private stand() {
    this.role = 'candidate'
    this.currentTerm++
    this.votedFor = this.id
    this.votes = new Set([this.id])
    this.persist()
    this.rest()
    const { currentTerm: term, lastIndex: lastLogIndex, lastTerm: lastLogTerm } = this
    this.broadcast({ type: 'RequestVote', term, lastLogIndex, lastLogTerm })
    this.leadIfElected()
  }

  private leadIfElected() {
    if (this.role !== 'candidate' || this.votes.size < this.majority) return
    this.role = 'leader'
    if (this.has('R50 new leader drops its tail')) this.truncate(this.commitIndex)
    this.next = new Map(this.peers.map((peer) => [peer, this.lastIndex + 1]))
    this.match = new Map()
    this.cancelTimer('election')
    this.replicate()
  }

  private replicate() {
    for (const peer of this.peers) this.sendEntries(peer)
    this.setTimer('heartbeat', 50)
  }

  private sendEntries(peer: NodeId) {
    const previous = (this.next.get(peer) ?? 1) - 1
    const term = this.currentTerm
    if (previous < this.snapshotIndex) {
      return this.send(peer, { type: 'InstallSnapshot', term, snapshot: this.snapshot })
    }
    const entries = this.log.slice(previous - this.snapshotIndex)
    const [previousTerm, commit] = [this.termAt(previous), this.commitIndex]
    this.send(peer, { type: 'AppendEntries', term, previous, previousTerm, entries, commit })
  }

  private append(from: NodeId, message: Message & { type: 'AppendEntries' }) {
    const { term, previous, previousTerm, entries } = message
    if (term < this.currentTerm) return this.answer(from, false, 0)
    this.role = 'follower'
    this.rest()
    const known = previous < this.snapshotIndex ? previousTerm : this.termAt(previous)
    const fits =
      previous <= this.lastIndex &&
      (known === previousTerm || this.has('R30 no check of the previous term'))
    if (!fits) return this.answer(from, false, Math.min(previous - 1, this.lastIndex))
    if (this.has('R33 unconditional truncation'))
      this.truncate(Math.max(previous, this.snapshotIndex))
    for (const [at, entry] of entries.entries()) {
      const index = previous + 1 + at
      if (index <= this.snapshotIndex) continue
      if (index <= this.lastIndex && this.termAt(index) === entry.term) continue
      this.truncate(index - 1)
      this.log.push(entry)
    }
    this.persist()
    const matched = previous + entries.length
    const commit = Math.min(message.commit, matched)
    const goesBack = this.has('commit index goes back') && commit > this.snapshotIndex
    this.commitIndex = goesBack ? commit : Math.max(this.commitIndex, commit)
    this.applyCommitted()
    this.answer(from, true, matched)
  }

  private answer(to: NodeId, success: boolean, matched: number) {
    this.send(to, { type: 'AppendEntriesReply', term: this.currentTerm, success, matched })
  }

  private acknowledged(from: NodeId, message: Message & { type: 'AppendEntriesReply' }) {
    if (this.role !== 'leader' || message.term !== this.currentTerm) return
    if (!message.success) {
      // Never below what this very leadership knows to match.
      const next = Math.max((this.match.get(from) ?? 0) + 1, message.matched + 1)
      this.next.set(from, Math.min(this.next.get(from) ?? 1, next))
      return this.sendEntries(from)
    }
    const end = this.has('R39 takes the present end for acknowledged')
      ? this.lastIndex
      : message.matched
    const matched = Math.max(this.match.get(from) ?? 0, end)
    this.match.set(from, matched)
    this.next.set(from, matched + 1)
    this.commitByCount()
  }

  private commitByCount() {
    const ends = [this.lastIndex, ...this.peers.map((peer) => this.match.get(peer) ?? 0)]
    ends.sort((a, b) => b - a)
    const enough = this.has('R38 half is a majority') ? this.majority - 1 : this.majority
    const index = ends[enough - 1] ?? 0
    const isOwn = this.termAt(index) === this.currentTerm || this.has('Figure 8 commits old terms')
    if (index <= this.commitIndex || !isOwn) return
    this.commitIndex = index
    this.applyCommitted()
  }

  private applyCommitted() {
    while (this.lastApplied < this.commitIndex) {
      this.lastApplied++
      this.apply(this.lastApplied)
      if (this.has('R44 applies twice') && this.lastApplied % 5 === 0) this.apply(this.lastApplied)
    }
    this.compact()
  }

  private apply(index: number) {
    const entry = this.log[index - this.snapshotIndex - 1]
    if (entry === undefined) return
    this.deliver({ index, command: entry.command })
    this.value.push(entry.command.id)
    const waiting = this.waiting.get(index)
    this.waiting.delete(index)
    if (waiting?.term === entry.term) this.reply(waiting.request, index)
  }

  private install(from: NodeId, { term, snapshot }: Message & { type: 'InstallSnapshot' }) {
    if (term < this.currentTerm) return this.answer(from, false, 0)
    this.role = 'follower'
    this.rest()
    if (snapshot.index > this.commitIndex) {
      const isKnown =
        snapshot.index <= this.lastIndex && this.termAt(snapshot.index) === snapshot.term
      this.log = isKnown ? this.log.slice(snapshot.index - this.snapshotIndex) : []
      this.restore(snapshot)
      this.persist()
    }
    this.answer(from, true, snapshot.index)
  }

  private restore(snapshot: Snapshot) {
    this.snapshotIndex = snapshot.index
    this.snapshotTerm = snapshot.term
    this.snapshotState = snapshot.state
    this.value = [...snapshot.state]
    this.commitIndex = snapshot.index
    this.lastApplied = snapshot.index
  }

  private compact() {
    const keep = Number(this.settings.keep)
    if (this.lastApplied - this.snapshotIndex <= keep) return
    const term = this.termAt(this.lastApplied)
    this.log = this.log.slice(this.lastApplied - this.snapshotIndex)
    this.snapshotIndex = this.lastApplied
    this.snapshotTerm = term
    this.snapshotState = [...this.value]
    this.persist()
  }

  private stepDown(term: number) {
    if (this.role === 'leader') this.rest()
    this.role = 'follower'
    this.currentTerm = term
    this.votedFor = null
    this.waiting.clear()
    this.persist()
  }

  private persist() {
    const { currentTerm: term, votedFor: vote, log, snapshot } = this
    this.disk.write('state', { term, vote, log, snapshot })
    this.disk.sync()
  }

  private truncate(index: number) {
    this.log.length = Math.max(0, index - this.snapshotIndex)
  }

  private termAt(index: number): number {
    if (index === this.snapshotIndex) return this.snapshotTerm
    return this.log[index - this.snapshotIndex - 1]?.term ?? 0
  }

  private rest() {
    this.setTimer('election', this.randomInt(150, 300))
  }

  private has(bug: Bug): boolean {
    return this.settings.bug === bug
  }

  private get snapshot(): Snapshot {
    return { index: this.snapshotIndex, term: this.snapshotTerm, state: this.snapshotState }
  }

  private get lastIndex(): number {
    return this.snapshotIndex + this.log.length
  }

  private get lastTerm(): number {
    return this.termAt(this.lastIndex)
  }

  private get majority(): number {
    return Math.floor(this.nodes.length / 2) + 1
  }
}
