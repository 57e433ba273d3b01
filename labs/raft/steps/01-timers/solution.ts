import { type Message, type NodeId, RaftNode } from 'netsplit/raft'

const ELECTION_MS_MIN = 150
const ELECTION_MS_MAX = 300

export class Raft extends RaftNode {
  onStart() {
    this.currentTerm = (this.disk.read('currentTerm') as number | undefined) ?? 0
    this.restartElectionTimer()
  }

  onTimer(name: string) {
    if (name === 'election') this.startElection()
  }

  onMessage(_from: NodeId, message: Message) {
    if (message.term > this.currentTerm) this.stepDown(message.term)
  }

  private startElection() {
    this.role = 'candidate'
    this.setTerm(this.currentTerm + 1)
    this.restartElectionTimer()
    this.broadcast({ type: 'RequestVote', term: this.currentTerm, candidateId: this.id })
  }

  private stepDown(term: number) {
    this.role = 'follower'
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
