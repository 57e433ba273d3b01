/** The steps of a story, numbered as the marks in its diagram are. */
import type { ReactNode } from 'react'
import { formatSeconds, type Story } from '#core'

type StoryStep = Story['steps'][number]

interface StoryStepsProps {
  readonly label: string
  readonly steps: readonly Pick<StoryStep, 'event' | 'atMicros' | 'text'>[]
  /** Draws the text of a step. */
  readonly children: (step: Pick<StoryStep, 'event' | 'text'>) => ReactNode
}

export function StorySteps({ label, steps, children }: StoryStepsProps) {
  return (
    <ol aria-label={label} className="space-y-1">
      {steps.map((step, index) => (
        <li key={step.event} className="grid grid-cols-[1.25rem_4.25rem_1fr] items-baseline">
          <span aria-hidden="true" className="text-muted tabular-nums">
            {index + 1}.
          </span>
          <span className="text-muted text-xs tabular-nums">{formatSeconds(step.atMicros)}</span>
          {children(step)}
        </li>
      ))}
    </ol>
  )
}
