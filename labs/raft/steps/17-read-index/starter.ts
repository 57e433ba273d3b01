import {
  type AppendEntries,
  type AppendEntriesReply,
  type Command,
  type Entry,
  type InstallSnapshot,
  type LastEntry,
  type Message,
  type NodeId,
  type PreVote,
  type PreVoteReply,
  RaftNode,
  type Request,
  type RequestVote,
  type Result,
} from 'netsplit/raft-reads'

const HEARTBEAT_MS = 50
const ELECTION_MS_MIN = 150
const ELECTION_MS_MAX = 300
/** How long a new node may take to catch up. */
const JOINING_MS_MAX = 1_000
/** How long a snapshot may be under way before it is sent again. */
const SNAPSHOT_MS = 200

/** What a client was last answered: a request that comes again gets the same answer. */
interface Session {
  readonly id: number
  readonly result: Result
}

/** What the entries up to `index` came to. */
interface Snapshot {
  readonly index: number
  readonly term: number
  readonly members: readonly NodeId[]
  readonly data: readonly (readonly [string, string])[]
  readonly sessions: readonly (readonly [string, Session])[]
}

/** The entries behind the one at `base`. */
interface Tail {
  readonly base: number
  readonly entries: readonly Entry[]
}

export class Raft extends RaftNode {
  private preVotes = new Set<NodeId>()
  private votes = new Set<NodeId>()
  /** Followers that the leader has heard from since it last counted them. */
  private heardFrom = new Set<NodeId>()
  /** True for a while after each word from the leader. */
  private hearsLeader = false
  private nextIndex = new Map<NodeId, number>()
  private matchIndex = new Map<NodeId, number>()
  private data = new Map<string, string>()
  private sessions = new Map<string, Session>()
  private snapshot: Snapshot | undefined
  /** Followers to which a snapshot may still be under way. */
  private snapshotUnderWay = new Set<NodeId>()
  /** The members as of the snapshot; those of later entries are in the log. */
  private snapshotMembers: readonly NodeId[] = this.members
  /** A node that gets all entries but has no vote yet, and the request to add it. */
  private joining: { readonly node: NodeId; readonly request: Request<Command> } | undefined
  /** Whom leadership is being handed to; no new commands are taken meanwhile. */
  private successor: NodeId | undefined
  /** Requests that wait for their entry to be applied, by its index. */
  private waiting = new Map<number, Request<Command>>()

  onStart() {
    const ballot = this.disk.read('ballot') as { term: number; votedFor: NodeId | null } | undefined
    this.currentTerm = ballot?.term ?? 0
    this.votedFor = ballot?.votedFor ?? null
    const tail = (this.disk.read('log') as Tail | undefined) ?? { base: 0, entries: [] }
    const snapshot = this.disk.read('snapshot') as Snapshot | undefined
    this.log = [...tail.entries]
    // A crash may have kept the newer snapshot but the older log.
    if (snapshot !== undefined) this.restore(snapshot, tail)
    this.findMembers()
    this.restartElectionTimer()
  }

  onTimer(name: string) {
    if (name === 'election' && this.role !== 'leader') this.whenNobodyLeads()
    if (name === 'heartbeat' && this.role === 'leader') this.sendHeartbeats()
    if (name === 'quorum' && this.role === 'leader') this.checkQuorum()
    if (name === 'patience') this.hearsLeader = false
    if (name === 'joining') this.stopJoining()
    if (name === 'transfer') this.successor = undefined
    if (name.startsWith('snapshot ')) this.snapshotUnderWay.delete(name.slice('snapshot '.length))
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
      case 'InstallSnapshot':
        return this.install(from, message)
      case 'InstallSnapshotReply':
        return this.followerHas(from, message.term, message.lastIncludedIndex)
      case 'TimeoutNow':
        return this.standAtOnce(message.term)
    }
  }

  onRequest(request: Request<Command>) {
    if (this.role !== 'leader') return this.refuse(request, this.leaderHint)
    const { client, id, command } = request
    // A command with op 'get' shall not become an entry any more.
    const session = this.sessions.get(client)
    if (session?.id === id) return this.reply(request, session.result)
    if (this.successor !== undefined) return this.refuse(request, this.successor)
    if (this.isFull) return this.refuse(request, this.id)
    if (command.op === 'add-member') return this.admit(command.node, request)
    if (command.op === 'remove-member') return this.dismiss(command.node, request)
    if (command.op === 'transfer') return this.handOver(command.to, request)
    this.propose(request)
  }

  private propose(request: Request<Command>, members?: readonly NodeId[]) {
    const { client, id, command } = request
    const entry = { term: this.currentTerm, command, client, id }
    this.waiting.set(this.lastIndex + 1, request)
    this.lead(members === undefined ? entry : { ...entry, members })
  }

  /** Takes an entry into the leader's log and sends it out. */
  private lead(entry: Entry) {
    this.log.push(entry)
    this.findMembers()
    this.persistLog()
    this.advanceCommit()
    for (const peer of this.followers()) this.replicate(peer)
  }

  // Handing leadership over (dissertation, section 3.10)

  private handOver(to: NodeId, request: Request<Command>) {
    if (to === this.id) return this.reply(request, true)
    if (!this.members.includes(to)) return this.reply(request, false)
    this.successor = to
    // If it does not work out soon, this leader goes on.
    this.setTimer('transfer', ELECTION_MS_MAX)
    this.reply(request, true)
    this.replicate(to)
    this.callSuccessor()
  }

  /** A successor that lacks an entry would lose the election, so it catches up first. */
  private callSuccessor() {
    const to = this.successor
    if (to === undefined || (this.matchIndex.get(to) ?? 0) < this.lastIndex) return
    this.send(to, { type: 'TimeoutNow', term: this.currentTerm, leaderId: this.id })
  }

  private standAtOnce(term: number) {
    if (term !== this.currentTerm || this.role === 'leader') return
    if (this.members.includes(this.id)) this.startElection(true)
  }

  // Members

  /** Why no change can begin now, or undefined when one can (dissertation, section 4.1). */
  private whyNoChange(): string | undefined {
    const from = this.commitIndex - this.snapshotIndex
    if (this.log.slice(from).some(({ members }) => members !== undefined)) {
      return 'another change is under way'
    }
    // Else a change of an earlier leader could still win over this one.
    if (this.termAt(this.commitIndex) !== this.currentTerm) return 'this term has not committed yet'
    return undefined
  }

  /** First brings the new node up to date, so that counting it cannot stop the others. */
  private admit(node: NodeId, request: Request<Command>) {
    const why = this.whyNoChange() ?? (this.joining && 'another node is joining')
    if (why !== undefined) return this.refuse(request, why)
    if (this.members.includes(node)) return this.reply(request, true)
    this.joining = { node, request }
    this.nextIndex.set(node, this.lastIndex + 1)
    this.matchIndex.set(node, 0)
    this.setTimer('joining', JOINING_MS_MAX)
    this.replicate(node)
  }

  private admitIfCaughtUp() {
    if (this.joining === undefined) return
    const { node, request } = this.joining
    if ((this.matchIndex.get(node) ?? 0) < this.commitIndex) return
    if (this.whyNoChange() !== undefined) return
    this.joining = undefined
    this.propose(request, [...this.members, node])
  }

  private stopJoining() {
    if (this.joining !== undefined) this.refuse(this.joining.request, 'the node did not catch up')
    this.joining = undefined
  }

  private dismiss(node: NodeId, request: Request<Command>) {
    const why = this.whyNoChange()
    if (why !== undefined) return this.refuse(request, why)
    if (!this.members.includes(node)) return this.reply(request, true)
    this.propose(
      request,
      this.members.filter((member) => member !== node),
    )
  }

  /** A node uses the latest members in its log, committed or not, and goes back with the log. */
  private findMembers() {
    const latest = this.log.findLast(({ members }) => members !== undefined)
    this.members = latest?.members ?? this.snapshotMembers
  }

  /** Whom the leader sends entries to. */
  private followers(): readonly NodeId[] {
    const others = this.members.filter((member) => member !== this.id)
    return this.joining === undefined ? others : [...others, this.joining.node]
  }

  private isMajority(nodes: ReadonlySet<NodeId>): boolean {
    return this.members.filter((member) => nodes.has(member)).length >= this.majority
  }

  /** Whoever is no member has nothing to stand for. */
  private whenNobodyLeads() {
    if (this.members.includes(this.id)) this.askBeforeStanding()
    else this.restartElectionTimer()
  }

  /**
   * Too many entries wait to be committed. One of the leader's own term is let in even so:
   * without it, those of older terms would never be committed (Raft, section 5.4.2).
   */
  private get isFull(): boolean {
    const hasOwn = this.termAt(this.lastIndex) === this.currentTerm
    return hasOwn && this.lastIndex - this.commitIndex >= this.logEntriesMax
  }

  // Elections

  private askBeforeStanding() {
    this.role = 'follower'
    this.leaderId = null
    this.preVotes = new Set([this.id])
    this.restartElectionTimer()
    this.tellMembers({
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
    if (this.leaderId === null && this.isMajority(this.preVotes)) this.startElection()
  }

  private tellMembers(message: Message) {
    for (const member of this.members) if (member !== this.id) this.send(member, message)
  }

  private startElection(isTransfer = false) {
    this.role = 'candidate'
    this.leaderId = null
    this.preVotes.clear()
    this.votes = new Set([this.id])
    this.setBallot(this.currentTerm + 1, this.id)
    this.restartElectionTimer()
    this.tellMembers({
      type: 'RequestVote',
      term: this.currentTerm,
      candidateId: this.id,
      ...this.lastEntry(),
      isTransfer,
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
    if (!this.isMajority(this.votes)) return
    this.role = 'leader'
    this.leaderId = this.id
    this.cancelTimer('election')
    this.heardFrom.clear()
    this.snapshotUnderWay.clear()
    this.setTimer('quorum', ELECTION_MS_MAX)
    for (const peer of this.nodes) {
      this.nextIndex.set(peer, this.lastIndex + 1)
      this.matchIndex.set(peer, 0)
    }
    this.setTimer('heartbeat', HEARTBEAT_MS)
    // An entry of its own term: what came before is committed with it, and changes may begin.
    this.lead({ term: this.currentTerm, command: null })
  }

  /** A leader that a majority has not answered for a while can commit nothing: it gives up. */
  private checkQuorum() {
    const hears = this.isMajority(new Set([this.id, ...this.heardFrom]))
    this.heardFrom.clear()
    if (hears) return this.setTimer('quorum', ELECTION_MS_MAX)
    this.stopLeading()
  }

  private stopLeading() {
    this.joining = undefined
    this.successor = undefined
    this.role = 'follower'
    this.leaderId = null
    this.restartElectionTimer()
  }

  private stepDown(term: number) {
    if (this.role === 'leader') this.stopLeading()
    this.role = 'follower'
    this.leaderId = null
    this.hearsLeader = false
    this.preVotes.clear()
    this.setBallot(term, null)
  }

  // Replication

  private sendHeartbeats() {
    for (const peer of this.followers()) this.replicate(peer)
    this.setTimer('heartbeat', HEARTBEAT_MS)
  }

  private replicate(peer: NodeId) {
    const nextIndex = this.nextIndex.get(peer) ?? 1
    if (nextIndex > this.snapshotIndex) return this.sendEntries(peer, nextIndex)
    if (!this.snapshotUnderWay.has(peer)) return this.sendSnapshot(peer)
    // A heartbeat: it will be refused, and that is no news.
    this.sendEntries(peer, this.lastIndex + 1)
  }

  private sendEntries(peer: NodeId, nextIndex: number) {
    const prevLogIndex = nextIndex - 1
    this.send(peer, {
      type: 'AppendEntries',
      term: this.currentTerm,
      leaderId: this.id,
      prevLogIndex,
      prevLogTerm: this.termAt(prevLogIndex),
      entries: this.log.slice(prevLogIndex - this.snapshotIndex),
      leaderCommit: this.commitIndex,
      // A read needs to know which answers came after it: number the rounds.
      round: 0,
    })
  }

  private followLeader(leader: NodeId, message: AppendEntries) {
    const { prevLogIndex, prevLogTerm, entries, leaderCommit } = this.afterSnapshot(message)
    const refusal = {
      type: 'AppendEntriesReply',
      round: message.round,
      success: false,
      prevLogIndex,
      matchIndex: 0,
    } as const
    if (message.term < this.currentTerm) {
      return this.send(leader, { ...refusal, term: this.currentTerm })
    }
    this.hearLeader(leader)
    if (prevLogIndex > this.lastIndex || this.termAt(prevLogIndex) !== prevLogTerm) {
      return this.send(leader, {
        ...refusal,
        term: this.currentTerm,
        ...this.conflictAt(prevLogIndex),
      })
    }
    this.append(prevLogIndex, entries)
    const matchIndex = prevLogIndex + entries.length
    this.commitUpTo(Math.min(leaderCommit, matchIndex))
    this.send(leader, {
      type: 'AppendEntriesReply',
      round: message.round,
      term: this.currentTerm,
      success: true,
      prevLogIndex: message.prevLogIndex,
      matchIndex,
    })
  }

  /** What the snapshot covers is committed, so that it equals what the leader sends of it. */
  private afterSnapshot(message: AppendEntries): AppendEntries {
    const covered = this.snapshotIndex - message.prevLogIndex
    if (covered <= 0) return message
    return {
      ...message,
      prevLogIndex: this.snapshotIndex,
      prevLogTerm: this.snapshotTerm,
      entries: message.entries.slice(covered),
    }
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
    this.log.length = prevLogIndex + differs - this.snapshotIndex
    this.log.push(...entries.slice(differs))
    this.findMembers()
    this.persistLog()
  }

  /** Where the leader should look next: the whole term in the way is skipped at once. */
  private conflictAt(prevLogIndex: number) {
    if (prevLogIndex > this.lastIndex) {
      return { conflictTerm: null, conflictIndex: this.lastIndex + 1 }
    }
    const conflictTerm = this.termAt(prevLogIndex)
    let conflictIndex = prevLogIndex
    while (
      conflictIndex > this.snapshotIndex + 1 &&
      this.termAt(conflictIndex - 1) === conflictTerm
    ) {
      conflictIndex--
    }
    return { conflictTerm, conflictIndex }
  }

  private learnOfFollower(peer: NodeId, reply: AppendEntriesReply) {
    if (this.role !== 'leader' || reply.term !== this.currentTerm) return
    if (reply.success) return this.followerHas(peer, reply.term, reply.matchIndex)
    this.heardFrom.add(peer)
    const matched = this.matchIndex.get(peer) ?? 0
    if (reply.prevLogIndex === (this.nextIndex.get(peer) ?? 1) - 1) {
      this.nextIndex.set(peer, Math.max(matched + 1, this.backtrack(reply)))
      this.replicate(peer)
    }
  }

  private followerHas(peer: NodeId, term: number, index: number) {
    if (this.role !== 'leader' || term !== this.currentTerm) return
    this.heardFrom.add(peer)
    if (index <= (this.matchIndex.get(peer) ?? 0)) return
    this.matchIndex.set(peer, index)
    this.nextIndex.set(peer, index + 1)
    this.advanceCommit()
    this.admitIfCaughtUp()
    if (peer === this.successor) this.callSuccessor()
  }

  /** After the last entry that this log has of the conflicting term, else before that term. */
  private backtrack({ prevLogIndex, conflictTerm, conflictIndex }: AppendEntriesReply): number {
    if (conflictIndex === undefined) return prevLogIndex
    if (conflictTerm === null || conflictTerm === undefined) return conflictIndex
    let index = prevLogIndex
    while (index >= conflictIndex && this.termAt(index) !== conflictTerm) index--
    return index >= conflictIndex ? index + 1 : conflictIndex
  }

  /** Raft, section 5.4.2: only entries of its own term does a leader commit by counting. */
  private advanceCommit() {
    for (let index = this.lastIndex; index > this.commitIndex; index--) {
      if (this.termAt(index) !== this.currentTerm) return
      const holders = this.nodes.filter(
        (node) => node === this.id || (this.matchIndex.get(node) ?? 0) >= index,
      )
      if (!this.isMajority(new Set(holders))) continue
      this.commitUpTo(index)
      // Its own removal is committed: its work is done (dissertation, section 4.2.2).
      if (!this.members.includes(this.id)) this.stopLeading()
      return
    }
  }

  private commitUpTo(index: number) {
    this.commitIndex = Math.max(this.commitIndex, index)
    while (this.lastApplied < this.commitIndex) this.applyNext()
    if (this.log.length >= this.logEntriesMax) this.compact()
  }

  // The state machine

  private applyNext() {
    this.lastApplied++
    const index = this.lastApplied
    const entry = this.entryAt(index)
    const result = this.executeOnce(entry)
    this.deliver({ index, command: entry.command })
    this.answer(index, entry, result)
  }

  /** What a client asks for twice may be in the log twice; it is carried out once. */
  private executeOnce({ client, id, command }: Entry): Result {
    if (client === undefined || id === undefined) return null
    const session = this.sessions.get(client)
    if (session !== undefined && session.id >= id) return session.result
    const result = this.execute(command as Command)
    this.sessions.set(client, { id, result })
    return result
  }

  private execute(command: Command): Result {
    if (!('key' in command)) return true
    const value = this.data.get(command.key) ?? null
    switch (command.op) {
      case 'get':
        return value
      case 'put':
        this.data.set(command.key, command.value)
        return null
      case 'append':
        this.data.set(command.key, (value ?? '') + command.value)
        return null
      case 'cas':
        if (value !== command.expected) return false
        this.data.set(command.key, command.value)
        return true
    }
  }

  /** Another leader's entry may have taken the place of the one that the request waits for. */
  private answer(index: number, { client, id }: Entry, result: Result) {
    const request = this.waiting.get(index)
    this.waiting.delete(index)
    if (request === undefined || request.client !== client || request.id !== id) return
    this.reply(request, result)
  }

  // Snapshots

  /** Only what is applied may go: the state holds it. */
  private compact() {
    const index = this.lastApplied
    if (index === this.snapshotIndex) return
    const gone = this.log.slice(0, index - this.snapshotIndex)
    const latest = gone.findLast(({ members }) => members !== undefined)
    const snapshot = {
      index,
      term: this.termAt(index),
      members: latest?.members ?? this.snapshotMembers,
      data: [...this.data],
      sessions: [...this.sessions],
    }
    this.replaceEntries(snapshot, { base: this.snapshotIndex, entries: this.log })
    this.persistSnapshot(snapshot)
  }

  /** Takes over what the entries up to the snapshot came to, and counts on from there. */
  private restore(snapshot: Snapshot, tail: Tail) {
    this.data = new Map(snapshot.data)
    this.sessions = new Map(snapshot.sessions)
    this.replaceEntries(snapshot, tail)
    this.lastApplied = snapshot.index
    this.commitIndex = Math.max(this.commitIndex, snapshot.index)
  }

  /** Entries behind the snapshot are right only if the one that it ends with is (Figure 13). */
  private replaceEntries(snapshot: Snapshot, { base, entries }: Tail) {
    const { index, term } = snapshot
    const agrees = index === base || entries[index - base - 1]?.term === term
    this.log = agrees ? entries.slice(index - base) : []
    this.snapshot = snapshot
    this.snapshotMembers = snapshot.members
    this.snapshotIndex = index
    this.snapshotTerm = term
  }

  private sendSnapshot(peer: NodeId) {
    this.snapshotUnderWay.add(peer)
    this.setTimer(`snapshot ${peer}`, SNAPSHOT_MS)
    this.send(peer, {
      type: 'InstallSnapshot',
      term: this.currentTerm,
      leaderId: this.id,
      lastIncludedIndex: this.snapshotIndex,
      lastIncludedTerm: this.snapshotTerm,
      members: this.snapshotMembers,
      state: this.snapshot,
    })
  }

  private install(leader: NodeId, { term, lastIncludedIndex, state }: InstallSnapshot) {
    if (term === this.currentTerm) {
      this.hearLeader(leader)
      if (lastIncludedIndex > this.commitIndex) {
        const snapshot = state as Snapshot
        this.restore(snapshot, { base: this.snapshotIndex, entries: this.log })
        this.findMembers()
        this.persistSnapshot(snapshot)
      }
    }
    // An old offer changed nothing: if its sender leads again, it must not count on it.
    const held = term === this.currentTerm ? lastIncludedIndex : 0
    const reply = { type: 'InstallSnapshotReply', term: this.currentTerm } as const
    this.send(leader, { ...reply, lastIncludedIndex: held })
  }

  // What is kept

  /** First the snapshot, then the log without what it replaces: see onStart. */
  private persistSnapshot(snapshot: Snapshot) {
    this.disk.write('snapshot', snapshot)
    this.persistLog()
  }

  private setBallot(term: number, votedFor: NodeId | null) {
    this.currentTerm = term
    this.votedFor = votedFor
    this.disk.write('ballot', { term, votedFor })
    this.disk.sync()
  }

  private persistLog() {
    this.disk.write('log', { base: this.snapshotIndex, entries: this.log })
    this.disk.sync()
  }

  // The log

  private entryAt(index: number): Entry {
    return this.log[index - this.snapshotIndex - 1] as Entry
  }

  private get lastIndex(): number {
    return this.snapshotIndex + this.log.length
  }

  /** The term of an entry; 0 before the snapshot and after the last. */
  private termAt(index: number): number {
    if (index === this.snapshotIndex) return this.snapshotTerm
    return this.log[index - this.snapshotIndex - 1]?.term ?? 0
  }

  private lastEntry(): LastEntry {
    return { lastLogIndex: this.lastIndex, lastLogTerm: this.termAt(this.lastIndex) }
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
