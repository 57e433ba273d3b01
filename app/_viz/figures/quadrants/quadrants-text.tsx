/** All systems placed, on paper. */
import type { QuadrantsFigure } from '#content/schema/figure-measured.ts'
import { computedOnce } from '../computed-once.ts'
import { QuadrantBoard, QuadrantTable } from './board.tsx'
import { placeExhibit } from './place-exhibit.ts'

export function QuadrantsText({ figure }: { readonly figure: QuadrantsFigure }) {
  const placed = computedOnce(figure, 'placed', () => figure.exhibits.map(placeExhibit))
  return (
    <>
      <QuadrantBoard placed={placed} />
      <QuadrantTable placed={placed} />
    </>
  )
}
