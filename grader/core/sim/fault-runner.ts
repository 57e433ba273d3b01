/** Carries out the faults of the nemesis. Returns what is due at once because of them. */
import { assertNever, present } from '../assert.ts'
import type { Link, NodeId } from '../trace/event.ts'
import type { Agenda } from './agenda.ts'
import type { Happening } from './happening.ts'
import { type Cut, type Endpoints, type Fault, isCut, linksFromTo, type Target } from './nemesis.ts'
import { printEndpoints } from './nemesis-print.ts'
import type { Network } from './network.ts'
import type { Post } from './post.ts'
import type { Recorder } from './recorder.ts'
import type { Scenario } from './scenario.ts'
import { severedBy } from './severed.ts'
import type { ArmedCrash, SimNode } from './sim-node.ts'

export interface FaultRunnerParts {
  readonly scenario: Scenario
  readonly agenda: Agenda<Happening>
  readonly recorder: Recorder
  readonly network: Network
  readonly nodes: ReadonlyMap<NodeId, SimNode>
  readonly post: Post
}

interface CutInForce {
  readonly number: number
  readonly name: string | undefined
}

const NOTHING: readonly Happening[] = []

export class FaultRunner {
  readonly #parts: FaultRunnerParts
  #cutCount = 0
  #cutsInForce: CutInForce[] = []

  constructor(parts: FaultRunnerParts) {
    this.#parts = parts
  }

  inflict(fault: Fault): readonly Happening[] {
    if (isCut(fault)) return this.#sever(fault)
    switch (fault.kind) {
      case 'heal':
        return this.#heal(fault.name)
      case 'crash':
        return this.#crashTarget(fault)
      case 'restart':
        return this.#each(fault.target, (node) => this.#restart(node))
      case 'pause':
        return this.#each(fault.target, (node) => this.#pause(node))
      case 'resume':
        return this.#each(fault.target, (node) => this.#resume(node))
      case 'clog':
      case 'unclog':
        return this.#clog(fault)
      case 'degrade':
      case 'restore':
        return this.#degrade(fault)
      case 'skew':
      case 'drift':
      case 'jump':
        return this.#each(fault.target, (node) => this.#setClock(node, fault))
      default:
        return assertNever(fault)
    }
  }

  /** Begins the liveness phase: heals, unclogs, resumes and restarts; nothing is lost any more. */
  healEverything(): readonly Happening[] {
    const { recorder, network, nodes, post } = this.#parts
    recorder.record({ kind: 'phase', phase: 'liveness', cause: -1 })
    network.calm()
    const due = [...this.#heal(undefined)]
    post.release()
    for (const node of nodes.values()) {
      node.armedCrash = undefined
      due.push(...this.#resume(node), ...this.#restart(node))
    }
    return due
  }

  /** The node loses its memory and, as told, its unsynced writes. */
  crash(node: SimNode, { unsynced, downMicros }: ArmedCrash): void {
    const { recorder, agenda } = this.#parts
    const { writesLost, tornKey } = node.crash(unsynced)
    recorder.record({ kind: 'crash', node: node.id, writesLost, tornKey, cause: -1 })
    if (downMicros === null) return
    agenda.add(recorder.now + downMicros, { kind: 'boot', node: node.id, cause: -1 })
  }

  #sever(cut: Cut): readonly Happening[] {
    const severed = severedBy(cut, {
      find: (target) => this.#find(target)?.id,
      nodes: this.#parts.scenario.nodes,
      everybody: this.#everybody(),
    })
    if (severed === undefined) return NOTHING
    const number = ++this.#cutCount
    this.#parts.network.cut(number, severed.links)
    this.#cutsInForce.push({ number, name: cut.name })
    this.#parts.recorder.record({ kind: 'cut', cut: number, ...severed, cause: -1 })
    return NOTHING
  }

  /** Ends every cut, or those of one name. */
  #heal(name: string | undefined): readonly Happening[] {
    const { network, recorder } = this.#parts
    const isHealed = (cut: CutInForce) => name === undefined || cut.name === name
    for (const { number } of this.#cutsInForce.filter(isHealed)) {
      network.heal(number)
      recorder.record({ kind: 'heal', cut: number, cause: -1 })
    }
    this.#cutsInForce = this.#cutsInForce.filter((cut) => !isHealed(cut))
    return NOTHING
  }

  #crashTarget(fault: Fault & { readonly kind: 'crash' }): readonly Happening[] {
    return this.#each(fault.target, (node) => {
      if (!node.isUp) return NOTHING
      if (fault.moment.kind === 'now') this.crash(node, fault)
      else node.armedCrash = fault
      return NOTHING
    })
  }

  #restart(node: SimNode): readonly Happening[] {
    return node.isUp ? NOTHING : [{ kind: 'boot', node: node.id, cause: -1 }]
  }

  #pause(node: SimNode): readonly Happening[] {
    if (node.isPaused || !node.isUp) return NOTHING
    node.isPaused = true
    this.#parts.recorder.record({ kind: 'pause', node: node.id, cause: -1 })
    return NOTHING
  }

  #resume(node: SimNode): readonly Happening[] {
    if (!node.isPaused) return NOTHING
    node.isPaused = false
    this.#parts.recorder.record({ kind: 'resume', node: node.id, cause: -1 })
    return node.waiting.splice(0)
  }

  #clog(fault: Fault & { readonly kind: 'clog' | 'unclog' }): readonly Happening[] {
    const { network, recorder, post } = this.#parts
    for (const { from, to } of this.#links(fault)) {
      if (fault.kind === 'clog') network.clog(from, to)
      else network.unclog(from, to)
      recorder.record({ kind: fault.kind, from, to, cause: -1 })
      if (fault.kind === 'unclog') post.release({ from, to })
    }
    return NOTHING
  }

  #degrade(fault: Fault & { readonly kind: 'degrade' | 'restore' }): readonly Happening[] {
    const { network, recorder } = this.#parts
    const links = this.#links(fault)
    const weather = fault.kind === 'degrade' ? fault.weather : undefined
    for (const { from, to } of links) network.degrade(from, to, weather)
    const label = `${printEndpoints(fault.from)} > ${printEndpoints(fault.to)}`
    if (weather === undefined) recorder.record({ kind: 'restore', label, links, cause: -1 })
    else recorder.record({ kind: 'degrade', label, links, weather, cause: -1 })
    return NOTHING
  }

  #setClock(
    node: SimNode,
    fault: Fault & { readonly kind: 'skew' | 'drift' | 'jump' },
  ): readonly Happening[] {
    const { recorder } = this.#parts
    const { clock } = node
    const { now } = recorder
    if (fault.kind === 'skew') clock.set(now, fault.offsetMicros, fault.driftPpm)
    else if (fault.kind === 'drift') clock.set(now, clock.offset(now), fault.driftPpm)
    else clock.set(now, clock.offset(now) + fault.byMicros, clock.driftPpm)
    const offsetMicros = clock.offset(now)
    const { driftPpm } = clock
    recorder.record({ kind: 'skew', node: node.id, offsetMicros, driftPpm, cause: -1 })
    return NOTHING
  }

  #links({ from, to }: { readonly from: Endpoints; readonly to: Endpoints }): readonly Link[] {
    const names = (side: Endpoints) => (side === 'everybody' ? this.#everybody() : side)
    return linksFromTo(names(from), names(to))
  }

  #everybody(): readonly NodeId[] {
    const { nodes, clients } = this.#parts.scenario
    return [...nodes, ...clients]
  }

  #each(target: Target, act: (node: SimNode) => readonly Happening[]): readonly Happening[] {
    const node = this.#find(target)
    return node === undefined ? NOTHING : act(node)
  }

  #find(target: Target): SimNode | undefined {
    const { nodes } = this.#parts
    if (target.kind === 'node') {
      return present(nodes.get(target.node), `the nemesis names node ${target.node}`)
    }
    const showing = [...nodes.values()]
      .map((node) => ({ node, since: node.showsSince(target.field, target.value) }))
      .filter(({ since }) => since >= 0)
      .sort((a, b) => a.since - b.since)
    return (target.pick === 'earliest' ? showing[0] : showing.at(-1))?.node
  }
}
