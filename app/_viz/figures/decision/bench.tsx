'use client'
/** A procedure, question by question, with the way that was taken and a step back. */
import { RotateCcw, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { DecisionFigure } from '#content/schema/figure.ts'
import { Button } from '../../../_ui/button.tsx'
import { type Answered, placeAfter } from './paths.ts'

export function DecisionBench({ figure }: { readonly figure: DecisionFigure }) {
  const [answers, setAnswers] = useState<readonly Answered[]>([])
  const place = placeAfter(figure, answers)
  const question = figure.questions[place]
  const outcome = figure.outcomes[place]
  return (
    <div className="grid grid-cols-1 gap-5">
      {answers.length === 0 ? null : (
        <ol aria-label="Your answers so far" className="grid gap-1 text-muted text-sm">
          {answers.map(({ question: asked, answer }) => (
            <li key={asked}>
              {figure.questions[asked]?.text}{' '}
              <span className="font-medium text-text">
                {figure.questions[asked]?.answers[answer]?.name}
              </span>
            </li>
          ))}
        </ol>
      )}
      <div aria-live="polite">
        {question === undefined ? null : (
          <>
            <p className="font-semibold text-base">{question.text}</p>
            {question.help === undefined ? null : (
              <p className="mt-1 text-muted text-sm">{question.help}</p>
            )}
          </>
        )}
        {outcome === undefined ? null : (
          <div className="rounded-md border border-accent p-4">
            <p className="font-semibold text-base">{outcome.title}</p>
            <p className="mt-1 text-sm">{outcome.text}</p>
            {outcome.example === undefined ? null : (
              <p className="mt-2 text-muted text-sm">{outcome.example}</p>
            )}
          </div>
        )}
      </div>
      {question === undefined ? null : (
        <ul className="grid gap-2">
          {question.answers.map(({ name, detail }, answer) => (
            <li key={name}>
              <button
                type="button"
                onClick={() => setAnswers([...answers, { question: place, answer }])}
                className="flex min-h-11 w-full flex-wrap items-center gap-x-2 rounded-md border border-line px-3 py-1.5 text-left text-sm hover:border-accent"
              >
                <span className="font-medium">{name}</span>
                <span className="text-muted">{detail}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {answers.length === 0 ? null : (
        <div className="flex gap-2">
          <Button look="quiet" onClick={() => setAnswers(answers.slice(0, -1))}>
            <Undo2 aria-hidden="true" className="size-4" />
            One back
          </Button>
          <Button look="quiet" onClick={() => setAnswers([])}>
            <RotateCcw aria-hidden="true" className="size-4" />
            From the start
          </Button>
        </div>
      )}
    </div>
  )
}
