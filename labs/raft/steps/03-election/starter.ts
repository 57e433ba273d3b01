import { type Message, type NodeId, RaftNode } from 'netsplit/raft'

export class Raft extends RaftNode {
  onStart() {
    // Runs when the node starts, and again after every crash.
    // What did it know before, and where is that kept?
    this.setTimer('election', 200)
  }

  onTimer(name: string) {
    if (name === 'election') {
      // Nobody led for a while. What now?
    }
  }

  onMessage(from: NodeId, message: Message) {
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
        // A vote, or a refusal.
        break
      case 'AppendEntries':
        // The leader of a term says that it is alive.
        break
      case 'AppendEntriesReply':
        break
    }
  }
}
