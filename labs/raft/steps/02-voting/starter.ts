import { type Message, type NodeId, RaftNode } from 'netsplit/raft'

const ELECTION_MS_MIN = 150
const ELECTION_MS_MAX = 300

export class Raft extends RaftNode {
  onStart() {
    this.currentTerm = (this.disk.read('currentTerm') as number | undefined) ?? 0
    // What else must it remember from before a crash?
    this.restartElectionTimer()
  }

  onTimer(name: string) {
    if (name === 'election') this.startElection()
  }

  onMessage(from: NodeId, message: Message) {
    if (message.term > this.currentTerm) this.stepDown(message.term)
    switch (message.type) {
      case 'RequestVote':
        // A candidate asks for this node's vote.
        this.send(from, {
          type: 'RequestVoteReply',
          term: this.currentTerm,
          voteGranted: false,
        })
        break
      case 'RequestVoteReply':
        // A vote, or a refusal. When has this node won?
        break
      default:
    }
  }

  private startElection() {
    this.role = 'candidate'
    // Whom does a candidate vote for?
    this.setTerm(this.currentTerm + 1)
    this.restartElectionTimer()
    this.broadcast({ type: 'RequestVote', term: this.currentTerm, candidateId: this.id })
  }

  private stepDown(term: number) {
    this.role = 'follower'
    // Is a vote of the old term worth anything in the new one?
    this.setTerm(term)
  }

  private setTerm(term: number) {
    this.currentTerm = term
    this.disk.write('currentTerm', term)
    this.disk.sync()
  }

  private restartElectionTimer() {
    this.setTimer('election', this.randomInt(ELECTION_MS_MIN, ELECTION_MS_MAX))
  }
}
