/** The proof as a game: what each side can do, and what the other makes of it, by real runs. */

import type { Control, ProofGameFigure } from '#content/schema/figure.ts'
import { present } from '#core'
import { type FigureRun, runFigure } from '../run/run.ts'

export interface GameSides {
  readonly node: Control
  readonly network: Control
}

export function sidesOf({ run, nodeControl, networkControl }: ProofGameFigure): GameSides {
  const find = (wanted: string) =>
    present(
      run.controls.find(({ id }) => id === wanted),
      'a test holds the names of the sides against the controls',
    )
  return { node: find(nodeControl), network: find(networkControl) }
}

/** The run in which the node does this and the network that. */
export function playRound(
  figure: ProofGameFigure,
  nodeMove: string,
  networkMove: string,
): FigureRun {
  const { nodeControl, networkControl, run } = figure
  return runFigure(run, { [nodeControl]: nodeMove, [networkControl]: networkMove })
}

/** The names of the properties that a run lost. */
export function lostIn({ told }: FigureRun): readonly string[] {
  return told.properties.filter(({ holds }) => !holds).map(({ name }) => name)
}

/**
 * The network's best answer to a strategy of the node: the first of its moves that costs a
 * property. Undefined when none does, which would refute the theorem.
 */
export function answerOfNetwork(
  figure: ProofGameFigure,
  nodeMove: string,
): { readonly move: string; readonly run: FigureRun } | undefined {
  for (const { id: move } of sidesOf(figure).network.options) {
    const run = playRound(figure, nodeMove, move)
    if (lostIn(run).length > 0) return { move, run }
  }
  return undefined
}
