/**
 * The drawing of one run: lanes for clients and nodes, arrows for messages, bars for
 * operations, hatched bands for cuts. A picture without controls; the table beside it says the
 * same in words.
 */
import { useId } from 'react'
import { ScrollArea } from '../../../_ui/scroll-area.tsx'
import { FaultHatching } from '../../fault-hatching.tsx'
import { TwoSizes } from '../two-sizes.tsx'
import type { Drawing } from './drawing.ts'
import { placeLabels } from './place-labels.ts'
import { horizontal, type Plane, vertical } from './plane.ts'
import { ClockMarks, Cuts, Lanes, Outages, Times } from './space-time-ground.tsx'
import { Holdings, MessageArrow, OperationBar } from './space-time-marks.tsx'

/** More lanes than this do not fit beside each other on a phone. */
const LANES_BESIDE_MAX = 5

export function SpaceTime({
  drawing,
  summary,
}: {
  readonly drawing: Drawing
  readonly summary: string
}) {
  if (drawing.lanes.length > LANES_BESIDE_MAX) {
    return (
      <ScrollArea label="Space-time drawing">
        <div className="min-w-[36rem]">
          <Picture drawing={drawing} summary={summary} plane={horizontal(drawing)} />
        </div>
      </ScrollArea>
    )
  }
  return (
    <TwoSizes
      wide={<Picture drawing={drawing} summary={summary} plane={horizontal(drawing)} />}
      narrow={<Picture drawing={drawing} summary={summary} plane={vertical(drawing)} />}
    />
  )
}

function Picture({
  drawing,
  summary,
  plane,
}: {
  readonly drawing: Drawing
  readonly summary: string
  readonly plane: Plane
}) {
  const id = useId()
  const hatching = `${id}-hatching`
  const labels = placeLabels(drawing, plane)
  return (
    <svg
      role="img"
      aria-label={summary}
      viewBox={`0 0 ${plane.width} ${plane.height}`}
      className="h-auto w-full font-sans"
    >
      <defs>
        <FaultHatching id={hatching} />
        {(['message', 'text-muted'] as const).map((colour) => (
          <marker
            key={colour}
            id={`${id}-${colour}`}
            viewBox="0 0 8 8"
            refX="7.5"
            refY="4"
            markerWidth="6.5"
            markerHeight="6.5"
            orient="auto"
          >
            <path d="M0 0.5 8 4 0 7.5Z" fill={`var(--${colour})`} />
          </marker>
        ))}
      </defs>
      <Cuts drawing={drawing} plane={plane} fill={`url(#${hatching})`} />
      <Lanes drawing={drawing} plane={plane} />
      <Outages drawing={drawing} plane={plane} />
      <Times plane={plane} untilMicros={drawing.untilMicros} />
      {drawing.bars.map((bar, index) => (
        <OperationBar key={bar.operation} bar={bar} plane={plane} label={labels.bars[index]} />
      ))}
      {drawing.arrows.map((arrow, index) => (
        <MessageArrow
          key={`${arrow.event} ${arrow.to}`}
          arrow={arrow}
          plane={plane}
          label={labels.arrows[index]}
          markerId={id}
        />
      ))}
      <Holdings drawing={drawing} places={labels.holdings} />
      <ClockMarks drawing={drawing} plane={plane} />
    </svg>
  )
}
