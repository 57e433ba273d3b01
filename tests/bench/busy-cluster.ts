/** A busy cluster for benchmarks: five nodes that answer each other with 100-byte messages. */
import {
  DEFAULT_BUDGETS,
  DEFAULT_NETWORK,
  encodeEffect,
  type HandlerCall,
  type NodeHost,
  nodeIds,
  Prng,
  type Scenario,
} from '#core'

const NODES = nodeIds(5)
/** Fills a message up to about 100 characters of JSON text. */
const PAD_LENGTH = 68
/** Rounds of messages that each node keeps going. */
const FLYING = 20

/** Five nodes for so many simulated seconds; about 18,000 handler calls a second. */
export function busyScenario(seconds: number): Scenario {
  return {
    id: 'bench/busy',
    nodes: NODES,
    clients: [],
    network: { ...DEFAULT_NETWORK, lossPermille: 10 },
    nemesis: Array.from(
      { length: seconds },
      (_, index) =>
        [
          {
            at: index * 1_000_000 + 200_000,
            fault: { kind: 'isolate', target: { kind: 'node', node: 'n1' } },
          },
          { at: index * 1_000_000 + 400_000, fault: { kind: 'heal' } },
        ] as const,
    ).flat(),
    operations: [],
    settings: {},
    safetyMicros: seconds * 1_000_000,
    livenessMicros: 0,
    budgets: { ...DEFAULT_BUDGETS, eventsMax: 100_000_000 },
  }
}

/** The code of the nodes, as a learner's module would be compiled. */
export const BUSY_CODE = `
const { Node } = require('netsplit')
exports.Busy = class extends Node {
  onStart() {
    this.count = 0
    this.setTimer('beat', 50)
    for (let i = 0; i < ${FLYING}; i++) this.ask()
  }
  ask() {
    const to = this.peers[this.count++ % this.peers.length]
    this.send(to, { type: 'Ask', n: this.count, pad: '${'x'.repeat(PAD_LENGTH)}' })
  }
  onMessage() { this.ask() }
  onTimer() { this.setTimer('beat', 50); this.ask() }
}
`

/** The same nodes as plain functions: what the simulator costs without a kit or a realm. */
export class BusyHost implements NodeHost {
  readonly #counts = new Map<string, number>()
  calls = 0

  call(node: string, call: HandlerCall): string {
    this.calls++
    if (call.kind === 'message') return `O${this.#ask(node)}`
    const beat = encodeEffect({ kind: 'set-timer', name: 'beat', delayMicros: 50_000 })
    if (call.kind === 'timer') return `O${beat}${this.#ask(node)}`
    return `O${beat}${Array.from({ length: FLYING }, () => this.#ask(node)).join('')}`
  }

  #ask(node: string): string {
    const count = this.#counts.get(node) ?? 0
    this.#counts.set(node, count + 1)
    const peers = NODES.filter((peer) => peer !== node)
    const to = peers[count % peers.length] ?? 'n1'
    const body = `{"type":"Ask","n":${count},"pad":"${this.pad()}"}`
    return encodeEffect({ kind: 'send', to, body })
  }

  protected pad(): string {
    return 'x'.repeat(PAD_LENGTH)
  }
}

/** The same, with messages that have nothing in common but their form. */
export class NoisyHost extends BusyHost {
  readonly #prng = new Prng(1, 'noise')

  protected override pad(): string {
    let text = ''
    while (text.length < PAD_LENGTH) text += this.#prng.next().toString(36)
    return text.slice(0, PAD_LENGTH)
  }
}
