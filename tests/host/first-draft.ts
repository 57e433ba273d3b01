/**
 * What a learner of the election step may hand in first: nodes that know a timer and elect
 * nobody. A text of the tests' own, so that they do not depend on how the lab begins.
 */
const TIMER = "this.setTimer('election', 200)"

export const FIRST_DRAFT = `import { type Message, type NodeId, RaftNode } from 'netsplit/raft'

export class Raft extends RaftNode {
  onStart() {
    ${TIMER}
  }

  onTimer(name: string) {
    if (name === 'election') {
      // Nobody led for a while.
    }
  }

  onMessage(from: NodeId, message: Message) {
    if (message.type !== 'RequestVote') return
    this.send(from, { type: 'RequestVoteReply', term: this.currentTerm, voteGranted: false })
  }
}
`

/** The draft with another statement in `onStart` in place of its timer. */
export function firstDraftWith(statement: string): string {
  return FIRST_DRAFT.replace(TIMER, statement)
}

/** Takes seconds until its limit of time: there is something to wait for, or to make way. */
export const ENDLESS = firstDraftWith('for (;;);')
