'use client'
/** Three hints, each opened only after the one before: a nudge, a direction, a recipe. */
import { useState } from 'react'
import { Button } from '../../_ui/button.tsx'

export function Hints({ hints }: { readonly hints: readonly string[] }) {
  const [shown, setShown] = useState(0)
  return (
    <section aria-labelledby="hints" className="mt-10 border-line border-t pt-5">
      <h2 id="hints" className="font-semibold">
        Stuck?
      </h2>
      <ol aria-live="polite" className="mt-2 space-y-3">
        {hints.slice(0, shown).map((hint, index) => (
          <li
            key={hint}
            className="rounded-md border border-line bg-surface p-3.5 text-sm leading-relaxed"
          >
            <span className="block font-medium text-muted text-xs">
              Hint {index + 1} of {hints.length}
            </span>
            {hint}
          </li>
        ))}
      </ol>
      {shown < hints.length ? (
        <Button
          look="secondary"
          size="small"
          className="mt-3"
          onClick={() => setShown((count) => count + 1)}
        >
          {shown === 0 ? 'Show a hint' : 'Show the next hint'}
        </Button>
      ) : null}
    </section>
  )
}
