import { type Command, type NodeId, RegisterNode, type Request } from 'netsplit/cap-register'

/** All that a node knows: what it holds, and that it holds nothing newer. */
interface Knowledge {
  readonly count: number
  readonly mark: string
  readonly value: string | null
}

type Message =
  | { readonly type: 'Survey'; readonly id: number }
  | { readonly type: 'Know'; readonly id: number; readonly knowledge: Knowledge }
  | { readonly type: 'Gossip'; readonly knowledge: Knowledge }

interface Wait {
  readonly request: Request<Command>
  /** What each node said that it held since this request came. */
  readonly said: Map<NodeId, Knowledge>
  /** What a majority must hold before the answer may go out; undefined while it is asked for. */
  goal: Knowledge | undefined
  rounds: number
}

const ROUND_MS = 25
const ROUNDS_MAX = 20

/**
 * Writes are spread by gossip alone. Whoever asks keeps surveying until a majority says that it
 * holds what was found, or something newer.
 */
export class GossipingRegister extends RegisterNode<Message> {
  private known: Knowledge = { count: 0, mark: '', value: null }
  private waits = new Map<number, Wait>()

  onStart() {
    const kept = this.disk.read('known') as Knowledge | undefined
    if (kept !== undefined) this.known = kept
    this.value = this.known.value
    this.setTimer('round', ROUND_MS)
  }

  onRequest(request: Request<Command>) {
    const wait: Wait = { request, said: new Map(), goal: undefined, rounds: 0 }
    this.waits.set(request.id, wait)
    this.broadcast({ type: 'Survey', id: request.id })
  }

  onTimer() {
    this.setTimer('round', ROUND_MS)
    if (this.waits.size === 0) return
    this.broadcast({ type: 'Gossip', knowledge: this.known })
    for (const [id, wait] of this.waits) {
      wait.rounds++
      const isOpen = wait.request.command.op === 'write' && wait.goal !== undefined
      if (wait.rounds > ROUNDS_MAX && !isOpen) {
        this.refuse(wait.request, 'alone')
        this.waits.delete(id)
      } else if (wait.rounds > 20 * ROUNDS_MAX) this.waits.delete(id)
      else this.broadcast({ type: 'Survey', id })
    }
  }

  onMessage(from: NodeId, message: Message) {
    if (message.type === 'Gossip') return this.learn(message.knowledge)
    const { id } = message
    if (message.type === 'Survey')
      return this.send(from, { type: 'Know', id, knowledge: this.known })
    const wait = this.waits.get(id)
    if (wait === undefined) return
    const before = wait.said.get(from)
    if (before === undefined || isBehind(before, message.knowledge)) {
      wait.said.set(from, message.knowledge)
    }
    this.look(id, wait)
  }

  private look(id: number, wait: Wait) {
    const { request, said } = wait
    const all = [this.known, ...said.values()]
    if (wait.goal === undefined) {
      if (2 * all.length <= this.nodes.length) return
      const newest = all.reduce((best, each) => (isBehind(best, each) ? each : best))
      const { command } = request
      wait.goal =
        command.op === 'read'
          ? newest
          : { count: newest.count + 1, mark: `${this.id}/${id}`, value: command.value }
      this.learn(wait.goal)
      this.broadcast({ type: 'Gossip', knowledge: wait.goal })
      this.broadcast({ type: 'Survey', id })
      return
    }
    const goal = wait.goal
    const holders = [this.known, ...said.values()].filter((each) => !isBehind(each, goal))
    if (2 * holders.length <= this.nodes.length) return
    this.reply(request, request.command.op === 'read' ? goal.value : null)
    this.waits.delete(id)
  }

  private learn(knowledge: Knowledge) {
    if (!isBehind(this.known, knowledge)) return
    this.known = knowledge
    this.value = knowledge.value
    this.disk.write('known', knowledge)
    this.disk.sync()
  }
}

function isBehind(a: Knowledge, b: Knowledge): boolean {
  return a.count < b.count || (a.count === b.count && a.mark < b.mark)
}
