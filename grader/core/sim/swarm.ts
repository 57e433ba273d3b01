/**
 * Random faults from a seed, in the manner of swarm testing (Groce et al., ISSTA 2012):
 * for each seed some kinds of fault are switched off completely, so that rare mixes of
 * the others get their turn.
 */
import type { Micros, NodeId } from '../trace/event.ts'
import type { CrashMoment, Fault, NemesisStep, Target, UnsyncedWrites } from './nemesis.ts'
import { Prng } from './prng.ts'

export type FaultKind = 'partition' | 'isolate' | 'one-way' | 'crash' | 'pause' | 'clog' | 'skew'

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
  readonly favourite: { readonly field: string; readonly value: string }
}

/** A script of faults, in order of time; equal options give equal scripts. */
export function swarmNemesis(options: SwarmOptions): readonly NemesisStep[] {
  const prng = new Prng(options.seed, 'nemesis')
  const kinds = options.kinds.filter(() => prng.chance(667))
  const steps: NemesisStep[] = []
  if (kinds.length === 0) return steps
  let at = options.fromMicros + prng.between(0, options.gapMicrosMax)
  while (at < options.untilMicros) {
    const end = at + prng.between(options.lengthMicrosMin, options.lengthMicrosMax)
    steps.push(...episode(prng, prng.pick(kinds), options, at, end))
    at += prng.between(options.gapMicrosMin, options.gapMicrosMax)
  }
  return steps.sort((a, b) => a.at - b.at)
}

/** A fault and what ends it. */
function episode(
  prng: Prng,
  kind: FaultKind,
  options: SwarmOptions,
  at: Micros,
  end: Micros,
): readonly NemesisStep[] {
  const begin = (fault: Fault): NemesisStep => ({ at, fault })
  const heal: NemesisStep = { at: end, fault: { kind: 'heal' } }
  switch (kind) {
    case 'partition':
      return [begin({ kind: 'partition', groups: twoGroups(prng, options.nodes) }), heal]
    case 'isolate':
      return [begin({ kind: 'isolate', target: victim(prng, options) }), heal]
    case 'one-way': {
      const target = victim(prng, options)
      return [begin({ kind: prng.chance(500) ? 'deafen' : 'mute', target }), heal]
    }
    case 'crash':
      return [begin(crash(prng, options, end - at))]
    case 'pause': {
      const target = named(prng.pick(options.nodes))
      return [begin({ kind: 'pause', target }), { at: end, fault: { kind: 'resume', target } }]
    }
    case 'clog': {
      const [from, to] = prng.shuffle(options.nodes)
      if (from === undefined || to === undefined) return []
      const link = { from, to }
      return [begin({ kind: 'clog', link }), { at: end, fault: { kind: 'unclog', link } }]
    }
    case 'skew': {
      const target = named(prng.pick(options.nodes))
      const driftPpm = prng.between(-100_000, 100_000)
      return [begin({ kind: 'skew', target, offsetMicros: 0, driftPpm })]
    }
  }
}

/** Half of the crashes fall in the middle of a handler, between two of its effects. */
function crash(prng: Prng, options: SwarmOptions, downMicros: Micros): Fault {
  const moment: CrashMoment = prng.chance(500)
    ? { kind: 'mid-call', afterEffects: prng.between(0, 6) }
    : { kind: 'now' }
  const unsynced = prng.pick<UnsyncedWrites>(['lost', 'kept', 'prefix'])
  return { kind: 'crash', target: victim(prng, options), unsynced, moment, downMicros }
}

function victim(prng: Prng, { nodes, favourite }: SwarmOptions): Target {
  if (prng.chance(600)) return { kind: 'where', pick: 'latest', ...favourite }
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
