'use client'
/** A flash card: the front, then the back, then how well it was known. */
import Link from 'next/link'
import { useRef } from 'react'
import { Html } from '../../_quiz/html.tsx'
import type { Rating } from '../../_review/memory.ts'
import { Button } from '../../_ui/button.tsx'
import { AfterAnswer } from './after-answer.tsx'
import type { Session, SessionItem } from './session-item.ts'
import { useComparison } from './use-comparison.ts'
import type { SessionDesk } from './use-session.ts'

const RATINGS: readonly { readonly rating: Rating; readonly name: string }[] = [
  { rating: 'again', name: 'Did not know' },
  { rating: 'hard', name: 'With effort' },
  { rating: 'good', name: 'Knew it' },
  { rating: 'easy', name: 'At once' },
]

export function FlashScreen({
  desk,
  item,
  session,
  onNext,
}: {
  readonly desk: SessionDesk
  readonly item: SessionItem
  readonly session: Session
  readonly onNext: () => void
}) {
  const { cardId, shown } = item
  const comparison = useComparison(cardId, session.day)
  const back = useRef<HTMLDivElement>(null)
  const told = desk.told.get(cardId)
  const isAgain = told === undefined && desk.isDone(cardId)
  if (shown.kind !== 'flash') return null
  const shownBack =
    comparison.back ??
    (told?.kind === 'judged' && told.feedback.kind === 'card' ? told.feedback.back : undefined)
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (shownBack === undefined) comparison.fetch()
        }}
      >
        <Html html={shown.front} className="mb-6 font-medium text-xl!" />
        {shownBack === undefined ? (
          <>
            <p className="mb-4 text-muted text-sm">Say your answer first, aloud if you can.</p>
            <Button type="submit">Show the back</Button>
            <p role="alert" className="mt-2 text-fault text-sm empty:hidden">
              {comparison.problem}
            </p>
          </>
        ) : (
          <div
            ref={back}
            aria-live="polite"
            className="rounded-md border border-line bg-surface p-5"
          >
            <Html html={shownBack} />
            <p className="mt-3 text-sm">
              <Link
                href={`/learn/${shown.lesson}`}
                className="text-accent underline underline-offset-4"
              >
                Its lesson
              </Link>
            </p>
          </div>
        )}
      </form>
      {shownBack === undefined || told !== undefined || isAgain ? null : (
        <RatingButtons
          onRating={(rating) => desk.answer(item, { kind: 'recalled', rating }, undefined)}
        />
      )}
      <AfterAnswer {...{ desk, item, onNext, isAgain, told }} />
    </>
  )
}

function RatingButtons({ onRating }: { readonly onRating: (rating: Rating) => Promise<void> }) {
  return (
    <fieldset className="mt-6">
      <legend className="mb-2 font-medium text-sm">How well did you know it?</legend>
      <div className="flex flex-wrap gap-2">
        {RATINGS.map(({ rating, name }) => (
          <Button key={rating} look="secondary" onClick={() => onRating(rating)}>
            {name}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}
