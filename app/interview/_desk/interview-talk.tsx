'use client'
/** The interview under way: one prompt at a time, a pad for each, and the clock. */
import { useId, useRef, useState } from 'react'
import { WORDS_MAX } from '../../_quiz/answer.ts'
import { Html } from '../../_quiz/html.tsx'
import { Button } from '../../_ui/button.tsx'
import { Clock } from './clock.tsx'
import type { InterviewNotes } from './interview-notes.ts'
import type { Prompt, Scenario } from './prompts.ts'

export function InterviewTalk({
  scenario,
  prompts,
  notes,
  onChange,
}: {
  readonly scenario: Scenario
  readonly prompts: readonly Prompt[]
  readonly notes: InterviewNotes
  readonly onChange: (change: Partial<InterviewNotes>) => void
}) {
  const id = useId()
  const [index, setIndex] = useState(0)
  const heading = useRef<HTMLHeadingElement>(null)
  const prompt = prompts[index]
  const goTo = (to: number) => {
    setIndex(to)
    // The focus would be lost with what was pressed.
    setTimeout(() => heading.current?.focus())
  }
  if (prompt === undefined) return null
  const isLast = index === prompts.length - 1
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <section aria-labelledby={`${id}-prompt`} className="min-w-0">
        <details open className="mb-6 rounded-md border border-line bg-surface px-4">
          <summary className="min-h-11 content-center font-medium text-sm">The scenario</summary>
          <Html html={scenario.prompt} className="pb-4" />
        </details>
        <h2
          id={`${id}-prompt`}
          ref={heading}
          tabIndex={-1}
          className="font-semibold text-xl tracking-tight outline-none"
        >
          <span className="block font-medium text-muted text-sm">
            Prompt {index + 1} of {prompts.length}
          </span>
          {prompt.name}
        </h2>
        <Html html={prompt.html} className="mt-2" />
        <Pad
          text={notes.pad[prompt.id] ?? ''}
          onText={(text) => onChange({ pad: { ...notes.pad, [prompt.id]: text } })}
        />
        <div className="mt-5 flex flex-wrap gap-3">
          {isLast ? null : <Button onClick={() => goTo(index + 1)}>Next prompt</Button>}
          {index === 0 ? null : (
            <Button look="secondary" onClick={() => goTo(index - 1)}>
              Back
            </Button>
          )}
          <Button
            look={isLast ? 'primary' : 'quiet'}
            onClick={() => onChange({ endedAt: new Date().toISOString() })}
          >
            End and review
          </Button>
        </div>
      </section>
      <aside className="lg:border-line lg:border-l lg:pl-6">
        <Clock
          startedAt={notes.startedAt}
          minutes={notes.minutes}
          isOn={notes.isTimed}
          onSwitch={(isTimed) => onChange({ isTimed })}
        />
        <PromptList {...{ prompts, notes, index }} onGoTo={goTo} />
      </aside>
    </div>
  )
}

function Pad({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const id = useId()
  return (
    <>
      <label htmlFor={id} className="mt-5 mb-2 block font-medium text-sm">
        Your notes
      </label>
      <textarea
        id={id}
        rows={9}
        maxLength={WORDS_MAX}
        value={text}
        onChange={({ target }) => onText(target.value)}
        className="block w-full rounded-md border border-line-strong bg-page p-3 leading-relaxed"
      />
    </>
  )
}

function PromptList({
  prompts,
  notes,
  index,
  onGoTo,
}: {
  readonly prompts: readonly Prompt[]
  readonly notes: InterviewNotes
  readonly index: number
  readonly onGoTo: (index: number) => void
}) {
  return (
    <nav aria-label="Prompts" className="mt-4">
      <ol>
        {prompts.map(({ id: each, name }, at) => (
          <li key={each}>
            <button
              type="button"
              aria-current={at === index ? 'step' : undefined}
              onClick={() => onGoTo(at)}
              className="min-h-9 w-full rounded-md px-2 py-1.5 text-left text-sm hover:bg-surface-strong aria-[current]:bg-surface-strong aria-[current]:font-medium"
            >
              {at + 1}. {name}
              {(notes.pad[each] ?? '').trim() === '' ? null : (
                <span className="text-muted"> · noted</span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
