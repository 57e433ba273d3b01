/** The map on paper: the runs that the figure makes claims about. */
import type { RttMapFigure } from '#content/schema/figure-measured.ts'
import { computedOnce } from '../computed-once.ts'
import { runRtt, settingOf } from './rtt.ts'
import { RttTable } from './rtt-table.tsx'
import { SiteMap } from './site-map.tsx'

export function RttMapText({ figure }: { readonly figure: RttMapFigure }) {
  const runs = computedOnce(figure, 'runs', () =>
    Object.keys(figure.expected).map((key) => runRtt(figure, settingOf(key))),
  )
  return (
    <>
      <SiteMap figure={figure} legs={[]} />
      <RttTable figure={figure} runs={runs} caption="What operations cost" />
    </>
  )
}
