/** What `import … from 'netsplit/cap-hosts'` gives to a learner: hosts with a packet filter. */
import { Node, type NodeId, type Request } from '../../kit/node.ts'

export type { Disk } from '../../kit/disk.ts'
export { Node, type NodeId, type Request } from '../../kit/node.ts'

/** The port on which every host listens for the other hosts. */
export const PEER_PORT = 2380
/** The port on which every host listens for clients. */
export const CLIENT_PORT = 2379
/** A port that the house rule of every host keeps shut. */
const TELNET_PORT = 23

/**
 * Packets that match are dropped, as by `iptables -A <chain> … -j DROP`. A field that is left
 * out matches anything; a rule without any drops all packets of its chain.
 */
export interface Rule {
  /** `INPUT`: packets that arrive at this host. `OUTPUT`: packets that it sends. */
  readonly chain: 'INPUT' | 'OUTPUT'
  /** Who sends the packet (`-s`): a host or a client. */
  readonly source?: string
  /** Whom it is for (`-d`). */
  readonly destination?: string
  /** The port that it leaves from (`--sport`). */
  readonly sport?: number
  /** The port that it goes to (`--dport`). */
  readonly dport?: number
}

interface Packet {
  readonly source: string
  readonly destination: string
  readonly sport: number
  readonly dport: number
}

/** @internal What hosts send each other. */
export interface Heartbeat extends Packet {
  readonly type: 'Heartbeat'
}

/** @internal What operators and clients ask of a host. */
export type Order =
  | { readonly op: 'cut'; readonly order: number; readonly groups: readonly (readonly NodeId[])[] }
  | { readonly op: 'heal'; readonly order: number }
  | { readonly op: 'ping' }
  | { readonly op: 'telnet' }

const HEARTBEAT_MS = 100
const TICK = 'netsplit heartbeat'
/** Ports from which a connection is opened; each pair of hosts has its own. */
const FIRST_PORT = 40_000
const CLIENT_SPORT = 50_000

/**
 * A machine of a cluster. Its service sends a heartbeat every 100 ms to every other host, over
 * both connections that the two have: the one that it opened (from a port above 40000 to port
 * 2380 of the other), and the one that the other opened (from its own port 2380 to a port above
 * 40000). Each packet passes OUTPUT of the host that sends it and INPUT of the host that gets it.
 *
 * The service is there already. You override `onCut`, `onHeal` and `onBoot`, and no other handler.
 */
export abstract class Host extends Node<Heartbeat, Order, null> {
  static override readonly watched: readonly string[] = ['rules']

  /** The rules in force, as text. They are in memory: after a crash only the house rule is there. */
  rules: readonly string[] = []
  #list: Rule[] = [{ chain: 'INPUT', dport: TELNET_PORT }]

  /** The operator orders this cut: hosts of different groups must not hear each other. */
  abstract onCut(groups: readonly (readonly NodeId[])[]): void

  /** The operator orders that all hosts hear each other again. */
  abstract onHeal(): void

  /** Called when the host starts, and again after each crash, before its first packet. */
  onBoot(): void {}

  /** Adds a rule at the end, also when the same rule is there already (`iptables -A`). */
  append(rule: Rule): void {
    this.#list.push({ ...rule })
    this.#show()
  }

  /** Takes away the first rule that says the same; true if there was one (`iptables -D`). */
  delete(rule: Rule): boolean {
    const index = this.#list.findIndex((each) => ruleText(each) === ruleText(rule))
    if (index >= 0) this.#list.splice(index, 1)
    this.#show()
    return index >= 0
  }

  /** Takes away every rule of the chain, or of both chains, whoever added it (`iptables -F`). */
  flush(chain?: Rule['chain']): void {
    this.#list = this.#list.filter((rule) => chain !== undefined && rule.chain !== chain)
    this.#show()
  }

  /** @internal */
  override onStart(): void {
    this.#show()
    this.setTimer(TICK, HEARTBEAT_MS)
    this.onBoot()
  }

  /** @internal */
  override onTimer(name: string): void {
    if (name !== TICK) return
    this.setTimer(TICK, HEARTBEAT_MS)
    for (const peer of this.peers) {
      this.#beat(peer, this.#portTowards(peer), PEER_PORT)
      this.#beat(peer, PEER_PORT, FIRST_PORT + this.nodes.indexOf(this.id))
    }
  }

  /** @internal */
  override onMessage(from: NodeId, packet: Heartbeat): void {
    if (!this.#isDropped('INPUT', packet)) {
      this.deliver({ heard: from, connection: packet.dport === PEER_PORT ? 'theirs' : 'ours' })
    }
  }

  /** @internal */
  override onRequest(request: Request<Order>): void {
    const { command } = request
    if (command.op === 'cut') this.onCut(command.groups)
    else if (command.op === 'heal') this.onHeal()
    else if (!this.#reaches(request.client, command.op)) return
    this.reply(request, null)
  }

  #beat(destination: NodeId, sport: number, dport: number): void {
    const packet = { source: this.id, destination, sport, dport }
    if (!this.#isDropped('OUTPUT', packet)) this.send(destination, { type: 'Heartbeat', ...packet })
  }

  /** Whether a client's packet gets in, and the answer out again. */
  #reaches(client: string, op: 'ping' | 'telnet'): boolean {
    const dport = op === 'ping' ? CLIENT_PORT : TELNET_PORT
    const asks = { source: client, destination: this.id, sport: CLIENT_SPORT, dport }
    const answer = { source: this.id, destination: client, sport: dport, dport: CLIENT_SPORT }
    return !this.#isDropped('INPUT', asks) && !this.#isDropped('OUTPUT', answer)
  }

  #portTowards(peer: NodeId): number {
    return FIRST_PORT + this.nodes.indexOf(peer)
  }

  #isDropped(chain: Rule['chain'], packet: Packet): boolean {
    return this.#list.some((rule) => rule.chain === chain && matches(rule, packet))
  }

  #show(): void {
    this.rules = this.#list.map(ruleText)
  }
}

const FIELDS = ['source', 'destination', 'sport', 'dport'] as const

function matches(rule: Rule, packet: Packet): boolean {
  return FIELDS.every((field) => rule[field] === undefined || rule[field] === packet[field])
}

const FLAGS = { source: '-s', destination: '-d', sport: '--sport', dport: '--dport' } as const

/** As a command line says it. */
function ruleText(rule: Rule): string {
  const parts = FIELDS.flatMap((field) =>
    rule[field] === undefined ? [] : [`${FLAGS[field]} ${rule[field]}`],
  )
  return [rule.chain, ...parts].join(' ')
}
