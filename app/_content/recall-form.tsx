'use client'
/** The answering part of a recall question: pick an option, read why it is right or not. */
import { clsx } from 'clsx'
import { CircleCheck, CircleX } from 'lucide-react'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { questionId } from '#content/schema/question-id.ts'
import { answered } from '../_progress/answered-event.ts'
import { Button } from '../_ui/button.tsx'

export interface RecallOption {
  readonly id: string
  readonly text: ReactNode
  readonly why: ReactNode
  readonly isRight: boolean
}

export function RecallForm({
  question,
  options,
}: {
  readonly question: string
  readonly options: readonly RecallOption[]
}) {
  const group = useId()
  const [chosen, setChosen] = useState<string>()
  const [tried, setTried] = useState<readonly string[]>([])
  const [showsAll, setShowsAll] = useState(false)
  const isSolved = options.some(({ id, isRight }) => isRight && tried.includes(id))
  const check = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (chosen === undefined) return
    if (!tried.includes(chosen)) setTried([...tried, chosen])
    const isRight = options.some(({ id, isRight: right }) => right && id === chosen)
    event.currentTarget.dispatchEvent(answered({ question: questionId(question), isRight }))
  }
  return (
    <form
      onSubmit={check}
      className="not-prose my-7 rounded-lg border border-line p-4 print:break-inside-avoid sm:p-6"
    >
      <fieldset>
        <legend className="mb-4 font-medium">{question}</legend>
        <div className="grid gap-2" aria-live="polite">
          {options.map((option) => (
            <OptionRow
              key={option.id}
              option={option}
              group={group}
              isOpen={showsAll || tried.includes(option.id)}
              onPick={() => setChosen(option.id)}
            />
          ))}
        </div>
      </fieldset>
      <div className="no-print mt-4 flex flex-wrap gap-2">
        {isSolved ? null : (
          <Button type="submit" look="secondary" disabled={chosen === undefined}>
            Check
          </Button>
        )}
        {isSolved && tried.length < options.length && !showsAll ? (
          <Button look="quiet" size="small" onClick={() => setShowsAll(true)}>
            Why the other answers attract
          </Button>
        ) : null}
      </div>
      {/* For paper and for readers without JavaScript, which cannot ask for them. */}
      <ul className="recall-answers mt-4 gap-2 text-sm">
        {options.map(({ id, text, why, isRight }) => (
          <li key={id}>
            {text} {isRight ? 'Right.' : 'Not right.'} {why}
          </li>
        ))}
      </ul>
    </form>
  )
}

function OptionRow({
  option: { id, text, why, isRight },
  group,
  isOpen,
  onPick,
}: {
  readonly option: RecallOption
  readonly group: string
  readonly isOpen: boolean
  readonly onPick: () => void
}) {
  const Icon = isRight ? CircleCheck : CircleX
  return (
    <div
      className={clsx(
        'rounded-md border',
        isOpen ? (isRight ? 'border-pass' : 'border-line-strong') : 'border-line',
      )}
    >
      <label className="flex min-h-11 items-start gap-3 rounded-md px-3 py-2.5 leading-snug hover:bg-surface has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent">
        <input
          type="radio"
          name={group}
          value={id}
          onChange={onPick}
          className="mt-1 size-4 shrink-0 accent-accent outline-none"
        />
        <span>{text}</span>
      </label>
      {isOpen ? (
        <p className="no-print flex gap-2.5 border-line border-t px-3 py-2.5 text-sm leading-relaxed">
          <Icon
            aria-hidden="true"
            className={clsx('mt-0.5 size-4 shrink-0', isRight ? 'text-pass' : 'text-violation')}
          />
          <span>
            <strong className="font-semibold">{isRight ? 'Right.' : 'Not quite.'}</strong> {why}
          </span>
        </p>
      ) : null}
    </div>
  )
}
