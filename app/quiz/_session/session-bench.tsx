'use client'
/** A session: one question at a time, all of them in a list beside it, and where the outbox stands. */
import { useRef } from 'react'
import { useOutbox } from '../../_quiz/offline/use-outbox.ts'
import { OutboxLine } from './outbox-line.tsx'
import { QuestionScreen } from './question-screen.tsx'
import { SessionEnd } from './session-end.tsx'
import type { Session } from './session-item.ts'
import { SessionList } from './session-list.tsx'
import { TakeAlong } from './take-along.tsx'
import { useSession } from './use-session.ts'

export function SessionBench({ session }: { readonly session: Session }) {
  const desk = useSession(session)
  const outbox = useOutbox(session.ownerId)
  const heading = useRef<HTMLHeadingElement>(null)
  const { items } = session
  const { current } = desk
  const open = items.filter(({ cardId }) => !desk.isDone(cardId))
  const next = () => {
    const from = items.findIndex(({ cardId }) => cardId === current?.cardId)
    const later = items.slice(from + 1).find(({ cardId }) => !desk.isDone(cardId))
    desk.goTo((later ?? open[0])?.cardId)
    // The focus would be lost with the button that was pressed.
    setTimeout(() => heading.current?.focus())
  }
  const isOver = current === undefined
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="min-w-0">
        <OutboxLine state={outbox} />
        {isOver ? (
          <SessionEnd desk={desk} session={session} headingRef={heading} />
        ) : (
          <QuestionScreen
            key={current.cardId}
            {...{ desk, session }}
            item={current}
            number={items.indexOf(current) + 1}
            headingRef={heading}
            onNext={next}
          />
        )}
      </div>
      <aside className="lg:border-line lg:border-l lg:pl-6">
        <SessionList desk={desk} session={session} />
        <TakeAlong session={session} />
      </aside>
    </div>
  )
}
