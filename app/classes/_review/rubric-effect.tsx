'use client'
/** Whose points a changed rubric changes, before it is kept. */
import { useEffect, useRef } from 'react'
import type { PointsChange } from '../../_classes/reviews/rubric-change.ts'
import { Button } from '../../_ui/button.tsx'

interface RubricEffectProps {
  readonly changes: readonly PointsChange[]
  /** By id of the learner. */
  readonly names: ReadonlyMap<string, string>
  readonly isSending: boolean
  readonly onKeep: () => void
  readonly onCancel: () => void
}

export function RubricEffect(props: RubricEffectProps) {
  const { changes, names, isSending, onKeep, onCancel } = props
  const title = useRef<HTMLHeadingElement>(null)
  // The focus is the browser's: it goes to what must be read before going on.
  useEffect(() => title.current?.focus(), [])
  const published = changes.filter(({ isPublished }) => isPublished).length
  return (
    <section
      aria-labelledby="effect"
      className="rounded-md border border-line-strong border-l-4 border-l-fault p-4"
    >
      <h2 id="effect" ref={title} tabIndex={-1} className="font-semibold">
        This changes the points of {changes.length} {changes.length === 1 ? 'review' : 'reviews'},{' '}
        {published} of them published
      </h2>
      <ul className="my-3 max-h-80 overflow-y-auto border-line border-t text-sm">
        {changes.map(({ userId, isPublished, from, to }) => (
          <li
            key={userId}
            className="flex flex-wrap justify-between gap-x-4 border-line border-b py-1.5"
          >
            <span>
              {names.get(userId) ?? 'somebody who left the class'}
              {isPublished ? '' : ' (draft)'}
            </span>
            <span className="tabular-nums">
              {from ?? 'open'} → {to ?? 'open'}
            </span>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button disabled={isSending} onClick={onKeep}>
          Keep it, and change {changes.length === 1 ? 'this review' : 'these reviews'}
        </Button>
        <Button look="secondary" onClick={onCancel}>
          Go on editing
        </Button>
      </div>
    </section>
  )
}
