'use client'
/** What is said after an answer, and what can be done then: go on, take it back, put the card aside. */
import { useEffect, useRef, useState } from 'react'
import { Explanation } from '../../_quiz/feedback/explanation.tsx'
import { verdictWords } from '../../_quiz/feedback/verdict-words.ts'
import { Html } from '../../_quiz/html.tsx'
import { JudgedMark } from '../../_quiz/kinds/judged-mark.tsx'
import { Button } from '../../_ui/button.tsx'
import type { SessionItem } from './session-item.ts'
import type { Told } from './told.ts'
import type { SessionDesk } from './use-session.ts'

interface AfterAnswerProps {
  readonly desk: SessionDesk
  readonly item: SessionItem
  readonly told: Told | undefined
  /** It was answered earlier today, and what was told is gone with that page. */
  readonly isAgain: boolean
  readonly onNext: () => void
}

export function AfterAnswer({ desk, item, told, isAgain, onNext }: AfterAnswerProps) {
  const verdict = useRef<HTMLParagraphElement>(null)
  // The focus was on a button that is gone: it goes to the verdict, which is then read out.
  useEffect(() => {
    if (told !== undefined && told.kind !== 'sending') verdict.current?.focus()
  }, [told])
  if (told?.kind === 'sending') return null
  if (told === undefined && !isAgain) {
    return (
      <Button look="quiet" size="small" className="mt-4" onClick={() => desk.putAside(item)}>
        Put this card aside
      </Button>
    )
  }
  return (
    <section aria-label="Your answer" className="mt-6">
      <p ref={verdict} tabIndex={-1} className="text-lg outline-none">
        <VerdictLine told={told} share={desk.shareOf(item.cardId)} />
      </p>
      {told?.kind === 'judged' && told.graded.remark !== undefined ? (
        <Html html={told.graded.remark} className="mt-2" />
      ) : null}
      <div className="mt-4 flex flex-wrap gap-3">
        <Button onClick={onNext}>Next question</Button>
        <Button look="secondary" onClick={() => desk.undo(item)}>
          Take the answer back
        </Button>
        <Button look="quiet" onClick={() => desk.putAside(item)}>
          Put this card aside
        </Button>
      </div>
      {told === undefined && item.shown.kind === 'question' ? (
        <ExplainAgain {...{ desk, item }} />
      ) : null}
      {told?.kind === 'judged' && told.dueDay !== undefined ? (
        <p className="mt-3 text-muted text-sm">You are asked again on {dayName(told.dueDay)}.</p>
      ) : null}
      {told?.kind === 'judged' &&
      told.feedback.kind === 'question' &&
      item.shown.kind === 'question' ? (
        <Explanation
          question={item.shown.question}
          feedback={told.feedback}
          shownMisconceptions={told.graded.misconceptions}
        />
      ) : null}
    </section>
  )
}

/** For who comes back to an answer of an earlier page. */
function ExplainAgain({ desk, item }: Pick<AfterAnswerProps, 'desk' | 'item'>) {
  const [problem, setProblem] = useState('')
  const explain = () => {
    setProblem('')
    desk.explain(item).catch((error: unknown) => {
      setProblem(error instanceof Error ? error.message : String(error))
    })
  }
  return (
    <div className="mt-3">
      <Button look="quiet" onClick={explain}>
        Show the explanation
      </Button>
      <p role="alert" className="mt-2 text-fault text-sm empty:hidden">
        {problem}
      </p>
    </div>
  )
}

function VerdictLine({
  told,
  share,
}: {
  readonly told: Exclude<Told, { kind: 'sending' }> | undefined
  readonly share: number | undefined
}) {
  if (told === undefined) {
    const words =
      share === undefined
        ? 'You answered this today; it is judged when you are online.'
        : 'You answered this today.'
    return share === undefined ? words : <JudgedMark isRight={share === 1} word={words} />
  }
  if (told.kind === 'waits') {
    return 'Your answer is kept. It is judged when you are online again.'
  }
  if (told.kind === 'refused') return told.why
  if (told.feedback.kind === 'card') return 'Noted.'
  const { key } = told.feedback
  return <JudgedMark isRight={told.graded.share === 1} word={verdictWords(key, told.graded)} />
}

/** “24 November”. */
function dayName(day: string): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
}
