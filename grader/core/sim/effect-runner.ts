/** Carries out the effects of a handler call, one at a time. */
import { assertNever } from '../assert.ts'
import type { EventId, NodeId } from '../trace/event.ts'
import type { Agenda } from './agenda.ts'
import type { Clients } from './clients.ts'
import type { Effect } from './effect.ts'
import type { Happening } from './happening.ts'
import type { Post } from './post.ts'
import type { Recorder } from './recorder.ts'
import type { Scenario } from './scenario.ts'
import type { SimNode } from './sim-node.ts'

/** A timer of more than an hour is as good as one that never fires; the cap keeps times exact. */
const TIMER_MICROS_MAX = 3_600_000_000

export interface EffectRunnerParts {
  readonly scenario: Scenario
  readonly agenda: Agenda<Happening>
  readonly recorder: Recorder
  readonly clients: Clients
  readonly nodes: ReadonlyMap<NodeId, SimNode>
  readonly post: Post
}

export class EffectRunner {
  readonly #parts: EffectRunnerParts
  #timerToken = 0

  constructor(parts: EffectRunnerParts) {
    this.#parts = parts
  }

  /** Returns why the effect makes no sense, or undefined when it was carried out. */
  apply(node: SimNode, cause: EventId, effect: Effect): string | undefined {
    const { recorder, nodes, post, clients } = this.#parts
    const id = node.id
    switch (effect.kind) {
      case 'send':
        if (!nodes.has(effect.to)) return `there is no node "${effect.to}" to send to`
        post.send(id, effect, cause)
        return undefined
      case 'reply': {
        const started = clients.find(effect.operation)
        if (started === undefined) return `nobody asked for operation ${effect.operation}`
        post.reply(id, started, effect, cause)
        return undefined
      }
      case 'set-timer':
        this.#setTimer(node, cause, effect)
        return undefined
      case 'cancel-timer':
        node.cancelTimer(effect.name)
        break
      case 'write':
        node.disk.write(effect.key, effect.value)
        if (node.disk.bytes > this.#parts.scenario.budgets.diskBytesMax) {
          recorder.overBudget('bytes on disk')
        }
        break
      case 'sync':
        node.disk.sync()
        break
      case 'observe':
        node.show(effect.fields, recorder.eventCount)
        break
      case 'apply':
      case 'note':
        break
      default:
        assertNever(effect)
    }
    recorder.record({ ...effect, node: id, cause })
    return undefined
  }

  #setTimer(node: SimNode, cause: EventId, effect: Effect & { kind: 'set-timer' }): void {
    const { recorder, agenda, scenario } = this.#parts
    const delayMicros = Math.min(effect.delayMicros, TIMER_MICROS_MAX)
    const token = ++this.#timerToken
    const { name } = effect
    node.setTimer(name, token)
    if (node.timerCount > scenario.budgets.timersMax) recorder.overBudget('timers')
    const event = recorder.record({ ...effect, delayMicros, node: node.id, cause })
    const due = recorder.now + node.realDelay(delayMicros)
    agenda.add(due, { kind: 'timer', node: node.id, name, token, cause: event })
  }
}
