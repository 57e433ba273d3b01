'use client'
/** What the lines and shapes of a diagram mean; only those that this run has. */
import { Info } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { Popover } from '../../_ui/popover.tsx'
import type { Layout } from './layout.ts'

interface LegendProps {
  readonly layout: Layout
}

export const Legend = memo(function Legend({ layout }: LegendProps) {
  return (
    <Popover
      align="end"
      trigger={
        <button
          type="button"
          aria-label="What the lines mean"
          title="What the lines mean"
          className="grid size-8 place-items-center rounded-md hover:bg-surface-strong pointer-coarse:size-11"
        >
          <Info aria-hidden="true" className="size-4" />
        </button>
      }
    >
      <ul className="space-y-1.5 text-sm">
        {ENTRIES.filter(({ isIn }) => isIn === undefined || isIn(layout)).map(
          ({ text, drawing }) => (
            <li key={text} className="flex items-center gap-2.5">
              <svg
                width={26}
                height={12}
                aria-hidden="true"
                strokeWidth={1.75}
                className="fill-none"
              >
                {drawing}
              </svg>
              {text}
            </li>
          ),
        )}
      </ul>
    </Popover>
  )
})

interface Entry {
  readonly text: string
  /** Whether the run has such a thing; left out for what every run has. */
  readonly isIn?: (layout: Layout) => boolean
  readonly drawing: ReactNode
}

const ENTRIES: readonly Entry[] = [
  { text: 'message', drawing: <path d="M0 6 H24" className="stroke-message" /> },
  {
    text: 'lost, at the cross',
    isIn: ({ arrows }) => arrows.some(({ dropped }) => dropped !== undefined),
    drawing: (
      <g className="stroke-fault">
        <path d="M0 6 H16" strokeDasharray="5 4" />
        <path d="M16 2 L24 10 M24 2 L16 10" />
      </g>
    ),
  },
  {
    text: 'held back by a clogged link',
    isIn: ({ arrows }) => arrows.some(({ wasHeld }) => wasHeld),
    drawing: <path d="M0 6 H24" className="stroke-message" strokeDasharray="10 4" />,
  },
  {
    text: 'repeated by the network',
    isIn: ({ arrows }) => arrows.some(({ isCopy }) => isCopy),
    drawing: (
      <g className="stroke-message">
        <path d="M0 6 H24" />
        <path d="M8 2 h6 v6 h-6 Z M11 5 h6 v6 h-6 Z" className="fill-page" />
      </g>
    ),
  },
  {
    text: 'still under way when the run ends',
    isIn: ({ arrows }) => arrows.some(({ endedBy }) => endedBy === undefined),
    drawing: (
      <g className="stroke-message">
        <path d="M0 6 H18" />
        <circle cx={21} cy={6} r={3} className="fill-page" />
      </g>
    ),
  },
  {
    text: 'between client and node',
    isIn: ({ arrows }) => arrows.some(({ kind }) => kind === 'client'),
    drawing: <path d="M0 6 H24" className="stroke-message" strokeDasharray="1 3" />,
  },
  {
    text: 'no answer: may take effect at any later time',
    isIn: ({ bars }) => bars.some(({ span }) => span.outcome === 'info'),
    drawing: <rect y={1} width={24} height={10} className="fill-fault opacity-30" />,
  },
  {
    text: 'cut off',
    isIn: ({ bands }) => bands.some(({ kind }) => kind === 'cut'),
    drawing: <path d="M0 12 L8 0 M8 12 L16 0 M16 12 L24 0" className="stroke-fault" />,
  },
  {
    text: 'down',
    isIn: ({ bands }) => bands.some(({ kind }) => kind === 'down'),
    drawing: <path d="M0 6 H24" className="stroke-fault" strokeDasharray="1 5" />,
  },
  {
    text: 'paused',
    isIn: ({ bands }) => bands.some(({ kind }) => kind === 'paused'),
    drawing: <path d="M0 4 H24 M0 9 H24" className="stroke-fault" strokeDasharray="8 4" />,
  },
  {
    text: 'may have led to the event at the cursor',
    drawing: <path d="M0 6 H24" className="stroke-message" strokeWidth={2.5} />,
  },
  {
    text: 'may follow from it',
    drawing: <path d="M0 6 H24" className="stroke-line-strong" strokeWidth={1.1} />,
  },
  { text: 'neither', drawing: <path d="M0 6 H24" className="stroke-message opacity-25" /> },
]
