/** The failure in a few steps, and for linearizability how far a legal order comes. */
import type { HistoryStory } from '#core'
import type { JudgedLevel } from '../_worker/judgement.ts'

interface StoryProps {
  readonly level: JudgedLevel
  /** The operation at the cursor. */
  readonly cursor: number
  readonly onOperation: (operation: number) => void
}

export function Story({ level: { name, story }, cursor, onOperation }: StoryProps) {
  if (story === undefined) return null
  return (
    <section aria-labelledby="story" className="rounded-md border border-violation p-4 sm:p-5">
      <h3 id="story" className="font-semibold">
        What breaks: {name}
      </h3>
      <p className="mt-1 max-w-[70ch] text-muted text-sm">{story.claim}</p>
      <p className="mt-3 max-w-[70ch] break-words leading-relaxed">{story.what}</p>
      <ol className="mt-3 grid gap-1">
        {story.steps.map((step, index) => (
          <li key={step.operation}>
            <button
              type="button"
              aria-current={step.operation === cursor ? 'true' : undefined}
              onClick={() => onOperation(step.operation)}
              className={`flex min-h-9 w-full items-baseline gap-3 rounded-md px-2 py-1.5 text-left text-sm hover:bg-surface-strong ${step.operation === cursor ? 'bg-surface' : ''}`}
            >
              <span className="shrink-0 text-muted tabular-nums">{index + 1}.</span>
              <span className="min-w-0 grow break-words">{step.text}</span>
              <span className="shrink-0 text-muted text-xs tabular-nums">{step.span}</span>
            </button>
          </li>
        ))}
      </ol>
      {story.order === undefined ? null : <LegalOrder order={story.order} />}
      <p className="mt-4 max-w-[70ch] text-sm">
        <span className="font-semibold">Ask yourself:</span> {story.ask}
      </p>
    </section>
  )
}

function LegalOrder({ order }: { readonly order: NonNullable<HistoryStory['order']> }) {
  const { before, legal, stuck } = order
  return (
    <details className="mt-3 text-sm">
      <summary className="min-h-8 w-fit py-1 font-medium underline decoration-line-strong underline-offset-4">
        The longest legal order, and what has no place in it
      </summary>
      <ol start={before + 1} className="mt-2 grid list-decimal gap-1 pl-9">
        {legal.map((line) => (
          <li key={line} className="break-words">
            {line}
          </li>
        ))}
      </ol>
      {before === 0 ? null : (
        <p className="mt-1 text-muted">
          {before === 1 ? 'One operation comes' : `${before} operations come`} before these.
        </p>
      )}
      <p className="mt-2 break-words">
        No order has a place for: <span className="font-medium">{stuck.join('; ')}</span>
      </p>
    </details>
  )
}
