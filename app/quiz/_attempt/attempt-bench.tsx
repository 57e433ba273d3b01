'use client'
/** An attempt under way: answers are kept one by one, and nothing is said about them. */
import { useRouter } from 'next/navigation'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import type { PublicQuestion } from '#content/schema/compiled-question.ts'
import type { Answer } from '../../_quiz/answer.ts'
import { ConfidenceField } from '../../_quiz/confidence-field.tsx'
import { isPlainEnter, pickByDigit } from '../../_quiz/digit-keys.ts'
import { Html } from '../../_quiz/html.tsx'
import { answerToSend, isComplete } from '../../_quiz/kinds/is-complete.ts'
import { QuestionField } from '../../_quiz/kinds/question-field.tsx'
import type { Confidence } from '../../_review/entry.ts'
import { Button } from '../../_ui/button.tsx'
import { HandIn } from './hand-in.tsx'
import { postJson } from './post-json.ts'

export interface OpenItem {
  readonly questionId: string
  readonly question: PublicQuestion
  readonly answer?: Answer | undefined
  readonly confidence?: Confidence | undefined
}

interface Given {
  readonly answer?: Answer | undefined
  readonly confidence?: Confidence | undefined
  readonly isKept: boolean
}

export function AttemptBench({
  attemptId,
  title,
  items,
}: {
  readonly attemptId: string
  readonly title: string
  readonly items: readonly OpenItem[]
}) {
  const [given, setGiven] = useState<Readonly<Record<string, Given>>>(() =>
    Object.fromEntries(
      items.map(({ questionId, answer, confidence }) => [
        questionId,
        { answer, confidence, isKept: answer !== undefined },
      ]),
    ),
  )
  const firstOpen = items.findIndex(({ answer }) => answer === undefined)
  const [index, setIndex] = useState(Math.max(0, firstOpen))
  const heading = useRef<HTMLHeadingElement>(null)
  const item = items[index]
  const kept = items.filter(({ questionId }) => given[questionId]?.isKept === true).length
  const goTo = (to: number) => {
    setIndex(Math.min(items.length - 1, Math.max(0, to)))
    // The focus would be lost with what was pressed.
    setTimeout(() => heading.current?.focus())
  }
  const router = useRouter()
  if (item === undefined) return null
  return (
    <>
      <h1 className="mt-1 mb-8 font-[650] text-2xl tracking-tight sm:text-3xl">{title}</h1>
      <div className="grid grid-cols-1 gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <OpenQuestion
          key={item.questionId}
          {...{ attemptId, item }}
          place={`Question ${index + 1} of ${items.length}`}
          headingRef={heading}
          given={given[item.questionId] ?? { isKept: false }}
          onGiven={(change) => setGiven((all) => ({ ...all, [item.questionId]: change }))}
          onNext={() => goTo(index + 1)}
        />
        <aside className="lg:border-line lg:border-l lg:pl-6">
          <AttemptList {...{ items, given, index }} onGoTo={goTo} />
          <HandIn
            attemptId={attemptId}
            missing={items.length - kept}
            onDone={() => router.refresh()}
          />
        </aside>
      </div>
    </>
  )
}

function AttemptList({
  items,
  given,
  index,
  onGoTo,
}: {
  readonly items: readonly OpenItem[]
  readonly given: Readonly<Record<string, Given>>
  readonly index: number
  readonly onGoTo: (index: number) => void
}) {
  const isKept = (id: string) => given[id]?.isKept === true
  const kept = items.filter(({ questionId }) => isKept(questionId)).length
  return (
    <nav aria-label="Questions of this quiz">
      <p className="mb-2 font-semibold text-sm">
        {kept} of {items.length} answered
      </p>
      <ol>
        {items.map(({ questionId, question }, at) => (
          <li key={questionId}>
            <button
              type="button"
              aria-current={at === index ? 'step' : undefined}
              onClick={() => onGoTo(at)}
              className="min-h-9 w-full rounded-md px-2 py-1.5 text-left text-sm hover:bg-surface-strong aria-[current]:bg-surface-strong aria-[current]:font-medium"
            >
              <span className="line-clamp-2">
                {at + 1}. {question.title}
              </span>
              <span className="text-muted text-xs">
                {isKept(questionId) ? 'answered' : 'to do'}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

interface OpenQuestionProps {
  readonly attemptId: string
  readonly item: OpenItem
  readonly place: string
  readonly headingRef: React.RefObject<HTMLHeadingElement | null>
  readonly given: Given
  readonly onGiven: (given: Given) => void
  readonly onNext: () => void
}

function OpenQuestion(props: OpenQuestionProps) {
  const { attemptId, item, place, headingRef, given, onGiven, onNext } = props
  const { question, questionId } = item
  const [problem, setProblem] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    if (!isComplete(question, given.answer)) return
    setProblem('')
    const answer = answerToSend(question, given.answer)
    const { confidence } = given
    try {
      await postJson(`/api/quiz/attempts/${attemptId}`, { questionId, answer, confidence })
      onGiven({ ...given, answer, isKept: true })
      onNext()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (pickByDigit(event) || !isPlainEnter(event)) return
    event.preventDefault()
    form.current?.requestSubmit()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Digits and Enter are short ways to the fields and the button in it.
    <section aria-labelledby="question-heading" onKeyDown={onKeyDown} className="min-w-0">
      <h2
        id="question-heading"
        ref={headingRef}
        tabIndex={-1}
        className="mb-4 font-semibold text-muted text-sm outline-none"
      >
        {place}
      </h2>
      <form ref={form} onSubmit={keep}>
        <Html html={question.prompt} className="mb-6 text-lg!" />
        <QuestionField
          question={question}
          answer={given.answer}
          isFixed={false}
          onAnswer={(answer) => onGiven({ ...given, answer, isKept: false })}
        />
        <ConfidenceField
          confidence={given.confidence}
          onConfidence={(confidence) => onGiven({ ...given, confidence, isKept: false })}
        />
        <div className="mt-6 flex flex-wrap gap-3">
          <Button type="submit" disabled={!isComplete(question, given.answer)}>
            {given.isKept ? 'Kept: go on' : 'Keep and go on'}
          </Button>
        </div>
        <p role="alert" className="mt-2 text-fault text-sm empty:hidden">
          {problem}
        </p>
      </form>
    </section>
  )
}
