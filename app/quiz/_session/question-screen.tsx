'use client'
/** One question of a session: the prompt, the field, and after the answer what there is to say. */
import { type FormEvent, type KeyboardEvent, type RefObject, useRef } from 'react'
import { TOPICS } from '#content/schema/question.ts'
import type { Answer } from '../../_quiz/answer.ts'
import { ConfidenceField } from '../../_quiz/confidence-field.tsx'
import { isPlainEnter, pickByDigit } from '../../_quiz/digit-keys.ts'
import { Html } from '../../_quiz/html.tsx'
import { answerToSend, isComplete } from '../../_quiz/kinds/is-complete.ts'
import { QuestionField } from '../../_quiz/kinds/question-field.tsx'
import { Badge } from '../../_ui/badge.tsx'
import { Button } from '../../_ui/button.tsx'
import { AfterAnswer } from './after-answer.tsx'
import { FlashScreen } from './flash-screen.tsx'
import type { Session, SessionItem } from './session-item.ts'
import { useComparison } from './use-comparison.ts'
import { isSelfJudged, type SessionDesk } from './use-session.ts'

interface QuestionScreenProps {
  readonly desk: SessionDesk
  readonly session: Session
  readonly item: SessionItem
  readonly number: number
  readonly headingRef: RefObject<HTMLHeadingElement | null>
  readonly onNext: () => void
}

export function QuestionScreen(props: QuestionScreenProps) {
  const { desk, item, headingRef, session, number } = props
  const place = useRef<HTMLElement>(null)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (pickByDigit(event) || !isPlainEnter(event)) return
    event.preventDefault()
    const told = desk.told.get(item.cardId)
    if (told?.kind === 'sending') return
    if (told !== undefined) props.onNext()
    else place.current?.querySelector('form')?.requestSubmit()
  }
  const topic = Object.entries(TOPICS).find(([id]) => id === item.topic)?.[1] ?? item.topic
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Digits and Enter are short ways to the fields and buttons in it.
    <section ref={place} aria-labelledby="question-heading" onKeyDown={onKeyDown}>
      <div className="mb-4 flex flex-wrap items-center gap-2">
        <h2
          id="question-heading"
          ref={headingRef}
          tabIndex={-1}
          className="mr-2 font-semibold text-muted text-sm outline-none"
        >
          Question {number} of {session.items.length}
        </h2>
        <Badge>{topic}</Badge>
      </div>
      {item.shown.kind === 'flash' ? <FlashScreen {...props} /> : <Question {...props} />}
    </section>
  )
}

function Question({ desk, item, session, onNext }: QuestionScreenProps) {
  const { cardId, shown } = item
  const draft = desk.memory.drafts[cardId] ?? {}
  const told = desk.told.get(cardId)
  const isSelf = isSelfJudged(item)
  const comparison = useComparison(cardId, session.day)
  if (shown.kind !== 'question') return null
  const { question } = shown
  const judgedKey =
    told?.kind === 'judged' && told.feedback.kind === 'question' ? told.feedback.key : undefined
  const send = (answer: Answer) => desk.answer(item, answer, isSelf ? undefined : draft.confidence)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (told !== undefined || !isComplete(question, draft.answer)) return
    // In words: first the rubric to compare with, then the answer with what was found.
    if (isSelf && comparison.key === undefined) comparison.fetch()
    else void send(answerToSend(question, draft.answer))
  }
  const isAgain = told === undefined && desk.isDone(cardId)
  return (
    <>
      <form onSubmit={submit}>
        <Html html={question.prompt} className="mb-6 text-lg!" />
        {/* What was answered earlier stands until it is taken back. */}
        <fieldset disabled={isAgain || told?.kind === 'waits' || told?.kind === 'sending'}>
          <legend className="sr-only">Your answer</legend>
          <QuestionField
            question={question}
            answer={draft.answer}
            onAnswer={(answer) => desk.keepDraft(cardId, { ...draft, answer })}
            answerKey={judgedKey ?? comparison.key}
            isFixed={told !== undefined}
          />
        </fieldset>
        {told !== undefined || isAgain ? null : (
          <>
            {isSelf ? null : (
              <ConfidenceField
                confidence={draft.confidence}
                onConfidence={(confidence) => desk.keepDraft(cardId, { ...draft, confidence })}
              />
            )}
            <div className="mt-6 flex flex-wrap gap-3">
              <Button type="submit" disabled={!isComplete(question, draft.answer)}>
                {isSelf && comparison.key === undefined ? 'Compare with the rubric' : 'Answer'}
              </Button>
              <Button look="quiet" onClick={() => send({ kind: 'unsure' })}>
                I do not know
              </Button>
            </div>
            <p role="alert" className="mt-2 text-fault text-sm empty:hidden">
              {comparison.problem}
            </p>
          </>
        )}
      </form>
      <AfterAnswer {...{ desk, item, onNext, isAgain }} told={told} />
    </>
  )
}
