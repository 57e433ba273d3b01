/**
 * The commands of the simulator's datadriven scripts. A script describes nodes that send,
 * write and set timers at given times, and prints the trace.
 *
 *     nodes n1 n2            who is there
 *     network delay=5        every message takes 5 ms (loss=, duplicate= in permille)
 *     n1 at=10 send n2 hi    what n1 does when its timer for 10 ms runs out
 *     nemesis                the lines that follow are faults (see nemesis-script.ts)
 *     run until=100          runs and prints the events
 */
import {
  DEFAULT_BUDGETS,
  DEFAULT_NETWORK,
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
  readonly #deeds: Deed[] = []

  /** Runs one block of commands and returns its output. */
  run(block: string): string {
    const [first = '', ...rest] = block.split('\n')
    if (first === 'nemesis') {
      this.#nemesis = parseNemesis(rest.join('\n'))
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
      case 'network':
        this.#network = networkOf(args)
        return 'ok'
      case 'run':
        return this.#run(numberOf(args, 'until') * 1_000)
      default:
        this.#deeds.push(deedOf(word, args))
        return 'ok'
    }
  }

  #run(untilMicros: number): string {
    const view = new WorldView({
      version: 1,
      scenario: 'script',
      seed: 1,
      nodes: this.#nodes,
      clients: [],
    })
    const lines: string[] = []
    new Simulator({
      scenario: this.#scenario(untilMicros),
      seed: 1,
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

  #scenario(untilMicros: number): Scenario {
    return {
      id: 'script',
      nodes: this.#nodes,
      clients: [],
      network: this.#network,
      nemesis: this.#nemesis,
      operations: [],
      settings: {},
      safetyMicros: untilMicros,
      livenessMicros: 0,
      budgets: DEFAULT_BUDGETS,
    }
  }

  #host(): ScriptedHost {
    return new ScriptedHost((call, node) => {
      const own = this.#deeds.filter((deed) => deed.node === node)
      if (call.kind === 'start') {
        const disk = Object.entries(call.config.disk).map(([key, value]) => `${key} = ${value}`)
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
      if (call.kind !== 'timer') return []
      return own.filter(({ atMs }) => String(atMs) === call.name).flatMap(({ effects }) => effects)
    })
  }
}

/** Events that would only repeat what the script says. */
const HIDDEN: readonly string[] = ['set-timer', 'timer', 'end', 'boot']

function networkOf(args: readonly string[]) {
  const delay = numberOf(args, 'delay') * 1_000
  return {
    delayMicrosMin: delay,
    delayMicrosMax: delay,
    tailPermille: 0,
    tailMicrosMax: delay,
    lossPermille: numberOf(args, 'loss'),
    duplicatePermille: numberOf(args, 'duplicate'),
  }
}

function numberOf(args: readonly string[], name: string): number {
  const found = args.find((arg) => arg.startsWith(`${name}=`))
  return found === undefined ? 0 : Number(found.slice(name.length + 1))
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
