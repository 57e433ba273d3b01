/**
 * The commands of the simulator's datadriven scripts. A script describes nodes that send,
 * write and set timers at given times, and prints the trace.
 *
 *     nodes n1 n2            who is there
 *     clients c1             and who asks them
 *     network delay=5        every message takes 5 ms; delay=5..9: 5 to 9 ms; fifo: in order;
 *                            loss=, duplicate= in permille
 *     n1 at=10 send n2 hi    what n1 does when its timer for 10 ms runs out
 *     c1 at=10 ask n1 read   a client's request; the node answers at once with what it was asked;
 *                            again=30 among=n1,n2: asks another one after 30 ms of silence
 *     deliveries             the lines that follow settle single messages: n1 > n2 #1 lost
 *     nemesis                the lines that follow are faults (see nemesis-script.ts)
 *     seed 7                 1 without it
 *     run until=100          runs and prints the events; calm=50: then so long without faults
 */
import {
  type ClientOperation,
  DEFAULT_BUDGETS,
  DEFAULT_NETWORK,
  type DeliveryChoice,
  describeEvent,
  type Effect,
  type NemesisStep,
  parseNemesis,
  type Scenario,
  Simulator,
  type TraceEvent,
  WorldView,
} from '#core'
import { ScriptedHost } from './scripted-host.ts'

interface Deed {
  readonly node: string
  readonly atMs: number
  readonly effects: readonly Effect[]
}

export class ScenarioScript {
  #nodes: readonly string[] = []
  #network = DEFAULT_NETWORK
  #nemesis: readonly NemesisStep[] = []
  #clients: readonly string[] = []
  #deliveries: readonly DeliveryChoice[] = []
  #seed = 1
  readonly #operations: ClientOperation[] = []
  readonly #deeds: Deed[] = []

  /** Runs one block of commands and returns its output. */
  run(block: string): string {
    const [first = '', ...rest] = block.split('\n')
    if (first === 'nemesis') {
      this.#nemesis = parseNemesis(rest.join('\n'), [...this.#nodes, ...this.#clients])
      return 'ok'
    }
    if (first === 'deliveries') {
      this.#deliveries = rest.map(deliveryOf)
      return 'ok'
    }
    const outputs = block.split('\n').map((line) => this.#command(line))
    return outputs.every((output) => output === 'ok') ? 'ok' : outputs.join('\n')
  }

  #command(line: string): string {
    const [word = '', ...args] = line.split(' ')
    switch (word) {
      case 'nodes':
        this.#nodes = args
        return 'ok'
      case 'clients':
        this.#clients = args
        return 'ok'
      case 'seed':
        this.#seed = Number(args[0])
        return 'ok'
      case 'network':
        this.#network = networkOf(args)
        return 'ok'
      case 'run':
        return this.#run(numberOf(args, 'until') * 1_000, numberOf(args, 'calm') * 1_000)
      default:
        if (this.#clients.includes(word)) {
          this.#operations.push(operationOf(word, args))
          return 'ok'
        }
        this.#deeds.push(deedOf(word, args))
        return 'ok'
    }
  }

  #run(untilMicros: number, calmMicros: number): string {
    const view = new WorldView({ nodes: this.#nodes, clients: this.#clients })
    const lines: string[] = []
    new Simulator({
      scenario: this.#scenario(untilMicros, calmMicros),
      seed: this.#seed,
      host: this.#host(),
      onEvent(event: TraceEvent) {
        view.fold(event)
        if (!HIDDEN.includes(event.kind)) {
          lines.push(`t=${event.at / 1_000} ${describeEvent(event, view)}`)
        }
        return 'continue'
      },
    }).run()
    return lines.join('\n')
  }

  #scenario(safetyMicros: number, livenessMicros: number): Scenario {
    return {
      id: 'script',
      nodes: this.#nodes,
      clients: this.#clients,
      network: this.#network,
      nemesis: this.#nemesis,
      deliveries: this.#deliveries,
      operations: this.#operations,
      settings: {},
      safetyMicros,
      livenessMicros,
      budgets: DEFAULT_BUDGETS,
    }
  }

  #host(): ScriptedHost {
    return new ScriptedHost((call, node) => {
      const own = this.#deeds.filter((deed) => deed.node === node)
      if (call.kind === 'start') {
        const disk = Object.entries(call.config.disk).map(
          ([key, value]) => `${key} = ${value === '' ? 'something torn' : value}`,
        )
        const seen: Effect = { kind: 'note', text: `finds ${disk.join(', ') || 'nothing'} on disk` }
        const timers = own
          .filter(({ atMs }) => atMs * 1_000 > call.nowMicros)
          .map(
            ({ atMs }): Effect => ({
              kind: 'set-timer',
              name: String(atMs),
              delayMicros: atMs * 1_000 - call.nowMicros,
            }),
          )
        return [seen, ...timers]
      }
      if (call.kind === 'request') {
        return [{ kind: 'reply', operation: call.operation, outcome: 'ok', body: call.body }]
      }
      if (call.kind !== 'timer') return []
      return own.filter(({ atMs }) => String(atMs) === call.name).flatMap(({ effects }) => effects)
    })
  }
}

/** Events that would only repeat what the script says. */
const HIDDEN: readonly string[] = ['set-timer', 'timer', 'end', 'boot']

function networkOf(args: readonly string[]) {
  const [min = 0, max = min] = textOf(args, 'delay')
    .split('..')
    .map((ms) => Number(ms) * 1_000)
  return {
    delayMicrosMin: min,
    delayMicrosMax: max,
    tailPermille: 0,
    tailMicrosMax: max,
    lossPermille: numberOf(args, 'loss'),
    duplicatePermille: numberOf(args, 'duplicate'),
    keepsOrder: args.includes('fifo'),
  }
}

function numberOf(args: readonly string[], name: string): number {
  return Number(textOf(args, name))
}

function textOf(args: readonly string[], name: string): string {
  return args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1) ?? '0'
}

/** `c1 at=10 ask n1 read`. */
function operationOf(client: string, args: readonly string[]): ClientOperation {
  const [, , node = '', body = ''] = args
  const timeoutMicros = (numberOf(args, 'timeout') || 50) * 1_000
  const everyMicros = numberOf(args, 'again') * 1_000
  const among = args.find((arg) => arg.startsWith('among='))?.slice('among='.length)
  return {
    at: numberOf(args, 'at') * 1_000,
    client,
    node,
    body,
    timeoutMicros,
    ...(among === undefined ? {} : { retry: { everyMicros, nodes: among.split(',') } }),
  }
}

/** `n1 > n2 #1 lost`, `n1 > n2 #1 delay=20` or `delay=5,9` for two copies. */
function deliveryOf(line: string): DeliveryChoice {
  const [from = '', , to = '', number = '', what = ''] = line.split(' ')
  const delaysMicros = what
    .slice('delay='.length)
    .split(',')
    .map((ms) => Number(ms) * 1_000)
  const fate =
    what === 'lost' ? ({ kind: 'lost' } as const) : { kind: 'delivered' as const, delaysMicros }
  return { from, to, index: Number(number.slice(1)), fate }
}

/** `n1 at=10 send n2 hi; write k v; sync`: deeds of one handler call, in order. */
function deedOf(node: string, args: readonly string[]): Deed {
  const atMs = numberOf(args, 'at')
  const effects = args
    .slice(1)
    .join(' ')
    .split(';')
    .map((text) => effectOf(text.trim()))
  return { node, atMs, effects }
}

function effectOf(text: string): Effect {
  const [verb, first = '', second = ''] = text.split(' ')
  switch (verb) {
    case 'send':
      return { kind: 'send', to: first, body: JSON.stringify({ type: second }) }
    case 'write':
      return { kind: 'write', key: first, value: JSON.stringify(second) }
    case 'sync':
      return { kind: 'sync' }
    case 'show':
      return { kind: 'observe', fields: { [first]: second } }
    default:
      throw new Error(`the script has no verb "${verb}"`)
  }
}
