/** Carries out the faults of the nemesis. Returns what is due at once because of them. */
import { assertNever, present } from '../assert.ts'
import type { Link, NodeId } from '../trace/event.ts'
import type { Agenda } from './agenda.ts'
import type { Happening } from './happening.ts'
import { type Fault, linksBetween, linksFromTo, type Target } from './nemesis.ts'
import type { Network } from './network.ts'
import type { Post } from './post.ts'
import type { Recorder } from './recorder.ts'
import type { Scenario } from './scenario.ts'
import type { ArmedCrash, SimNode } from './sim-node.ts'

export interface FaultRunnerParts {
  readonly scenario: Scenario
  readonly agenda: Agenda<Happening>
  readonly recorder: Recorder
  readonly network: Network
  readonly nodes: ReadonlyMap<NodeId, SimNode>
  readonly post: Post
}

interface Sides {
  readonly from: readonly NodeId[]
  readonly to: readonly NodeId[]
}

const NOTHING: readonly Happening[] = []

export class FaultRunner {
  readonly #parts: FaultRunnerParts
  #cutCount = 0
  #cutsInForce: number[] = []

  constructor(parts: FaultRunnerParts) {
    this.#parts = parts
  }

  inflict(fault: Fault): readonly Happening[] {
    switch (fault.kind) {
      case 'partition': {
        const label = fault.groups.map((group) => group.join(' ')).join(' | ')
        return this.#cut(label, linksBetween(fault.groups))
      }
      case 'one-way':
        return this.#cutOneWay(fault)
      case 'isolate':
        return this.#isolate(fault.target)
      case 'deafen':
        return this.#oneWay(fault.target, (id, others) => ({ from: others, to: [id] }))
      case 'mute':
        return this.#oneWay(fault.target, (id, others) => ({ from: [id], to: others }))
      case 'heal':
        return this.#heal()
      case 'crash':
        return this.#crashTarget(fault)
      case 'restart':
        return this.#each(fault.target, (node) => this.#restart(node))
      case 'pause':
        return this.#each(fault.target, (node) => this.#pause(node))
      case 'resume':
        return this.#each(fault.target, (node) => this.#resume(node))
      case 'clog':
        this.#parts.network.clog(fault.link)
        this.#parts.recorder.record({ kind: 'clog', ...fault.link, cause: -1 })
        return NOTHING
      case 'unclog':
        return this.#unclog(fault.link)
      case 'skew':
        return this.#each(fault.target, (node) => this.#skew(node, fault))
      default:
        return assertNever(fault)
    }
  }

  /** Begins the liveness phase: heals, unclogs, resumes and restarts; nothing is lost any more. */
  healEverything(): readonly Happening[] {
    const { recorder, network, nodes, post } = this.#parts
    recorder.record({ kind: 'phase', phase: 'liveness', cause: -1 })
    network.calm()
    const due = [...this.#heal()]
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
    const writesLost = node.crash(unsynced)
    recorder.record({ kind: 'crash', node: node.id, writesLost, cause: -1 })
    if (downMicros === null) return
    agenda.add(recorder.now + downMicros, { kind: 'boot', node: node.id, cause: -1 })
  }

  #cut(label: string, links: readonly Link[]): readonly Happening[] {
    const cut = ++this.#cutCount
    this.#parts.network.cut(cut, links)
    this.#cutsInForce.push(cut)
    this.#parts.recorder.record({ kind: 'cut', cut, label, links, cause: -1 })
    return NOTHING
  }

  #cutOneWay({ from, to }: Sides): readonly Happening[] {
    return this.#cut(`${from.join(' ')} > ${to.join(' ')}`, linksFromTo(from, to))
  }

  #oneWay(
    target: Target,
    sides: (id: NodeId, others: readonly NodeId[]) => Sides,
  ): readonly Happening[] {
    return this.#each(target, ({ id }) => this.#cutOneWay(sides(id, this.#allBut(id))))
  }

  #allBut(id: NodeId): readonly NodeId[] {
    const { nodes, clients } = this.#parts.scenario
    return [...nodes, ...clients].filter((other) => other !== id)
  }

  #isolate(target: Target): readonly Happening[] {
    return this.#each(target, ({ id }) => {
      const others = this.#allBut(id)
      return this.#cut(`${id} | ${others.join(' ')}`, linksBetween([[id], others]))
    })
  }

  #heal(): readonly Happening[] {
    this.#parts.network.heal()
    for (const cut of this.#cutsInForce) {
      this.#parts.recorder.record({ kind: 'heal', cut, cause: -1 })
    }
    this.#cutsInForce = []
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

  #unclog(link: Link): readonly Happening[] {
    const { network, recorder, post } = this.#parts
    network.unclog(link)
    recorder.record({ kind: 'unclog', ...link, cause: -1 })
    post.release(link)
    return NOTHING
  }

  #skew(node: SimNode, fault: Fault & { readonly kind: 'skew' }): readonly Happening[] {
    const { offsetMicros, driftPpm } = fault
    node.clock.skew(offsetMicros, driftPpm)
    this.#parts.recorder.record({ kind: 'skew', node: node.id, offsetMicros, driftPpm, cause: -1 })
    return NOTHING
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
