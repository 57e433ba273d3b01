/** The end of a session: what was done, in plain numbers, and where to go on. */
import type { RefObject } from 'react'
import { LinkButton } from '../../_ui/link-button.tsx'
import type { Session } from './session-item.ts'
import type { SessionDesk } from './use-session.ts'

export function SessionEnd({
  desk,
  session: { items },
  headingRef,
}: {
  readonly desk: SessionDesk
  readonly session: Session
  readonly headingRef: RefObject<HTMLHeadingElement | null>
}) {
  const shares = items.flatMap(({ cardId }) => desk.shareOf(cardId) ?? [])
  const right = shares.filter((share) => share === 1).length
  return (
    <section aria-labelledby="session-end">
      <h2
        id="session-end"
        ref={headingRef}
        tabIndex={-1}
        className="font-semibold text-2xl tracking-tight outline-none"
      >
        {items.length === 0 ? 'Nothing is due' : 'That is all for today'}
      </h2>
      <p className="mt-3 max-w-[60ch] leading-relaxed">
        {items.length === 0
          ? 'No card is due today. Read a lesson, and its questions join your reviews; or practise a topic whenever you like.'
          : `${right} of ${shares.length} were right. What was not comes back on one of the next days; what was comes back when you are about to forget it.`}
      </p>
      <div className="mt-6 flex flex-wrap gap-3">
        <LinkButton href="/quiz">To the quiz page</LinkButton>
        <LinkButton href="/learn" look="secondary">
          To the course
        </LinkButton>
      </div>
    </section>
  )
}
