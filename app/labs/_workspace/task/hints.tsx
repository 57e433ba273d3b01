'use client'
/** Three hints, each opened only after the one before: a nudge, a direction, a recipe. */
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '../../../_ui/button.tsx'
import { useStored } from '../../../_ui/use-stored.ts'

interface HintsProps {
  /** Names the step, such as `raft/03-election`: what was opened stays open. */
  readonly step: string
  readonly hints: readonly string[]
}

/** What to expect of each, so that nobody reads more than they wanted. */
const TIERS = ['a nudge', 'a direction', 'a recipe'] as const

export function Hints({ step, hints }: HintsProps) {
  const [shown, setShown] = useStored(`netsplit:hints:${step}`, 0, asCount)
  const list = useRef<HTMLOListElement>(null)
  const open = () => {
    flushSync(() => setShown(shown + 1))
    // The focus goes along with the reading: the button may be gone.
    const last = list.current?.lastElementChild
    if (last instanceof HTMLElement) last.focus()
  }
  return (
    <section aria-labelledby="hints" className="mt-10 border-line border-t pt-5">
      <h2 id="hints" className="font-semibold">
        Stuck?
      </h2>
      <p className="mt-1 text-muted text-sm">
        There are {hints.length} hints, each saying more than the one before. Reading them costs
        nothing.
      </p>
      <ol ref={list} className="mt-3 space-y-3">
        {hints.slice(0, shown).map((hint, index) => (
          <li
            key={hint}
            tabIndex={-1}
            className="rounded-md border border-line bg-surface p-3.5 text-sm leading-relaxed"
          >
            <span className="block font-medium text-muted text-xs">
              Hint {index + 1} of {hints.length}: {TIERS[index]}
            </span>
            {hint}
          </li>
        ))}
      </ol>
      {shown < hints.length ? (
        <Button
          look="secondary"
          size="small"
          className="mt-3 pointer-coarse:min-h-11"
          onClick={open}
        >
          {shown === 0 ? 'Show a hint' : 'Show the next hint'}: {TIERS[shown]}
        </Button>
      ) : null}
    </section>
  )
}

function asCount(kept: unknown): number | undefined {
  return typeof kept === 'number' && kept >= 0 && kept <= TIERS.length ? kept : undefined
}
