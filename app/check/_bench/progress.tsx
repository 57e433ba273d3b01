'use client'
/** That a check is running: how long already, and how many steps. */
import { useEffect, useState } from 'react'
import { Button } from '../../_ui/button.tsx'
import { stepsText } from '../../_ui/count-text.ts'

const TICK_MS = 200

interface CheckProgressProps {
  readonly startedMs: number
  readonly steps: number
  readonly onCancel: () => void
}

export function CheckProgress({ startedMs, steps, onCancel }: CheckProgressProps) {
  const seconds = useSecondsSince(startedMs)
  return (
    <div>
      <p role="status" className="font-medium">
        Checking …
      </p>
      <p className="mt-1 text-muted text-sm tabular-nums">
        {seconds.toFixed(1)} s, {stepsText(steps)}
      </p>
      <Button look="secondary" className="mt-3" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  )
}

function useSecondsSince(startedMs: number): number {
  const [nowMs, setNowMs] = useState(startedMs)
  // The clock is outside of React.
  useEffect(() => {
    const timer = setInterval(() => setNowMs(performance.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, nowMs - startedMs) / 1_000
}
