'use client'
/** The time that is left. It can be switched off, ends nothing, and is told rarely to those who listen. */
import { useEffect, useState } from 'react'
import { Button } from '../../_ui/button.tsx'

interface ClockProps {
  /** ISO 8601. */
  readonly startedAt: string
  readonly minutes: number
  readonly isOn: boolean
  readonly onSwitch: (isOn: boolean) => void
}

const MS_PER_MINUTE = 60_000
/** Minutes before the end at which a screen reader is told. */
const TOLD_AT = [10, 5, 1, 0] as const

export function Clock({ startedAt, minutes, isOn, onSwitch }: ClockProps) {
  const [now, setNow] = useState<number>()
  // Follows the clock of the machine.
  useEffect(() => {
    if (!isOn) return
    setNow(Date.now())
    const ticking = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(ticking)
  }, [isOn])
  const leftMs =
    now === undefined
      ? minutes * MS_PER_MINUTE
      : Date.parse(startedAt) + minutes * MS_PER_MINUTE - now
  const minutesLeft = Math.ceil(leftMs / MS_PER_MINUTE)
  const told = TOLD_AT.findLast((each) => minutesLeft <= each)
  return (
    <div className="flex flex-wrap items-center gap-3 text-sm">
      {isOn ? (
        <p role="timer" aria-live="off" className="font-medium tabular-nums">
          {leftMs > 0 ? `${clockText(leftMs)} left` : 'Time is up: finish your sentence.'}
        </p>
      ) : (
        <p className="text-muted">No clock.</p>
      )}
      <Button look="quiet" size="small" onClick={() => onSwitch(!isOn)}>
        {isOn ? 'Switch the clock off' : 'Switch the clock on'}
      </Button>
      <p aria-live="polite" className="sr-only">
        {isOn && told !== undefined && minutesLeft < minutes ? toldWords(told) : ''}
      </p>
    </div>
  )
}

function toldWords(minutes: number): string {
  if (minutes === 0) return 'Time is up. Nothing is closed: finish your sentence.'
  return minutes === 1 ? 'One minute left.' : `${minutes} minutes left.`
}

function clockText(ms: number): string {
  const seconds = Math.ceil(ms / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
