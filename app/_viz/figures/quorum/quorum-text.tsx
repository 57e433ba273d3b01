/** The settings that the figure makes claims about, on paper. */
import type { QuorumFigure } from '#content/schema/figure-measured.ts'
import { computedOnce } from '../computed-once.ts'
import { measureQuorum, quorumOf } from './measure-quorum.ts'
import { QuorumTable } from './quorum-table.tsx'

export function QuorumText({ figure }: { readonly figure: QuorumFigure }) {
  const measures = computedOnce(figure, 'measures', () =>
    Object.keys(figure.expected).map((key) => measureQuorum(figure, quorumOf(key))),
  )
  return <QuorumTable figure={figure} measures={measures} caption="What each setting gives" />
}
