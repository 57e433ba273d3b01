/** What every part of the inspector needs: the words for events, and the ways out of it. */
import type { EventId, MessageId, TraceEvent } from '#core'

export interface InspectorParts {
  readonly describe: (event: TraceEvent) => string
  readonly events: readonly TraceEvent[]
  /** Fields that the reader pinned as ribbons. */
  readonly pinned: readonly string[]
  readonly onPin: (field: string) => void
  readonly onCursor: (event: EventId) => void
  readonly onMessage: (message: MessageId) => void
}
