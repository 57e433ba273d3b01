'use client'
/** The field in which a question is answered, whatever its kind. */
import dynamic from 'next/dynamic'
import type { AnswerKey, PublicQuestion } from '#content/schema/compiled-question.ts'
import type { Answer } from '../answer.ts'
import { CutField } from './cut-field.tsx'
import type { KeyOf } from './kind-props.ts'
import { LineField } from './line-field.tsx'
import { NumberField } from './number-field.tsx'
import { OneField, SomeField } from './option-fields.tsx'
import { OrderField } from './order-field.tsx'
import { WordsField } from './words-field.tsx'

/** Reading histories needs a part of the core, which other kinds do without. */
const ClaimField = dynamic(() => import('./claim-field.tsx').then((module) => module.ClaimField))

interface QuestionFieldProps {
  readonly question: PublicQuestion
  readonly answer: Answer | undefined
  readonly onAnswer: (answer: Answer) => void
  /** Once judged; for answers in words, as soon as they are compared with the rubric. */
  readonly answerKey?: AnswerKey | undefined
  readonly isFixed: boolean
}

export function QuestionField({ question, answerKey, isFixed, ...field }: QuestionFieldProps) {
  switch (question.kind) {
    case 'choice':
    case 'outcome':
    case 'classify':
      return (
        <OneField
          {...field}
          question={question}
          answerKey={
            keyFor(answerKey, 'choice') ??
            keyFor(answerKey, 'outcome') ??
            keyFor(answerKey, 'classify')
          }
        />
      )
    case 'choices':
      return <SomeField {...field} question={question} answerKey={keyFor(answerKey, 'choices')} />
    case 'claim':
      return <ClaimField {...field} question={question} answerKey={keyFor(answerKey, 'claim')} />
    case 'order':
      return <OrderField {...field} question={question} answerKey={keyFor(answerKey, 'order')} />
    case 'bug':
      return <LineField {...field} question={question} answerKey={keyFor(answerKey, 'bug')} />
    case 'cut':
      return <CutField {...field} question={question} answerKey={keyFor(answerKey, 'cut')} />
    case 'number':
      return <NumberField {...field} question={question} answerKey={keyFor(answerKey, 'number')} />
    case 'explain':
    case 'design':
      return (
        <WordsField
          {...field}
          {...{ question, isFixed }}
          answerKey={keyFor(answerKey, 'explain') ?? keyFor(answerKey, 'design')}
        />
      )
    default:
      return question satisfies never
  }
}

/** A key is that of its question; the compiler cannot know that. */
function keyFor<Kind extends AnswerKey['kind']>(
  key: AnswerKey | undefined,
  kind: Kind,
): KeyOf<Kind> | undefined {
  return key?.kind === kind ? (key as KeyOf<Kind>) : undefined
}
