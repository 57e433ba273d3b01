/** A mark with what surrounds it: rings of the violation and of the story, and a plus sign. */
import { memo } from 'react'
import type { Geometry } from './geometry.ts'
import type { Relation } from './light-cone.ts'
import { MarkGlyph } from './mark-glyph.tsx'
import type { Mark } from './place-groups.ts'

interface MarkShapeProps {
  readonly mark: Mark
  readonly geometry: Geometry
  /** The claim broke here. */
  readonly isViolation: boolean
  /** The explanation speaks of it. */
  readonly isRelated: boolean
  /** It happened in this run only, of two that are compared. */
  readonly isAlone: boolean
  /** To the event in the focus; undefined when nothing is dimmed. */
  readonly relation: Relation | undefined
}

export const MarkShape = memo(function MarkShape(props: MarkShapeProps) {
  const { mark, geometry, isViolation, isRelated, isAlone, relation } = props
  const { x, y } = geometry.point(geometry.along(mark.position), geometry.line(mark.lane))
  const isTold = isViolation || isRelated
  return (
    // Pointer only: the keyboard moves the cursor.
    <g
      transform={`translate(${x} ${y})`}
      className={`cursor-pointer ${isTold ? '' : relation === undefined ? '' : FADED[relation]}`}
      data-event={mark.event}
    >
      <circle r={13} className="fill-transparent" />
      {isViolation ? (
        <circle r={11} className="fill-none stroke-violation" strokeWidth={3.5} />
      ) : null}
      {isRelated && !isViolation ? (
        <circle
          r={10}
          className="fill-none stroke-violation"
          strokeWidth={1.75}
          strokeDasharray="3 2"
        />
      ) : null}
      <MarkGlyph event={mark.group.lead} />
      {isAlone ? <Plus /> : null}
    </g>
  )
})

/** What the cursor's event could not have influenced, nor been influenced by, steps back. */
const FADED: Readonly<Record<Relation, string>> = {
  past: '',
  future: 'opacity-60',
  apart: 'opacity-25',
}

function Plus() {
  return (
    <g transform="translate(8 8)">
      <circle r={5} className="fill-page stroke-accent" strokeWidth={1.25} />
      <path d="M-2.5 0 H2.5 M0 -2.5 V2.5" className="stroke-accent" strokeWidth={1.5} />
    </g>
  )
}
