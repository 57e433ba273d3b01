/** Kinds in which one picks: choice, choices, outcome, classify. */
import type { Answer } from '../answer.ts'
import type { FieldProps } from './kind-props.ts'
import { OptionList } from './option-list.tsx'

export function OneField({
  question,
  answer,
  onAnswer,
  answerKey,
}: FieldProps<'choice' | 'outcome' | 'classify'>) {
  return (
    <>
      {question.kind === 'classify' ? <Subject subject={question.subject} /> : null}
      <OptionList
        legend={question.kind === 'outcome' ? 'What comes of it?' : 'Pick one'}
        take="one"
        options={question.options.map(({ id, text }) => ({ id, html: text }))}
        chosen={answer?.kind === 'one' ? [answer.option] : []}
        judged={answerKey?.options}
        onChoose={([option]) => {
          if (option !== undefined) onAnswer({ kind: 'one', option } satisfies Answer)
        }}
      />
    </>
  )
}

export function SomeField({ question, answer, onAnswer, answerKey }: FieldProps<'choices'>) {
  return (
    <OptionList
      legend="Pick all that are right"
      take="some"
      options={question.options.map(({ id, text }) => ({ id, html: text }))}
      chosen={answer?.kind === 'some' ? answer.options : []}
      judged={answerKey?.options}
      onChoose={(options) => onAnswer({ kind: 'some', options: [...options] })}
    />
  )
}

function Subject({
  subject,
}: {
  readonly subject: {
    readonly system: string
    readonly operation: string
    readonly setting: string
  }
}) {
  return (
    <dl className="mb-5 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 rounded-md border border-line bg-surface p-4">
      {Object.entries({
        System: subject.system,
        Operation: subject.operation,
        Setting: subject.setting,
      }).map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted text-sm">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
