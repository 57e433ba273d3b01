import { type Message, type NodeId, RaftNode } from 'netsplit/raft'

export class Raft extends RaftNode {
  onStart() {
    // Runs when the node starts, and again on a new object after every crash.
    // Which term did it know before? And when will it lose patience?
  }

  onTimer(name: string) {
    // Nobody led for a while. What now?
    this.note(`the timer ${name} ran out`)
  }

  onMessage(from: NodeId, message: Message) {
    // Somebody is in another term than this node. Who of the two is right?
    this.note(`${from} is in term ${message.term}`)
  }
}
