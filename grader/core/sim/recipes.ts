/**
 * Named recipes: well-known ways to trouble a cluster, as plain steps of a nemesis. The
 * text form knows them by these names, and the swarm uses them too.
 */
import type { Micros, NodeId } from '../trace/event.ts'
import { type Fault, isCut, type NemesisStep, type UnsyncedWrites } from './nemesis.ts'
import { NemesisSyntaxError } from './syntax.ts'

/**
 * A cut that comes and goes: on for half a period, off for the other half.
 * @throws NemesisSyntaxError when `cut` is not a cut
 */
export function flapping(
  cut: Fault,
  when: { readonly at: Micros; readonly periodMicros: Micros; readonly times: number },
): readonly NemesisStep[] {
  const { at, periodMicros, times } = when
  if (!isCut(cut)) throw new NemesisSyntaxError(`only a cut can flap, not "${cut.kind}"`)
  const name = cut.name ?? `flap-${at}`
  return Array.from({ length: times }, (_, index) => {
    const begin = at + index * periodMicros
    return [
      { at: begin, fault: { ...cut, name } },
      { at: begin + Math.floor(periodMicros / 2), fault: { kind: 'heal', name } },
    ] as const
  }).flat()
}

/**
 * Clogs all links of one node after the other, holds, and lets them go in another order:
 * the "swizzle" of FoundationDB (Zhou et al., SIGMOD 2021, section 4), which finds bugs
 * that no single cut does. Nodes are let go in the reverse of an every-other order.
 */
export function swizzle(
  nodes: readonly NodeId[],
  when: { readonly at: Micros; readonly gapMicros: Micros; readonly holdMicros: Micros },
): readonly NemesisStep[] {
  const { at, gapMicros, holdMicros } = when
  const freed = [
    ...nodes.filter((_, index) => index % 2 === 1),
    ...nodes.filter((_, index) => index % 2 === 0).reverse(),
  ]
  const freeFrom = at + nodes.length * gapMicros + holdMicros
  return [
    ...nodes.flatMap((node, index) => bothWays('clog', node, at + index * gapMicros)),
    ...freed.flatMap((node, index) => bothWays('unclog', node, freeFrom + index * gapMicros)),
  ]
}

/** Crashes one node after the other, each for so long: what an upgrade does. */
export function rollingRestart(
  nodes: readonly NodeId[],
  when: { readonly at: Micros; readonly gapMicros: Micros; readonly downMicros: Micros },
  unsynced: UnsyncedWrites = 'lost',
): readonly NemesisStep[] {
  return nodes.map((node, index) => ({
    at: when.at + index * when.gapMicros,
    fault: {
      kind: 'crash',
      target: { kind: 'node', node },
      unsynced,
      moment: { kind: 'now' },
      downMicros: when.downMicros,
    },
  }))
}

function bothWays(kind: 'clog' | 'unclog', node: NodeId, at: Micros): readonly NemesisStep[] {
  return [
    { at, fault: { kind, from: [node], to: 'everybody' } },
    { at, fault: { kind, from: 'everybody', to: [node] } },
  ]
}
