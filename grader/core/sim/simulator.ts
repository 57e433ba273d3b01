/**
 * The simulator: one run of a scenario, event by event, on simulated time.
 *
 * It owns time, network, disks, clocks, clients and faults. What the nodes do comes
 * from a `NodeHost`; equal scenario, seed and replies give equal traces.
 */
import { assertNever, present } from '../assert.ts'
import type { EventId, NodeId } from '../trace/event.ts'
import { Agenda } from './agenda.ts'
import { Clients } from './clients.ts'
import { decodeReply, type Effect, type Thrown } from './effect.ts'
import { EffectRunner } from './effect-runner.ts'
import { FaultRunner } from './fault-runner.ts'
import type { Happening } from './happening.ts'
import type { Fault } from './nemesis.ts'
import { Network } from './network.ts'
import type { HandlerCall, NodeHost } from './node-host.ts'
import { Post } from './post.ts'
import { Recorder } from './recorder.ts'
import type { RunEnd, SimulatorOptions } from './run.ts'
import type { Scenario } from './scenario.ts'
import { fallsHere, SimNode } from './sim-node.ts'

export class Simulator {
  readonly #scenario: Scenario
  readonly #host: NodeHost
  readonly #recorder: Recorder
  readonly #agenda: Agenda<Happening>
  readonly #nodes = new Map<NodeId, SimNode>()
  readonly #network: Network
  readonly #clients: Clients
  readonly #post: Post
  readonly #faults: FaultRunner
  readonly #effects: EffectRunner
  /** Steps of the nemesis that wait for an event, the earliest first. */
  readonly #afterEvents: { readonly step: number; readonly fault: Fault; readonly after: EventId }[]
  readonly #onFault: SimulatorOptions['onFault']
  #thrown: { readonly node: NodeId; readonly thrown: Thrown } | undefined

  constructor({ scenario, seed, host, onEvent, onFate, onFault, agenda }: SimulatorOptions) {
    this.#agenda = agenda ?? new Agenda<Happening>()
    this.#onFault = onFault
    this.#scenario = scenario
    this.#host = host
    this.#recorder = new Recorder(scenario.budgets, onEvent)
    this.#network = new Network(seed, scenario.network, scenario.deliveries ?? [], onFate)
    this.#afterEvents = scenario.nemesis
      .map(({ fault, after = -1 }, step) => ({ step, fault, after }))
      .filter(({ after }) => after >= 0)
      .sort((a, b) => a.after - b.after)
    this.#clients = new Clients(scenario.clients, scenario.operations)
    for (const id of scenario.nodes) this.#nodes.set(id, new SimNode(id, seed))
    const parts = {
      scenario,
      agenda: this.#agenda,
      recorder: this.#recorder,
      network: this.#network,
      clients: this.#clients,
      nodes: this.#nodes,
    }
    this.#post = new Post(parts)
    this.#faults = new FaultRunner({ ...parts, post: this.#post })
    this.#effects = new EffectRunner({ ...parts, post: this.#post })
  }

  /** Runs to the end. */
  run(): RunEnd {
    this.begin()
    while (!this.hasEnded) this.step()
    return this.finish()
  }

  /** True once nothing may happen any more; `finish` is then due. */
  get hasEnded(): boolean {
    return this.#recorder.ending !== undefined
  }

  /** Records the end. Call it once, when the run has ended. */
  finish(): RunEnd {
    const { reason, detail, budget } = present(this.#recorder.ending, 'the run has ended')
    this.#recorder.record({ kind: 'end', reason, detail, cause: -1 })
    return {
      reason,
      eventCount: this.#recorder.eventCount,
      atMicros: this.#recorder.now,
      ...(budget === undefined ? {} : { budget }),
      ...(this.#thrown === undefined ? {} : { thrown: this.#thrown }),
    }
  }

  /** Plans what the scenario holds. Call it once, before the first step. */
  begin(): void {
    const { nodes, nemesis, clients, safetyMicros, livenessMicros } = this.#scenario
    for (const node of nodes) this.#agenda.add(0, { kind: 'boot', node, cause: -1 })
    for (const [step, { at, fault, after }] of nemesis.entries()) {
      if (after === undefined) this.#agenda.add(at, { kind: 'fault', step, fault })
    }
    for (const client of clients) this.#post.planNextOperation(client)
    if (livenessMicros > 0) this.#agenda.add(safetyMicros, { kind: 'liveness' })
    this.#agenda.add(safetyMicros + livenessMicros, { kind: 'horizon' })
  }

  /** Lets the next thing on the agenda happen. */
  step(): void {
    const next = this.#agenda.take()
    if (next === undefined) {
      this.#recorder.end({ reason: 'idle', detail: 'nothing more can happen' })
      return
    }
    this.#recorder.now = next.time
    this.#happen(next.item)
    this.#inflictAfterEvents()
  }

  /** Faults that were put right after an event of a known run. */
  #inflictAfterEvents(): void {
    for (;;) {
      const next = this.#afterEvents[0]
      if (next === undefined || next.after >= this.#recorder.eventCount) return
      this.#afterEvents.shift()
      this.#fault(next)
    }
  }

  #happen(item: Happening): void {
    switch (item.kind) {
      case 'boot':
        return this.#boot(item.node, item.cause)
      case 'message':
        return this.#receive(item)
      case 'timer':
        return this.#fireTimer(item)
      case 'request':
        return this.#request(item)
      case 'client':
        return this.#post.startOperation(item.client)
      case 'answer':
        return this.#post.answer(item)
      case 'give-up':
        return this.#post.giveUp(item)
      case 'retry':
        return this.#post.retryInTurn(item)
      case 'fault':
        return this.#fault(item)
      case 'liveness':
        return this.#inflict(() => this.#faults.healEverything())
      case 'horizon':
        return this.#recorder.end({ reason: 'horizon', detail: 'the time of the scenario is over' })
      default:
        assertNever(item)
    }
  }

  #fault({ step, fault }: { readonly step: number; readonly fault: Fault }): void {
    this.#onFault?.(step, this.#recorder.eventCount)
    this.#inflict(() => this.#faults.inflict(fault))
  }

  /** Faults say what is due again at once: boots of restarted nodes, work of resumed ones. */
  #inflict(fault: () => readonly Happening[]): void {
    for (const item of fault()) this.#agenda.add(this.#recorder.now, item)
  }

  #boot(id: NodeId, cause: EventId): void {
    const node = this.#node(id)
    // Two faults may both have planned its restart.
    if (node.isUp) return
    node.isUp = true
    node.incarnation++
    const event = this.#recorder.record({
      kind: 'boot',
      node: id,
      incarnation: node.incarnation,
      cause,
    })
    this.#call(node, event, {
      kind: 'start',
      nowMicros: node.clock.read(this.#recorder.now),
      config: {
        id,
        nodes: this.#scenario.nodes,
        seed: node.prng.next(),
        disk: node.disk.contents(),
        settings: this.#scenario.settings,
      },
    })
  }

  #receive(item: Happening & { readonly kind: 'message' }): void {
    const { message, from, to, body, cause } = item
    const node = this.#node(to)
    if (node.isPaused) return void node.waiting.push(item)
    this.#post.arrived(body)
    if (!node.isUp) {
      this.#recorder.record({ kind: 'drop', message, from, to, reason: 'down', cut: 0, cause })
      return
    }
    const event = this.#recorder.record({ kind: 'receive', node: to, from, message, cause })
    const nowMicros = node.clock.read(this.#recorder.now)
    this.#call(node, event, { kind: 'message', nowMicros, from, body })
  }

  #fireTimer(item: Happening & { readonly kind: 'timer' }): void {
    const node = this.#node(item.node)
    if (node.isPaused) return void node.waiting.push(item)
    if (!node.takeTimer(item.name, item.token)) return
    const { name, cause } = item
    const event = this.#recorder.record({ kind: 'timer', node: node.id, name, cause })
    const nowMicros = node.clock.read(this.#recorder.now)
    this.#call(node, event, { kind: 'timer', nowMicros, name })
  }

  #request(item: Happening & { readonly kind: 'request' }): void {
    const node = this.#node(item.node)
    if (node.isPaused) return void node.waiting.push(item)
    const { operation, cause } = item
    const started = present(this.#clients.find(operation), 'a request has an operation')
    this.#post.arrived(started.body)
    const client = started.spec.client
    if (!node.isUp) {
      this.#recorder.record({
        kind: 'drop',
        message: 0,
        from: client,
        to: node.id,
        reason: 'down',
        cut: 0,
        cause,
      })
      return
    }
    const event = this.#recorder.record({
      kind: 'request',
      node: node.id,
      client,
      operation,
      cause,
    })
    const nowMicros = node.clock.read(this.#recorder.now)
    const { body } = started
    this.#call(node, event, { kind: 'request', nowMicros, client, operation, body })
  }

  #call(node: SimNode, event: EventId, call: HandlerCall): void {
    if (this.#recorder.ending !== undefined) return
    const reply = decodeReply(this.#host.call(node.id, call), this.#scenario.budgets)
    switch (reply.kind) {
      case 'effects':
        return this.#applyAll(node, event, reply.effects)
      case 'over-budget':
        return this.#recorder.overBudget(reply.budget)
      case 'threw':
        return this.#threw(node, event, reply.thrown)
      case 'invalid':
        return this.#invalid(node, event, reply.why)
      default:
        assertNever(reply)
    }
  }

  #applyAll(node: SimNode, event: EventId, effects: readonly Effect[]): void {
    const armed = node.armedCrash
    for (const [index, effect] of effects.entries()) {
      // A crash may fall between any two effects of a call: "sent before it was durable".
      if (armed !== undefined && fallsHere(armed, index, effects[index - 1])) {
        return this.#faults.crash(node, armed)
      }
      const fault = this.#effects.apply(node, event, effect)
      if (fault !== undefined) return this.#invalid(node, event, fault)
      if (this.#recorder.ending !== undefined) return
    }
    // The crash may also fall right after the last effect; one that waits for a count of
    // effects that the call does not reach falls there as well.
    if (armed === undefined) return
    const isLate = armed.moment.kind === 'mid-call'
    if (isLate || fallsHere(armed, effects.length, effects.at(-1))) this.#faults.crash(node, armed)
  }

  #threw(node: SimNode, cause: EventId, thrown: Thrown): void {
    const { name, message } = thrown
    this.#thrown = { node: node.id, thrown }
    this.#recorder.record({ kind: 'threw', node: node.id, name, message, cause })
    this.#recorder.end({ reason: 'threw', detail: `${node.id} threw` })
  }

  #invalid(node: SimNode, cause: EventId, why: string): void {
    this.#threw(node, cause, { name: 'InvalidEffect', message: why, line: 0, column: 0 })
  }

  #node(id: NodeId): SimNode {
    return present(this.#nodes.get(id), `node ${id} is in the scenario`)
  }
}
