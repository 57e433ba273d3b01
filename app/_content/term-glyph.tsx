/**
 * The sign with which the drawings of this site show what a word of the glossary means. Signs of
 * events come from the diagram itself, so that a word and its drawing cannot drift apart.
 */
import type { ReactNode } from 'react'
import type { TraceEvent } from '#core'
import { MarkGlyph } from '../_viz/space-time/mark-glyph.tsx'

const WIDTH = 44
const HEIGHT = 20

/** The sign of a word, by its id in the glossary; words that no drawing shows have none. */
export function TermGlyph({ id }: { readonly id: string }) {
  const drawing = drawingOf(id)
  if (drawing === undefined) return null
  return (
    // The word beside it says the same.
    <svg
      aria-hidden="true"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      strokeWidth={1.8}
      className="inline-block shrink-0 fill-none align-middle"
    >
      {drawing}
    </svg>
  )
}

function drawingOf(id: string): ReactNode {
  const event = EVENTS[id]
  if (event === undefined) return SHAPES[id]
  return (
    <g transform={`translate(${WIDTH / 2} ${HEIGHT / 2})`}>
      <MarkGlyph event={event} />
    </g>
  )
}

const HEAD = { id: 0, at: 0, cause: -1 } as const
const NODE = { ...HEAD, node: 'n1' } as const
const COMPLETE = { ...HEAD, kind: 'complete', client: 'c1', operation: 1, body: '' } as const

const EVENTS: Readonly<Record<string, TraceEvent>> = {
  crash: { ...NODE, kind: 'crash', writesLost: 0, tornKey: null },
  restart: { ...NODE, kind: 'boot', incarnation: 2 },
  heal: { ...HEAD, kind: 'heal', cut: 1 },
  info: { ...COMPLETE, outcome: 'info' },
  'clock-skew': { ...NODE, kind: 'skew', offsetMicros: 0, driftPpm: 0 },
  timeout: { ...NODE, kind: 'timer', name: 'timeout' },
}

const LANE = <path d="M0 10 H44" className="stroke-line-strong" strokeWidth={1.25} />

/** The hatching of a cut, between the lanes of two nodes. */
const CUT = (
  <path
    d="M2 16 L12 4 M11 16 L21 4 M20 16 L30 4 M29 16 L39 4"
    className="stroke-fault"
    strokeWidth={1.5}
  />
)

const BAR = { x: 3, y: 4, width: 38, height: 12, rx: 3 } as const

const SHAPES: Readonly<Record<string, ReactNode>> = {
  node: (
    <>
      {LANE}
      <rect x={14} y={2} width={16} height={16} rx={4} className="fill-page stroke-text" />
    </>
  ),
  message: <path d="M2 4 L38 15 M30.5 15.5 L38 15 L33 9.5" className="stroke-message" />,
  link: <path d="M2 10 H40 M34 5 L40 10 L34 15" className="stroke-message" />,
  partition: (
    <>
      <path d="M0 1 H44 M0 19 H44" className="stroke-line-strong" strokeWidth={1.25} />
      {CUT}
    </>
  ),
  'one-way-cut': (
    <>
      {CUT}
      <path d="M2 18 H40 M35 14 L40 18" className="stroke-message" />
    </>
  ),
  operation: <rect {...BAR} className="fill-surface-strong stroke-line-strong" />,
  'pending-operation': (
    <rect {...BAR} className="fill-surface-strong stroke-line-strong" strokeDasharray="4 3" />
  ),
  'linearization-point': (
    <>
      <rect {...BAR} className="fill-surface-strong stroke-line-strong" />
      <path d="M22 1 V19" className="stroke-accent" strokeWidth={2.5} />
      <circle cx={22} cy={10} r={5} className="fill-accent" />
    </>
  ),
  stale: (
    <>
      <rect {...BAR} width={30} className="fill-surface-strong stroke-line-strong" />
      <circle cx={33} cy={10} r={7} className="stroke-violation" strokeWidth={3} />
    </>
  ),
  concurrent: (
    <>
      <rect x={2} y={1} width={26} height={8} rx={3} className="fill-surface-strong stroke-text" />
      <rect
        x={16}
        y={11}
        width={26}
        height={8}
        rx={3}
        className="fill-surface-strong stroke-text"
      />
    </>
  ),
  history: (
    <>
      <rect x={1} y={1} width={16} height={8} rx={3} className="fill-surface-strong stroke-text" />
      <rect
        x={20}
        y={11}
        width={22}
        height={8}
        rx={3}
        className="fill-surface-strong stroke-text"
      />
    </>
  ),
}

/** Words that have a sign, for the test that holds them against the glossary. */
export const TERMS_WITH_GLYPH: readonly string[] = [...Object.keys(EVENTS), ...Object.keys(SHAPES)]
