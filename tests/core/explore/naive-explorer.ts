/**
 * The brute-force twin of the explorer: the rules once more, as plainly as possible. Worlds
 * are whole objects, copied for each transition and compared by their whole text; nothing
 * is remembered, shared or reordered. It serves as the reference in differential tests.
 */
import { decodeReply, type Effect, type HandlerCall, type Link } from '#core'
import type { FaultBudget, Scope } from '../../../grader/core/explore/scope.ts'
import type { StepHost } from '../../../grader/core/explore/step-host.ts'
import type { InFlight } from '../../../grader/core/explore/world.ts'
import { byText, netText } from './world-text.ts'

interface NaiveNode {
  id: string
  isUp: boolean
  memory: string
  durable: Record<string, string>
  buffered: (readonly [string, string])[]
  timers: { name: string; delayMicros: number }[]
  fields: Record<string, unknown>
}

interface NaiveWorld {
  nodes: NaiveNode[]
  operations: { status: string; body: string }[]
  messages: InFlight[]
  cut: number
  left: { -readonly [K in keyof FaultBudget]: number }
}

/** All worlds by their text, each with the least number of transitions to it. */
export function naiveStates(scope: Scope, host: StepHost): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  let level = [bootWorld(scope, host)]
  for (let depth = 0; level.length > 0; depth++) {
    const next: NaiveWorld[] = []
    for (const world of level) {
      const text = textOf(scope, world)
      if (found.has(text)) continue
      found.set(text, depth)
      next.push(...successors(scope, host, world))
    }
    level = next
  }
  return found
}

function textOf(scope: Scope, world: NaiveWorld): string {
  return JSON.stringify([
    world.nodes.map(({ id, isUp, memory, durable, buffered, timers, fields }) => [
      id,
      isUp,
      memory,
      Object.entries(durable).sort(byText),
      buffered,
      timersText(scope, timers),
      Object.entries(fields).sort(byText),
    ]),
    world.operations.map(({ status, body }) => [status, body]),
    netText(scope, world.messages),
    world.cut,
    Object.values(world.left),
  ])
}

function timersText(scope: Scope, timers: NaiveNode['timers']) {
  if (scope.timers === 'by-duration') return timers.map((each) => [each.name, each.delayMicros])
  return timers.map(({ name }) => [name, 0]).sort(byText)
}

function bootWorld(scope: Scope, host: StepHost): NaiveWorld {
  let world: NaiveWorld = {
    nodes: scope.nodes.map((id) => ({
      id,
      isUp: false,
      memory: '',
      durable: {},
      buffered: [],
      timers: [],
      fields: {},
    })),
    operations: scope.operations.map(() => ({ status: 'waiting', body: 'null' })),
    messages: [],
    cut: -1,
    left: { ...scope.faults },
  }
  for (const [place] of scope.nodes.entries()) {
    world = called(scope, host, world, place, startOf(scope, world, place))[0] as NaiveWorld
  }
  return world
}

function successors(scope: Scope, host: StepHost, world: NaiveWorld): readonly NaiveWorld[] {
  return [
    ...invokes(scope, world),
    ...deliveries(scope, host, world),
    ...nodeMoves(scope, host, world),
    ...networkFaults(world),
    ...cutsAndHeals(scope, world),
    ...giveUps(world),
  ]
}

function invokes(scope: Scope, world: NaiveWorld): readonly NaiveWorld[] {
  return scope.operations.flatMap(({ client, node, body }, index) => {
    const isNext = scope.operations.every((other, place) => {
      const status = world.operations[place]?.status
      if (other.client !== client) return true
      return place < index ? status !== 'waiting' && status !== 'running' : true
    })
    if (!isNext || world.operations[index]?.status !== 'waiting') return []
    const next = structuredClone(world)
    next.operations[index] = { status: 'running', body: 'null' }
    transmit(scope, next, {
      kind: 'request',
      from: client,
      to: node,
      body: JSON.stringify(body),
      operation: index + 1,
    })
    return [next]
  })
}

function deliveries(scope: Scope, host: StepHost, world: NaiveWorld): readonly NaiveWorld[] {
  return world.messages.flatMap((message, index) => {
    const isBehind = world.messages
      .slice(0, index)
      .some(({ from, to }) => from === message.from && to === message.to)
    if (scope.network === 'fifo' && isBehind) return []
    const next = structuredClone(world)
    next.messages.splice(index, 1)
    const { kind, from, body, operation } = message
    if (kind === 'ok' || kind === 'fail') {
      const running = next.operations[operation - 1]
      if (running?.status === 'running') next.operations[operation - 1] = { status: kind, body }
      return [next]
    }
    const place = scope.nodes.indexOf(message.to)
    if (next.nodes[place]?.isUp !== true) return [next]
    const call: HandlerCall =
      kind === 'message'
        ? { kind, nowMicros: 0, from, body }
        : { kind, nowMicros: 0, client: from, operation, body }
    return called(scope, host, next, place, call)
  })
}

function nodeMoves(scope: Scope, host: StepHost, world: NaiveWorld): readonly NaiveWorld[] {
  return world.nodes.flatMap((node, place) => {
    if (!node.isUp) return called(scope, host, world, place, startOf(scope, world, place))
    const crashes = world.left.crashes > 0 ? crashed(world, place) : []
    const fired = node.timers.flatMap(({ name, delayMicros }, index) => {
      const mustWait = node.timers
        .slice(0, index)
        .some((earlier) => earlier.delayMicros <= delayMicros)
      if (scope.timers === 'by-duration' && mustWait) return []
      const next = structuredClone(world)
      next.nodes[place]?.timers.splice(index, 1)
      return called(scope, host, next, place, { kind: 'timer', nowMicros: 0, name })
    })
    return [...fired, ...crashes]
  })
}

/** All that may come of a call: it ends, or the node crashes after any of its effects. */
function called(
  scope: Scope,
  host: StepHost,
  world: NaiveWorld,
  place: number,
  call: HandlerCall,
): readonly NaiveWorld[] {
  const node = world.nodes[place] as NaiveNode
  const config = startOf(scope, world, place).config
  const result = host.step(config, call.kind === 'start' ? null : node.memory, call)
  if (result.kind !== 'stepped') throw new Error(result.why)
  const reply = decodeReply(result.reply, { effectsPerCallMax: 1_000, bytesPerCallMax: 100_000 })
  if (reply.kind !== 'effects') throw new Error(reply.kind)
  const worlds: NaiveWorld[] = []
  for (let count = 1; count <= reply.effects.length; count++) {
    if (world.left.crashes === 0 || count === reply.effects.length) continue
    worlds.push(...crashed(after(scope, world, place, reply.effects.slice(0, count), ''), place))
  }
  return [after(scope, world, place, reply.effects, result.state), ...worlds]
}

function after(
  scope: Scope,
  world: NaiveWorld,
  place: number,
  effects: readonly Effect[],
  memory: string,
): NaiveWorld {
  const next = structuredClone(world)
  const node = next.nodes[place] as NaiveNode
  node.isUp = true
  node.memory = memory
  for (const effect of effects) {
    if (effect.kind === 'send') {
      const { to, body } = effect
      transmit(scope, next, { kind: 'message', from: node.id, to, body, operation: 0 })
    } else if (effect.kind === 'reply') {
      const { outcome, operation, body } = effect
      const to = scope.operations[operation - 1]?.client ?? ''
      transmit(scope, next, { kind: outcome, from: node.id, to, body, operation })
    } else if (effect.kind === 'set-timer') {
      const { name, delayMicros } = effect
      node.timers = [...node.timers.filter((timer) => timer.name !== name), { name, delayMicros }]
    } else if (effect.kind === 'cancel-timer') {
      node.timers = node.timers.filter((timer) => timer.name !== effect.name)
    } else if (effect.kind === 'write') node.buffered.push([effect.key, effect.value])
    else if (effect.kind === 'sync') {
      for (const [key, value] of node.buffered) node.durable[key] = value
      node.buffered = []
    } else if (effect.kind === 'observe') Object.assign(node.fields, effect.fields)
  }
  return next
}

function crashed(world: NaiveWorld, place: number): readonly NaiveWorld[] {
  const { buffered } = world.nodes[place] as NaiveNode
  return Array.from({ length: buffered.length + 1 }, (_, kept) => {
    const next = structuredClone(world)
    const { id, durable } = next.nodes[place] as NaiveNode
    for (const [key, value] of buffered.slice(0, kept)) durable[key] = value
    const empty = { memory: '', buffered: [], timers: [], fields: {} }
    next.nodes[place] = { id, isUp: false, durable, ...empty }
    next.left.crashes--
    return next
  })
}

function networkFaults(world: NaiveWorld): readonly NaiveWorld[] {
  return world.messages.flatMap((message, index) => {
    const worlds: NaiveWorld[] = []
    if (world.left.losses > 0) {
      const next = structuredClone(world)
      next.messages.splice(index, 1)
      next.left.losses--
      worlds.push(next)
    }
    if (world.left.duplicates > 0 && message.kind === 'message') {
      const next = structuredClone(world)
      next.messages.push(message)
      next.left.duplicates--
      worlds.push(next)
    }
    return worlds
  })
}

function cutsAndHeals(scope: Scope, world: NaiveWorld): readonly NaiveWorld[] {
  if (world.cut >= 0) return [{ ...structuredClone(world), cut: -1 }]
  if (world.left.cuts === 0) return []
  return scope.cuts.map((_, cut) => {
    const next = { ...structuredClone(world), cut }
    next.left.cuts--
    return next
  })
}

function giveUps(world: NaiveWorld): readonly NaiveWorld[] {
  if (world.left.giveUps === 0) return []
  return world.operations.flatMap(({ status }, index) => {
    if (status !== 'running') return []
    const next = structuredClone(world)
    next.operations[index] = { status: 'info', body: 'null' }
    next.left.giveUps--
    return [next]
  })
}

function transmit(scope: Scope, world: NaiveWorld, message: InFlight): void {
  const links: readonly Link[] = scope.cuts[world.cut]?.links ?? []
  const isCut = links.some(({ from, to }) => from === message.from && to === message.to)
  if (!isCut) world.messages.push(message)
}

function startOf(scope: Scope, world: NaiveWorld, place: number) {
  const { id, durable, buffered } = world.nodes[place] as NaiveNode
  const disk = { ...durable, ...Object.fromEntries(buffered) }
  const { nodes, settings } = scope
  const config = { id, nodes, seed: 0, disk, settings }
  return { kind: 'start', nowMicros: 0, config } as const
}
