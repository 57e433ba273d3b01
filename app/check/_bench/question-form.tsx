'use client'
/** What is asked about the history: which kind of object it acts on, and what that held. */
import { useId } from 'react'
import { Button } from '../../_ui/button.tsx'
import { SelectField } from '../../_ui/select-field.tsx'
import {
  EFFORT_CHOICES,
  MODEL_CHOICES,
  modelHint,
  problemWithInitial,
  type QuestionChoice,
  TRANSACTIONS,
} from './question-choice.ts'
import {
  DIALECT_CHOICES,
  FORMAT_CHOICES,
  KEYING_CHOICES,
  type ReadingChoice,
} from './reading-options.ts'

interface QuestionFormProps {
  readonly question: QuestionChoice
  readonly reading: ReadingChoice
  /** There is a history, and nothing is running. */
  readonly canCheck: boolean
  readonly onQuestion: (question: QuestionChoice) => void
  readonly onReading: (reading: ReadingChoice) => void
  readonly onCheck: () => void
}

export function QuestionForm(props: QuestionFormProps) {
  const { question, canCheck, onQuestion, onCheck } = props
  const wrong = problemWithInitial(question)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (canCheck && wrong === undefined) onCheck()
      }}
      className="grid content-start gap-4"
    >
      <SelectField
        label="What the operations act on"
        value={question.model}
        choices={MODEL_CHOICES}
        hint={modelHint(question.model)}
        onChange={(model) => onQuestion({ ...question, model })}
      />
      {question.model === TRANSACTIONS ? null : (
        <InitialField question={question} problem={wrong} onQuestion={onQuestion} />
      )}
      <MoreOptions {...props} />
      <div>
        <Button type="submit" size="large" disabled={!canCheck || wrong !== undefined}>
          Check
        </Button>
      </div>
    </form>
  )
}

function InitialField({
  question,
  problem,
  onQuestion,
}: Pick<QuestionFormProps, 'question' | 'onQuestion'> & { readonly problem: string | undefined }) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="block font-medium text-sm">
        What it holds at first
      </label>
      <input
        id={id}
        value={question.initial}
        onChange={({ target }) => onQuestion({ ...question, initial: target.value })}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-hint`}
        className="mt-1 min-h-10 w-full rounded-md border border-line-strong bg-page px-2.5 font-mono text-sm"
      />
      <p
        id={`${id}-hint`}
        className={`mt-1 text-sm ${problem === undefined ? 'text-muted' : 'text-fault'}`}
      >
        {problem ?? 'As JSON, for every key: null, 0, "", [].'}
      </p>
    </div>
  )
}

function MoreOptions({ question, reading, onQuestion, onReading }: QuestionFormProps) {
  return (
    <details>
      <summary className="min-h-8 w-fit py-1 font-medium text-sm underline decoration-line-strong underline-offset-4">
        More options
      </summary>
      <div className="mt-3 grid gap-4">
        <SelectField
          label="Format"
          value={reading.format}
          choices={FORMAT_CHOICES}
          onChange={(format) => onReading({ ...reading, format })}
        />
        <SelectField
          label="Keys"
          value={reading.keying}
          choices={KEYING_CHOICES}
          onChange={(keying) => onReading({ ...reading, keying })}
        />
        <SelectField
          label="What failures and nil mean"
          value={reading.dialect}
          choices={DIALECT_CHOICES}
          onChange={(dialect) => onReading({ ...reading, dialect })}
        />
        <SelectField
          label="How long to search"
          value={question.effort}
          choices={EFFORT_CHOICES}
          onChange={(effort) => onQuestion({ ...question, effort })}
        />
      </div>
    </details>
  )
}
