/** The game on paper: what each side knows, every round, and what remains. */
import type { ProofGameFigure } from '#content/schema/figure.ts'
import { GameMatrix } from './game-matrix.tsx'

export function ProofGameText({ figure }: { readonly figure: ProofGameFigure }) {
  return (
    <>
      <p className="text-sm">The node: {figure.asNode}</p>
      <p className="text-sm">The network: {figure.asNetwork}</p>
      <GameMatrix figure={figure} />
      <p className="text-sm">{figure.closing}</p>
    </>
  )
}
