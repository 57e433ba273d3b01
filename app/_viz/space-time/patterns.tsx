/** Arrowheads and hatchings of one drawing, under names that no other drawing has. */
import { useId, useMemo } from 'react'
import type { Direction } from './geometry.ts'

export interface PatternIds {
  readonly head: string
  /** Arrowhead of what is not in the past of the cursor. */
  readonly faintHead: string
  readonly hatch: string
  readonly crossHatch: string
  readonly fade: string
}

export function usePatternIds(): PatternIds {
  const id = useId()
  // One object for good: every arrow is given it, and is drawn anew when it changes.
  return useMemo(
    () => ({
      head: `${id}-head`,
      faintHead: `${id}-faint-head`,
      hatch: `${id}-hatch`,
      crossHatch: `${id}-cross-hatch`,
      fade: `${id}-fade`,
    }),
    [id],
  )
}

interface PatternsProps {
  readonly ids: PatternIds
  readonly direction: Direction
}

export function Patterns({ ids, direction }: PatternsProps) {
  const along =
    direction === 'right' ? { x1: 0, x2: 1, y1: 0, y2: 0 } : { x1: 0, x2: 0, y1: 0, y2: 1 }
  return (
    <defs>
      <Head id={ids.head} className="fill-message" />
      <Head id={ids.faintHead} className="fill-line-strong" />
      <Hatch id={ids.hatch} angle={45} />
      <Hatch id={ids.crossHatch} angle={-45} />
      <linearGradient id={ids.fade} {...along}>
        <stop offset={0} stopColor="var(--fault)" stopOpacity={0.55} />
        <stop offset={1} stopColor="var(--fault)" stopOpacity={0.14} />
      </linearGradient>
    </defs>
  )
}

function Head({ id, className }: { readonly id: string; readonly className: string }) {
  return (
    <marker
      id={id}
      viewBox="0 0 8 8"
      refX={11}
      refY={4}
      markerWidth={7}
      markerHeight={7}
      orient="auto"
      markerUnits="userSpaceOnUse"
    >
      <path d="M0 0 L8 4 L0 8 Z" className={className} />
    </marker>
  )
}

function Hatch({ id, angle }: { readonly id: string; readonly angle: number }) {
  return (
    <pattern
      id={id}
      width={7}
      height={7}
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${angle})`}
    >
      <line x1={0} y1={0} x2={0} y2={7} className="stroke-fault" strokeWidth={2} />
    </pattern>
  )
}
