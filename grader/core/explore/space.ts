/**
 * The space that is explored: everything that worlds are made of, each thing once, and
 * what each handler call does, asked of the host once and remembered.
 */
import { assert, present } from '../assert.ts'
import type { HandlerCall, StartConfig } from '../sim/node-host.ts'
import type { ClientId, NodeId } from '../trace/event.ts'
import { type CallOutcome, crashesAtRest, outcomesOf } from './call-outcome.ts'
import { Interned } from './interned.ts'
import { afterTimer, newNode, nodeText, visibleDisk } from './node-state.ts'
import { type Layout, layoutOf, type PackedWorld } from './packed-world.ts'
import type { Cut, ExploreLimits, Scope } from './scope.ts'
import type { StepHost, StepResult } from './step-host.ts'
import type { Transition } from './transition.ts'
import type { InFlight, NodeState, OperationState, World } from './world.ts'

/** A node in one of its states. */
export interface NodeRecord {
  readonly number: number
  /** Position of the node in the scope. */
  readonly place: number
  readonly node: NodeState
  /** What the host is told before each call. */
  readonly config: StartConfig
  /** What came of the calls made so far, by call. */
  readonly outcomes: Map<number, readonly CallOutcome[]>
}

export interface MessageRecord {
  readonly number: number
  readonly inFlight: InFlight
  /** Names the directed link. */
  readonly link: number
  /** Position of the node that it goes to; -1 when a client is to get it. */
  readonly target: number
}

export interface SpaceParts {
  readonly scope: Scope
  readonly limits: ExploreLimits
  readonly host: StepHost
  readonly past: readonly Transition[]
}

/** Calls by number: messages have the odd ones, timers the even ones. */
const START_CALL = 0
const CRASH_AT_REST = -1
const CALL_KINDS = 2

type Question = Parameters<StepHost['step']>

/** How many questions are asked again when all is done. */
const QUESTIONS_KEPT_MAX = 1_000

export class Space {
  readonly scope: Scope
  readonly limits: ExploreLimits
  readonly layout: Layout
  readonly clients: readonly ClientId[]
  /** False saves looking for crashes in the middle of calls. */
  readonly nodesMayCrash: boolean
  /** Those of the scope first, then those of earlier stages. */
  readonly cuts: readonly (Cut & { readonly cutLinks: ReadonlySet<number> })[]
  /** Handler calls that the host was asked to run. */
  callCount = 0
  readonly #host: StepHost
  readonly #asked: { readonly question: Question; readonly result: StepResult }[] = []
  readonly #endpoints: ReadonlyMap<NodeId, number>
  readonly #records = new Interned<NodeRecord>()
  readonly #messages = new Interned<MessageRecord>()
  readonly #names = new Interned<string>()
  readonly #statuses = new Interned<OperationState>()

  /** @param past transitions of earlier stages, which must find what they need here */
  constructor({ scope, limits, host, past }: SpaceParts) {
    this.scope = scope
    this.limits = limits
    this.#host = host
    this.nodesMayCrash =
      scope.faults.crashes > 0 || past.some((each) => 'crash' in each && each.crash !== null)
    this.layout = layoutOf(scope.nodes.length, scope.operations.length)
    this.clients = [...new Set(scope.operations.map(({ client }) => client))]
    const endpoints = [...scope.nodes, ...this.clients]
    this.#endpoints = new Map(endpoints.map((id, index) => [id, index]))
    assert(this.#endpoints.size === endpoints.length, 'no two nodes or clients share a name')
    const olderCuts = past.flatMap((each) => (each.kind === 'cut' ? [each.cut] : []))
    this.cuts = [...scope.cuts, ...olderCuts].map((cut) => ({
      ...cut,
      // A client without operations sends nothing, so nothing of it can be cut.
      cutLinks: new Set(
        cut.links
          .filter(({ from, to }) => this.#endpoints.has(from) && this.#endpoints.has(to))
          .map(({ from, to }) => this.#link(from, to)),
      ),
    }))
    for (const status of ['waiting', 'running'] as const) this.status({ status, body: 'null' })
  }

  /** Numbers of the statuses that every operation can have. */
  static readonly WAITING = 0
  static readonly RUNNING = 1

  record(number: number): NodeRecord {
    return this.#records.item(number)
  }

  message(number: number): MessageRecord {
    return this.#messages.item(number)
  }

  operation(number: number): OperationState {
    return this.#statuses.item(number)
  }

  /** The number of a node in this state. */
  recordOf(node: NodeState): number {
    return this.#records.number(nodeText(node), (number) => ({
      number,
      place: this.#endpoint(node.id),
      node,
      config: {
        id: node.id,
        nodes: this.scope.nodes,
        seed: 0,
        disk: visibleDisk(node),
        settings: this.scope.settings,
      },
      outcomes: new Map(),
    }))
  }

  messageOf(inFlight: InFlight): number {
    const { kind, from, to, body, operation } = inFlight
    const text = JSON.stringify([kind, from, to, operation, body])
    return this.#messages.number(text, (number) => ({
      number,
      inFlight,
      link: this.#link(from, to),
      target: kind === 'ok' || kind === 'fail' ? -1 : this.#endpoint(to),
    }))
  }

  status(operation: OperationState): number {
    return this.#statuses.number(`${operation.status} ${operation.body}`, () => operation)
  }

  /** What may come of handing a message or a request to the node. */
  delivered(record: NodeRecord, message: MessageRecord): readonly CallOutcome[] {
    return this.#outcomes(record, 1 + CALL_KINDS * message.number, () =>
      outcomesOf(this, record.node, this.callFor(message)),
    )
  }

  /** The handler call that a message or request makes when it arrives. */
  callFor({ inFlight }: MessageRecord): HandlerCall {
    const { kind, from, body, operation } = inFlight
    if (kind === 'message') return { kind, nowMicros: 0, from, body }
    return { kind: 'request', nowMicros: 0, client: from, operation, body }
  }

  fired(record: NodeRecord, name: string): readonly CallOutcome[] {
    const number = this.#names.number(name, () => name)
    return this.#outcomes(record, 2 + CALL_KINDS * number, () =>
      outcomesOf(this, afterTimer(record.node, name), { kind: 'timer', nowMicros: 0, name }),
    )
  }

  started(record: NodeRecord): readonly CallOutcome[] {
    return this.#outcomes(record, START_CALL, () =>
      outcomesOf(this, record.node, { kind: 'start', nowMicros: 0, config: record.config }),
    )
  }

  /** The crashes that may strike between two calls. */
  crashed(record: NodeRecord): readonly CallOutcome[] {
    return this.#outcomes(record, CRASH_AT_REST, () => crashesAtRest(this, record.node))
  }

  /** Asks the host. Everybody else asks for outcomes, which are remembered. */
  step(...question: Question): StepResult {
    this.callCount++
    const result = this.#host.step(...question)
    if (this.#asked.length < QUESTIONS_KEPT_MAX) this.#asked.push({ question, result })
    return result
  }

  /** Asks the host what it was asked first once more, now that it has been asked much else. */
  *askAgain(): Generator<{
    readonly node: NodeId
    readonly first: StepResult
    readonly again: StepResult
  }> {
    for (const { question, result } of this.#asked.toReversed()) {
      yield { node: question[0].id, first: result, again: this.#host.step(...question) }
    }
  }

  /** All nodes about to start, nothing under way, all faults still to come. */
  origin(): PackedWorld {
    const { nodes, operations, faults } = this.scope
    return [
      ...nodes.map((id) => this.recordOf(newNode(id))),
      ...operations.map(() => Space.WAITING),
      0,
      faults.losses,
      faults.duplicates,
      faults.crashes,
      faults.cuts,
      faults.giveUps,
    ]
  }

  /** The world as plain data. */
  worldOf(packed: PackedWorld): World {
    const { layout, scope } = this
    const at = (index: number) => packed[index] as number
    const cut = this.cutInForce(packed)
    return {
      nodes: scope.nodes.map((_, place) => this.record(at(place)).node),
      operations: scope.operations.map((_, index) =>
        this.operation(at(layout.operationsAt + index)),
      ),
      messages: packed.slice(layout.messagesAt).map((number) => this.message(number).inFlight),
      cut: cut === undefined ? null : { label: cut.label, links: cut.links },
      faultsLeft: {
        losses: at(layout.lossesAt),
        duplicates: at(layout.duplicatesAt),
        crashes: at(layout.crashesAt),
        cuts: at(layout.cutsAt),
        giveUps: at(layout.giveUpsAt),
      },
    }
  }

  /** The cut that is in force, if any: 0 stands for none. */
  cutInForce(packed: PackedWorld): Space['cuts'][number] | undefined {
    return this.cuts[(packed[this.layout.cutAt] as number) - 1]
  }

  #outcomes(
    record: NodeRecord,
    call: number,
    run: () => readonly CallOutcome[],
  ): readonly CallOutcome[] {
    let outcomes = record.outcomes.get(call)
    if (outcomes === undefined) {
      outcomes = run()
      record.outcomes.set(call, outcomes)
    }
    return outcomes
  }

  #endpoint(id: NodeId): number {
    return present(this.#endpoints.get(id), `${id} is in the scope`)
  }

  #link(from: NodeId, to: NodeId): number {
    return this.#endpoint(from) * this.#endpoints.size + this.#endpoint(to)
  }
}
