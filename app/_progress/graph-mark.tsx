'use client'
/** On a lesson's box in the graph of the course: a tick when it was read, a dot when begun. */
import { useKnownProgress } from './progress-provider.tsx'

interface GraphMarkProps {
  readonly slug: string
  /** The corner of the box. */
  readonly x: number
  readonly y: number
}

export function GraphMark({ slug, x, y }: GraphMarkProps) {
  const progress = useKnownProgress()[slug]
  if (progress === undefined) return null
  const isRead = progress.readAt !== undefined
  return (
    <g transform={`translate(${x - 4} ${y + 4})`}>
      <title>{isRead ? 'read' : 'begun'}</title>
      <circle
        r={9}
        strokeWidth={1.5}
        className={`fill-page ${isRead ? 'stroke-pass' : 'stroke-accent'}`}
      />
      {isRead ? (
        <path d="M-4 0 L-1 3.5 L4.5 -3.5" strokeWidth={2} className="stroke-pass" />
      ) : (
        <circle r={3.5} className="fill-accent" />
      )}
    </g>
  )
}
