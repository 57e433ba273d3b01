'use client'
/** Where the code is safe at the moment, in a word or two; the whole of it on request. */
import { Popover, PopoverDescription, PopoverTitle } from '../../_ui/popover.tsx'
import { type SavingState, savingWords } from '../_workspace/drafts/saving-state.ts'

export function SavingLine({ state }: { readonly state: SavingState }) {
  const { text, more, isProblem } = savingWords(state)
  return (
    <>
      {isProblem ? (
        <Popover
          align="end"
          trigger={
            <button
              type="button"
              className="min-h-8 text-fault underline decoration-dotted underline-offset-4 max-md:min-h-11"
            >
              {text}
            </button>
          }
        >
          <PopoverTitle className="font-semibold">{text}</PopoverTitle>
          <PopoverDescription className="mt-1">{more}</PopoverDescription>
        </Popover>
      ) : (
        <span data-saving={state.kind}>{text}</span>
      )}
      {/* Good news at each pause in typing would talk too much. */}
      <span role="status" className="sr-only">
        {isProblem ? more : ''}
      </span>
    </>
  )
}
