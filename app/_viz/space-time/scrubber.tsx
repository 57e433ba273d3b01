'use client'
/** Moves the cursor through a run: a native slider, and buttons for single steps. */
import { ChevronLeft, ChevronRight, Crosshair, SkipBack, SkipForward } from 'lucide-react'
import type { ReactNode } from 'react'
import type { EventId } from '#core'
import type { Layout } from './layout.ts'

interface ScrubberProps {
  readonly layout: Layout
  readonly cursor: EventId
  readonly violation: EventId | undefined
  /** What is at the cursor, with its time. */
  readonly cursorText: string
  readonly onCursor: (event: EventId) => void
}

export function Scrubber({ layout, cursor, violation, cursorText, onCursor }: ScrubberProps) {
  const { marks } = layout
  const step = layout.stepOf(cursor)
  const last = marks.length - 1
  const goTo = (target: number) => {
    const mark = marks[target]
    if (mark !== undefined) onCursor(mark.event)
  }
  return (
    <div className="flex items-center gap-1">
      <StepButton label="First step" isOff={step === 0} onPress={() => goTo(0)}>
        <SkipBack />
      </StepButton>
      <StepButton label="Previous step" isOff={step === 0} onPress={() => goTo(step - 1)}>
        <ChevronLeft />
      </StepButton>
      <input
        type="range"
        aria-label="Step of the run"
        aria-valuetext={`step ${step + 1} of ${marks.length}, ${cursorText}`}
        min={0}
        max={last}
        value={step}
        onChange={({ target }) => goTo(target.valueAsNumber)}
        className="mx-1 h-8 min-w-16 grow accent-accent"
      />
      <StepButton label="Next step" isOff={step === last} onPress={() => goTo(step + 1)}>
        <ChevronRight />
      </StepButton>
      <StepButton label="Last step" isOff={step === last} onPress={() => goTo(last)}>
        <SkipForward />
      </StepButton>
      {violation === undefined ? null : (
        <StepButton label="Go to the violation" isOff={false} onPress={() => onCursor(violation)}>
          <Crosshair className="text-violation" />
        </StepButton>
      )}
      <span className="w-20 shrink-0 text-right text-muted text-xs tabular-nums">
        {step + 1} of {marks.length}
      </span>
    </div>
  )
}

interface StepButtonProps {
  readonly label: string
  readonly isOff: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

/** At least 44 px where the pointer is coarse. */
function StepButton({ label, isOff, onPress, children }: StepButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={isOff}
      onClick={onPress}
      className="grid size-8 shrink-0 place-items-center rounded-md hover:bg-surface-strong disabled:opacity-40 pointer-coarse:size-11 [&_svg]:size-4"
    >
      {children}
    </button>
  )
}
