'use client'
/** The diagram as a reader meets it: the overview above and the drawing. */
import type { EventId } from '#core'
import type { DrawnCut } from './cut-drawing.ts'
import type { Highlights } from './diagram.tsx'
import { DiagramPane } from './diagram-pane.tsx'
import { Minimap } from './minimap/minimap.tsx'
import type { OverlayBand } from './overlay-shapes.tsx'
import type { Viewer } from './use-viewer.ts'

interface DiagramViewProps {
  readonly viewer: Viewer
  readonly cursor: EventId
  readonly highlights: Highlights
  readonly overlays: readonly OverlayBand[]
  readonly onDrawCut: ((cut: DrawnCut) => void) | undefined
  readonly onPick: ((event: EventId) => void) | undefined
}

export function DiagramView(props: DiagramViewProps) {
  const { viewer, cursor, highlights, overlays, onDrawCut, onPick } = props
  const { layout, camera, summary, cursorText, dimming, parting, playback } = viewer
  return (
    <div className="flex min-h-0 min-w-0 grow flex-col gap-2">
      <Minimap
        {...{ layout, camera, cursor }}
        eventCount={viewer.parts.events.length}
        violation={highlights.violation}
        showsFields={viewer.bar.showsOptions}
      />
      <DiagramPane
        {...{ camera, layout, cursor, summary, cursorText, highlights, overlays, parting }}
        {...{ onDrawCut, onPick }}
        cone={dimming}
        isSilent={playback.isPlaying}
        onSelect={viewer.parts.onCursor}
        onMessage={viewer.openMessage}
        onHover={viewer.hover}
        onKeyDown={viewer.handleKey}
      />
    </div>
  )
}
