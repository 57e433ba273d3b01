/**
 * Random faults from a seed, in the manner of swarm testing (Groce et al., ISSTA 2012):
 * for each seed some kinds of fault are switched off completely, so that rare mixes of
 * the others get their turn.
 */
import type { Micros, NodeId } from '../trace/event.ts'
import type { CrashMoment, Cut, Fault, NemesisStep, Target, UnsyncedWrites } from './nemesis.ts'
import { Prng } from './prng.ts'
import { flapping, swizzle } from './recipes.ts'
import type { LinkWeather } from './scenario.ts'

export type FaultKind =
  | 'partition'
  | 'isolate'
  | 'one-way'
  | 'bridge'
  | 'ring'
  | 'flap'
  | 'crash'
  | 'pause'
  | 'clog'
  | 'swizzle'
  | 'degrade'
  | 'drift'
  | 'jump'

export interface SwarmOptions {
  readonly seed: number
  readonly nodes: readonly NodeId[]
  /** Kinds that may occur; each is on for about two seeds in three. */
  readonly kinds: readonly FaultKind[]
  /** When the first fault may fall. */
  readonly fromMicros: Micros
  /** No fault begins after this. */
  readonly untilMicros: Micros
  /** Time between the beginnings of two faults, at random between these. */
  readonly gapMicrosMin: Micros
  readonly gapMicrosMax: Micros
  /** How long a fault lasts, at random between these. */
  readonly lengthMicrosMin: Micros
  readonly lengthMicrosMax: Micros
  /** A watched field and value that often names the victim, such as `role=leader`. */
  readonly favourite?: { readonly field: string; readonly value: string }
  /** Whether a crash may tear the last write; off unless the nodes can be expected to cope. */
  readonly tearsWrites?: boolean
}

/** A script of faults, in order of time; equal options give equal scripts. */
export function swarmNemesis(options: SwarmOptions): readonly NemesisStep[] {
  const prng = new Prng(options.seed, 'nemesis')
  const kinds = options.kinds.filter(() => prng.chance(667))
  const steps: NemesisStep[] = []
  if (kinds.length === 0) return steps
  let at = options.fromMicros + prng.between(0, options.gapMicrosMax)
  for (let number = 1; at < options.untilMicros; number++) {
    const end = at + prng.between(options.lengthMicrosMin, options.lengthMicrosMax)
    steps.push(...episode(prng, prng.pick(kinds), options, { number, at, end }))
    at += prng.between(options.gapMicrosMin, options.gapMicrosMax)
  }
  return steps.sort((a, b) => a.at - b.at)
}

interface Episode {
  /** From 1 on. */
  readonly number: number
  readonly at: Micros
  readonly end: Micros
}

/** A fault and what ends it. */
function episode(
  prng: Prng,
  kind: FaultKind,
  options: SwarmOptions,
  { number, at, end }: Episode,
): readonly NemesisStep[] {
  const begin = (fault: Fault): NemesisStep => ({ at, fault })
  // Named, so that its end does not heal the cuts of other episodes.
  const name = `cut-${number}`
  const cut = (fault: Cut): readonly NemesisStep[] => [
    begin({ ...fault, name }),
    { at: end, fault: { kind: 'heal', name } },
  ]
  switch (kind) {
    case 'partition':
      return cut({ kind: 'partition', groups: twoGroups(prng, options.nodes) })
    case 'isolate':
    case 'bridge':
      return cut({ kind, target: victim(prng, options) })
    case 'one-way':
      return cut({ kind: prng.chance(500) ? 'deafen' : 'mute', target: victim(prng, options) })
    case 'ring': {
      const order = prng.shuffle(options.nodes)
      return order.length < 4 ? [] : cut({ kind: 'ring', order })
    }
    case 'flap': {
      const times = prng.between(2, 5)
      const periodMicros = Math.max(2, Math.floor((end - at) / times))
      const fault: Cut = { kind: 'partition', groups: twoGroups(prng, options.nodes), name }
      return flapping(fault, { at, periodMicros, times })
    }
    case 'crash':
      return [begin(crash(prng, options, end - at))]
    case 'pause': {
      const target = named(prng.pick(options.nodes))
      return [begin({ kind: 'pause', target }), { at: end, fault: { kind: 'resume', target } }]
    }
    case 'clog': {
      const links = oneLink(prng, options.nodes)
      return [begin({ kind: 'clog', ...links }), { at: end, fault: { kind: 'unclog', ...links } }]
    }
    case 'swizzle': {
      const order = prng.shuffle(options.nodes)
      const gapMicros = Math.max(1, Math.floor((end - at) / (3 * order.length)))
      return swizzle(order, { at, gapMicros, holdMicros: gapMicros * order.length })
    }
    case 'degrade': {
      const links = oneLink(prng, options.nodes)
      const weather = badWeather(prng, options)
      return [
        begin({ kind: 'degrade', ...links, weather }),
        { at: end, fault: { kind: 'restore', ...links } },
      ]
    }
    case 'drift': {
      const target = named(prng.pick(options.nodes))
      return [begin({ kind: 'drift', target, driftPpm: prng.between(-100_000, 100_000) })]
    }
    case 'jump': {
      const target = named(prng.pick(options.nodes))
      const byMicros = prng.between(-options.lengthMicrosMax, options.lengthMicrosMax)
      return [begin({ kind: 'jump', target, byMicros })]
    }
  }
}

function oneLink(prng: Prng, nodes: readonly NodeId[]) {
  const from = prng.pick(nodes)
  const to = prng.pick(nodes.filter((node) => node !== from))
  return { from: [from], to: [to] }
}

/** A link that loses up to half, repeats up to a third, and is late by up to a fault's length. */
function badWeather(prng: Prng, { lengthMicrosMin }: SwarmOptions): LinkWeather {
  const delayMicrosMin = prng.between(0, lengthMicrosMin)
  return {
    lossPermille: prng.between(0, 500),
    duplicatePermille: prng.between(0, 333),
    delayMicrosMin,
    delayMicrosMax: prng.between(delayMicrosMin, 2 * lengthMicrosMin),
  }
}

const UNSYNCED: readonly UnsyncedWrites[] = ['lost', 'kept', 'prefix']

/** Half of the crashes fall in the middle of a handler, between two of its effects. */
function crash(prng: Prng, options: SwarmOptions, downMicros: Micros): Fault {
  const moment: CrashMoment = prng.chance(500)
    ? { kind: 'mid-call', afterEffects: prng.between(0, 6) }
    : { kind: 'now' }
  const unsynced = prng.pick<UnsyncedWrites>(
    options.tearsWrites === true ? [...UNSYNCED, 'torn'] : UNSYNCED,
  )
  return { kind: 'crash', target: victim(prng, options), unsynced, moment, downMicros }
}

function victim(prng: Prng, { nodes, favourite }: SwarmOptions): Target {
  if (favourite !== undefined && prng.chance(600))
    return { kind: 'where', pick: 'latest', ...favourite }
  return named(prng.pick(nodes))
}

function named(node: NodeId): Target {
  return { kind: 'node', node }
}

function twoGroups(prng: Prng, nodes: readonly NodeId[]): readonly (readonly NodeId[])[] {
  const shuffled = prng.shuffle(nodes)
  const size = prng.between(1, nodes.length - 1)
  return [shuffled.slice(0, size), shuffled.slice(size)]
}
