'use client'
/** The number of an event; moves the cursor to it. */
import type { ReactNode } from 'react'
import type { EventId } from '#core'

interface EventLinkProps {
  readonly event: EventId
  readonly onCursor: (event: EventId) => void
  /** What it says instead of the number. */
  readonly children?: ReactNode
}

export function EventLink({ event, onCursor, children }: EventLinkProps) {
  return (
    <button
      type="button"
      onClick={() => onCursor(event)}
      aria-label={children === undefined ? `Go to event ${event}` : undefined}
      className="min-h-6 min-w-6 rounded px-1 text-left text-accent tabular-nums underline underline-offset-2 hover:text-accent-strong pointer-coarse:min-h-11"
    >
      {children ?? event}
    </button>
  )
}
