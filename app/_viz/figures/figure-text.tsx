/** What a figure shows for print, for reading without JavaScript, and for those who cannot see it. */

import type { Figure } from '#content/schema/figure.ts'
import { assertNever } from '#core'
import { ClocksText } from './clocks/clocks-text.tsx'
import { ConsistencyMapText } from './consistency-map/map-text.tsx'
import { DecisionText } from './decision/decision-text.tsx'
import { MythsText } from './myths/myths-text.tsx'
import { ProofGameText } from './proof-game/game-text.tsx'
import { QuadrantsText } from './quadrants/quadrants-text.tsx'
import { QuorumText } from './quorum/quorum-text.tsx'
import { RttMapText } from './rtt-map/rtt-text.tsx'
import { RunText } from './run/run-text.tsx'
import { SlopeText } from './slope/slope-text.tsx'
import { TimelineText } from './timeline/timeline-text.tsx'
import { TimeoutPlotText } from './timeout-plot/timeouts-text.tsx'
import { VersionsText } from './versions/versions-text.tsx'

export function FigureText({ figure }: { readonly figure: Figure }) {
  switch (figure.kind) {
    case 'run':
      return <RunText figure={figure} />
    case 'timeline':
      return <TimelineText figure={figure} />
    case 'proof-game':
      return <ProofGameText figure={figure} />
    case 'myths':
      return <MythsText figure={figure} />
    case 'consistency-map':
      return <ConsistencyMapText figure={figure} />
    case 'decision':
      return <DecisionText figure={figure} />
    case 'rtt-map':
      return <RttMapText figure={figure} />
    case 'slope':
      return <SlopeText figure={figure} />
    case 'timeout-plot':
      return <TimeoutPlotText figure={figure} />
    case 'quadrants':
      return <QuadrantsText figure={figure} />
    case 'quorum':
      return <QuorumText figure={figure} />
    case 'clocks':
      return <ClocksText figure={figure} />
    case 'versions':
      return <VersionsText figure={figure} />
    default:
      return assertNever(figure)
  }
}
