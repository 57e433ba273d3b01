/**
 * The cursor: a line through all lanes and a ring around its mark. It is the one mark that can
 * have the focus, and it stays the same element wherever it goes, so that the focus never is
 * lost when the cursor leaves what is drawn.
 */
import type { Ref } from 'react'
import { AXIS_SIZE, type Geometry } from './geometry.ts'
import type { Layout } from './layout.ts'
import { MarkGlyph } from './mark-glyph.tsx'

interface CursorMarkProps {
  readonly ref: Ref<SVGGElement>
  readonly layout: Layout
  readonly geometry: Geometry
  readonly cursorStep: number
  readonly text: string
  readonly isViolation: boolean
}

export function CursorMark(props: CursorMarkProps) {
  const { ref, layout, geometry, cursorStep, text, isViolation } = props
  const mark = layout.marks[cursorStep]
  if (mark === undefined) return null
  const along = geometry.along(mark.position)
  const { x, y } = geometry.point(along, geometry.line(mark.lane))
  const start = geometry.point(along, AXIS_SIZE[geometry.direction] - 2)
  const end = geometry.point(along, geometry.breadth)
  return (
    <g data-event={mark.event}>
      <line
        aria-hidden="true"
        x1={start.x}
        y1={start.y}
        x2={end.x}
        y2={end.y}
        className="pointer-events-none stroke-accent"
        strokeWidth={1.5}
        strokeOpacity={0.7}
      />
      <g
        ref={ref}
        role="button"
        tabIndex={0}
        aria-label={text}
        aria-current="step"
        transform={`translate(${x} ${y})`}
        className="cursor-pointer"
        data-cursor={mark.event}
      >
        <circle r={9} className="fill-page stroke-accent" strokeWidth={2} />
        {isViolation ? (
          <circle r={11.5} className="fill-none stroke-violation" strokeWidth={3.5} />
        ) : null}
        <MarkGlyph event={mark.group.lead} />
      </g>
    </g>
  )
}
