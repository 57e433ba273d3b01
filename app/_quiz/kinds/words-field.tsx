'use client'
/** Answers in one's own words, part by part; afterwards each part is held against its rubric. */
import { useId } from 'react'
import { FRAMEWORK_STEPS } from '#content/schema/question-words.ts'
import { type Answer, WHOLE, WORDS_MAX } from '../answer.ts'
import { Html } from '../html.tsx'
import type { FieldProps } from './kind-props.ts'
import { RubricList } from './rubric-list.tsx'

type WordsProps = FieldProps<'explain' | 'design'> & {
  /** After the answer was sent: the rubric can be read and not ticked any more. */
  readonly isFixed: boolean
}

type Words = Extract<Answer, { kind: 'words' }>

const NO_WORDS: Words = { kind: 'words', words: {}, points: [] }

export function WordsField({ question, answer, onAnswer, answerKey, isFixed }: WordsProps) {
  const words = answer?.kind === 'words' ? answer : NO_WORDS
  const parts =
    question.kind === 'explain'
      ? [{ id: WHOLE, name: 'Your answer', prompt: undefined }]
      : question.parts.map(({ id, step, prompt }) => ({ id, name: stepName(step), prompt }))
  return (
    <div className="grid gap-8">
      {parts.map(({ id, name, prompt }) => (
        <div key={id}>
          <WordsPart
            {...{ name, prompt }}
            text={words.words[id] ?? ''}
            isFixed={answerKey !== undefined}
            onText={(text) => onAnswer({ ...words, words: { ...words.words, [id]: text } })}
          />
          {answerKey === undefined ? null : (
            <PartKey
              {...{ answerKey, id, isFixed }}
              found={words.points}
              onFound={(points) => onAnswer({ ...words, points: [...points] })}
            />
          )}
        </div>
      ))}
    </div>
  )
}

export function stepName(step: string): string {
  return Object.entries(FRAMEWORK_STEPS).find(([id]) => id === step)?.[1] ?? step
}

function WordsPart({
  name,
  prompt,
  text,
  isFixed,
  onText,
}: {
  readonly name: string
  readonly prompt: string | undefined
  readonly text: string
  readonly isFixed: boolean
  readonly onText: (text: string) => void
}) {
  const id = useId()
  return (
    <>
      <label htmlFor={id} className="mb-2 block font-medium text-sm">
        {name}
      </label>
      {prompt === undefined ? null : <Html html={prompt} className="mb-2" />}
      <textarea
        id={id}
        value={text}
        maxLength={WORDS_MAX}
        readOnly={isFixed}
        rows={5}
        onChange={({ target }) => onText(target.value)}
        className="block w-full rounded-md border border-line-strong bg-page p-3 leading-relaxed read-only:bg-surface"
      />
    </>
  )
}

function PartKey({
  answerKey,
  id,
  found,
  isFixed,
  onFound,
}: {
  readonly answerKey: NonNullable<WordsProps['answerKey']>
  readonly id: string
  readonly found: readonly string[]
  readonly isFixed: boolean
  readonly onFound: (found: readonly string[]) => void
}) {
  const part =
    answerKey.kind === 'explain'
      ? { rubric: answerKey.rubric, notes: answerKey.model }
      : answerKey.parts.find((each) => each.id === id)
  if (part === undefined) return null
  return (
    <div className="mt-4 grid gap-4">
      <div className="rounded-md border border-line bg-surface p-4">
        <p className="mb-1 font-medium text-sm">An answer that has all of it</p>
        <Html html={part.notes} />
      </div>
      <RubricList part={id} rubric={part.rubric} {...{ found, isFixed, onFound }} />
    </div>
  )
}
