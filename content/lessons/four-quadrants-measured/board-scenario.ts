/**
 * The one workload with which every exhibit of the board is measured: clients on both sides write
 * in turn, and the other side reads right after each write, when a copy cannot have heard of
 * it yet, and again later.
 */
import type { NemesisStep, NodeId, Scenario } from '#core'
import { farSideLinks } from '../../figures/far-side.ts'
import { MS } from '../../figures/network.ts'
import { type FigureCall, figureScenario } from '../../figures/scenario.ts'

interface BoardNetwork {
  readonly isCut: boolean
  /** Between the far side and the others. */
  readonly rttMs: number
}

interface BoardSystem {
  readonly id: string
  readonly nodes: readonly NodeId[]
  readonly settings: Scenario['settings']
  readonly faults?: readonly NemesisStep[]
}

/** The last node is the far side: the cut is between it and all others. */
export function boardScenario(system: BoardSystem, { isCut, rttMs }: BoardNetwork): Scenario {
  const { nodes } = system
  const near = nodes[0] ?? ''
  const far = nodes.at(-1) ?? ''
  const cut: NemesisStep = {
    at: 1 * MS,
    fault: { kind: 'partition', groups: [nodes.slice(0, -1), [far]] },
  }
  return figureScenario({
    id: `board-${system.id}-${isCut ? 'cut' : 'whole'}`,
    nodes,
    clients: ['c1', 'c2'],
    delayMs: [rttMs / 2, rttMs / 2],
    nemesis: [...farSideLinks(nodes, rttMs), ...(system.faults ?? []), ...(isCut ? [cut] : [])],
    operations: turnsOf(near, far, rttMs),
    settings: system.settings,
    lengthMs: 60 * rttMs,
  })
}

/** c1 writes and c2 reads; then c2 writes and c1 reads; then the first again. */
function turnsOf(near: NodeId, far: NodeId, rttMs: number): readonly FigureCall[] {
  const c1 = { client: 'c1', node: near, timeoutMs: 8 * rttMs }
  const c2 = { client: 'c2', node: far, timeoutMs: 8 * rttMs }
  return [1, 2, 3].flatMap((value) => {
    const [writer, reader] = value === 2 ? [c2, c1] : [c1, c2]
    const beginMs = 50 + (value - 1) * 16 * rttMs
    // The first falls between the answer of a write at the near side and the arrival of its copy.
    const readAfter = [0.3, 3, 9].map((journeys) => Math.round(journeys * rttMs))
    return [
      { ...writer, atMs: beginMs, body: { kind: 'write', value } },
      ...readAfter.map((after) => ({
        ...reader,
        atMs: beginMs + after,
        body: { kind: 'read' },
      })),
    ]
  })
}
