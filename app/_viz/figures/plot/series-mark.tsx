/** Marks that tell series apart by shape, so that colour is never alone. */

const SHAPES = ['circle', 'square', 'triangle', 'diamond', 'cross', 'ring'] as const
const COLOURS = ['var(--accent)', 'var(--fault)', 'var(--pass)', 'var(--violation)', 'var(--text)']
const DASHES = [undefined, '7 4', '2 4', '10 3 2 3']

export interface SeriesLook {
  readonly shape: (typeof SHAPES)[number]
  readonly colour: string
  readonly dash: string | undefined
}

/** The look of the series at this place; equal places look equal everywhere. */
export function lookOf(index: number): SeriesLook {
  return {
    shape: SHAPES[index % SHAPES.length] ?? 'circle',
    colour: COLOURS[index % COLOURS.length] ?? 'var(--text)',
    dash: DASHES[index % DASHES.length],
  }
}

export function SeriesMark({
  x,
  y,
  look,
}: {
  readonly x: number
  readonly y: number
  readonly look: SeriesLook
}) {
  const { shape, colour } = look
  switch (shape) {
    case 'circle':
      return <circle cx={x} cy={y} r="4.5" fill={colour} />
    case 'ring':
      return <circle cx={x} cy={y} r="4" fill="var(--page)" stroke={colour} strokeWidth="2" />
    case 'cross':
      return (
        <path
          d={`M${x - 4} ${y - 4}l8 8m0 -8l-8 8`}
          stroke={colour}
          strokeWidth="2.2"
          fill="none"
        />
      )
    default:
      return <path d={pathOf(shape, x, y)} fill={colour} />
  }
}

function pathOf(shape: 'square' | 'triangle' | 'diamond', x: number, y: number): string {
  switch (shape) {
    case 'square':
      return `M${x - 4} ${y - 4}h8v8h-8Z`
    case 'triangle':
      return `M${x} ${y - 5}l5 9h-10Z`
    case 'diamond':
      return `M${x} ${y - 5.5}l5.5 5.5l-5.5 5.5l-5.5 -5.5Z`
  }
}

/** What a series is called, with its mark. */
export function SeriesLegend({ names }: { readonly names: readonly string[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {names.map((name, index) => (
        <li key={name} className="flex items-center gap-2">
          <svg aria-hidden="true" viewBox="0 0 26 12" className="h-3 w-6.5 shrink-0">
            <line
              x1="0"
              x2="26"
              y1="6"
              y2="6"
              stroke={lookOf(index).colour}
              strokeWidth="2"
              strokeDasharray={lookOf(index).dash}
            />
            <SeriesMark x={13} y={6} look={lookOf(index)} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}
