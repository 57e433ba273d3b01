'use client'
/** The bar above the panes: where the learner is, how the panes lie, and Run and Submit. */
import { Play, RotateCcw, Send, Square } from 'lucide-react'
import Link from 'next/link'
import { Button } from '../../_ui/button.tsx'
import { Dialog, DialogClose } from '../../_ui/dialog.tsx'
import { keysOf } from './shortcuts.ts'

export type Arrangement = 'task' | 'investigate'

interface ToolbarProps {
  readonly labTitle: string
  readonly stepTitle: string
  readonly arrangement: Arrangement
  readonly isRunning: boolean
  readonly isSubmitting: boolean
  /** The text has been read, so that it can be run. */
  readonly isReady: boolean
  readonly onArrange: (arrangement: Arrangement) => void
  readonly onRun: () => void
  readonly onStop: () => void
  readonly onSubmit: () => void
  readonly onReset: () => void
}

export function Toolbar(props: ToolbarProps) {
  const { labTitle, stepTitle, arrangement, onArrange, onReset } = props
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-4 py-1.5 max-md:sticky max-md:bottom-0 max-md:order-last max-md:z-20 max-md:border-t max-md:border-b-0 max-md:bg-page">
      <nav aria-label="Where you are" className="min-w-0 text-sm max-md:hidden">
        <Link href="/labs" className="text-muted underline-offset-2 hover:underline">
          {labTitle}
        </Link>
        <span aria-hidden="true" className="mx-2 text-muted">
          /
        </span>
        <span className="font-medium">{stepTitle}</span>
      </nav>
      <fieldset className="ml-auto flex rounded-md border border-line-strong max-md:hidden">
        <legend className="sr-only">Panes</legend>
        <ArrangeButton {...{ arrangement, onArrange }} to="task" title="Task" />
        <ArrangeButton {...{ arrangement, onArrange }} to="investigate" title="Investigate" />
      </fieldset>
      <div className="flex items-center gap-2 max-md:w-full max-md:*:grow">
        <ResetDialog onReset={onReset} />
        <RunButtons {...props} />
      </div>
    </div>
  )
}

function ArrangeButton({
  arrangement,
  to,
  title,
  onArrange,
}: Pick<ToolbarProps, 'arrangement' | 'onArrange'> & {
  readonly to: Arrangement
  readonly title: string
}) {
  const isOn = arrangement === to
  return (
    <button
      type="button"
      aria-pressed={isOn}
      aria-keyshortcuts={keysOf(to)}
      title={`${title} (${keysOf(to)})`}
      onClick={() => onArrange(to)}
      className={`min-h-8 px-3 text-sm first-of-type:rounded-l-md last-of-type:rounded-r-md ${isOn ? 'bg-surface-strong font-medium' : 'text-muted hover:text-text'}`}
    >
      {title}
    </button>
  )
}

function RunButtons(props: ToolbarProps) {
  const { isRunning, isSubmitting, isReady, onRun, onStop, onSubmit } = props
  return (
    <>
      {isRunning ? (
        <Button look="secondary" size="small" onClick={onStop}>
          <Square aria-hidden="true" className="size-3.5 fill-current" />
          Stop
        </Button>
      ) : (
        <Button
          look="secondary"
          size="small"
          disabled={!isReady}
          onClick={onRun}
          aria-keyshortcuts={keysOf('run')}
          title={`Run the visible checks here (${keysOf('run')})`}
        >
          <Play aria-hidden="true" className="size-3.5 fill-current" />
          Run
        </Button>
      )}
      <Button
        size="small"
        disabled={!isReady || isSubmitting}
        onClick={onSubmit}
        aria-keyshortcuts={keysOf('submit')}
        title={`Have it graded, with hidden checks (${keysOf('submit')})`}
      >
        <Send aria-hidden="true" className="size-3.5" />
        Submit
      </Button>
    </>
  )
}

function ResetDialog({ onReset }: { readonly onReset: () => void }) {
  return (
    <Dialog
      trigger={
        <Button
          look="quiet"
          size="small"
          aria-label="Reset to the starter"
          title="Reset to the starter"
        >
          <RotateCcw aria-hidden="true" className="size-4" />
        </Button>
      }
      title="Start this step again?"
      description="Your code is replaced by the starter. You can undo it, and what you submitted is kept."
    >
      <div className="flex justify-end gap-2">
        <DialogClose render={<Button look="secondary" />}>Keep my code</DialogClose>
        <DialogClose render={<Button onClick={onReset} />}>Reset to the starter</DialogClose>
      </div>
    </Dialog>
  )
}
