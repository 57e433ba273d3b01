/** A band: the state that a node shows, the time it is down, or a cut of the network. */
import type { Geometry } from './geometry.ts'
import type { PlacedBand } from './layout.ts'
import type { PixelWindow } from './use-window.ts'

/** A state's band lies below the line of its lane. */
const STATE = { offset: 11, height: 17 }
/** Narrower bands are drawn without their text. */
const TEXT_WIDTH_MIN = 34
const PIXELS_PER_LETTER = 6.1
/** Distance from one text of a long band to the next. */
const REPEAT = 420

interface BandShapeProps {
  readonly band: PlacedBand
  readonly geometry: Geometry
  /** Id of the hatching pattern for cuts. */
  readonly hatch: string
  /** The part that is drawn. */
  readonly window: PixelWindow
}

export function BandShape({ band, geometry, hatch, window }: BandShapeProps) {
  const from = geometry.x(band.from)
  const width = Math.max(2, geometry.x(band.to) - from)
  const top = geometry.top(band.lane)
  const y = geometry.y(band.lane)
  switch (band.kind) {
    case 'state':
      return (
        <StateBand
          {...{ from, width, shade: band.shade, window }}
          y={y + STATE.offset}
          text={band.text}
        />
      )
    case 'cut':
      return (
        <rect
          x={from}
          y={top + 1}
          width={width}
          height={geometry.laneHeight(band.lane) - 2}
          fill={`url(#${hatch})`}
          className="opacity-45"
        />
      )
    case 'cut-network':
      return (
        <g>
          <rect
            x={from}
            y={y - 9}
            width={width}
            height={18}
            rx={3}
            className="fill-surface stroke-fault"
            strokeDasharray="4 3"
          />
          <BandText indent={12} window={window} y={y} from={from} width={width} text={band.text} />
        </g>
      )
    case 'down':
    case 'paused':
      return (
        <g>
          <rect x={from} y={y - 4} width={width} height={8} className="fill-page" />
          <line
            x1={from}
            x2={from + width}
            y1={y}
            y2={y}
            className="stroke-fault"
            strokeWidth={2}
            strokeDasharray={band.kind === 'down' ? '1 6' : '6 4'}
            strokeLinecap="round"
          />
          <BandText
            indent={10}
            window={window}
            y={y + STATE.offset + STATE.height / 2}
            from={from}
            width={width}
            text={band.text}
          />
        </g>
      )
  }
}

interface StateBandProps {
  readonly from: number
  readonly width: number
  readonly y: number
  readonly text: string
  readonly shade: number
  readonly window: PixelWindow
}

/** Three looks for the values of the first ribbon: plain, outlined and dashed, filled. */
function StateBand({ from, width, y, text, shade, window }: StateBandProps) {
  const look = SHADES[Math.min(shade, SHADES.length - 1)] ?? SHADES[0]
  return (
    <g>
      <rect
        x={from}
        y={y}
        width={Math.max(1, width - 1)}
        height={STATE.height}
        rx={2}
        className={look?.box}
        strokeDasharray={look?.dash}
      />
      <BandText
        indent={6}
        window={window}
        y={y + STATE.height / 2}
        from={from}
        width={width}
        text={text}
        className={look?.text}
      />
    </g>
  )
}

const SHADES: readonly { readonly box: string; readonly text: string; readonly dash?: string }[] = [
  { box: 'fill-surface-strong', text: 'fill-text' },
  { box: 'fill-page stroke-text', text: 'fill-text', dash: '3 2' },
  { box: 'fill-muted', text: 'fill-page font-medium' },
]

interface BandTextProps {
  /** From the left edge of the band to its text. */
  readonly indent: number
  readonly y: number
  readonly from: number
  readonly width: number
  readonly window: PixelWindow
  readonly text: string
  readonly className?: string | undefined
}

/** As much of the text as fits, and again every so often: the beginning may be out of view. */
function BandText(props: BandTextProps) {
  const { indent, y, from, width, window, text, className = 'fill-text' } = props
  return textPlaces(from + indent, from + width, window).map((x) => {
    const letters = Math.floor((Math.min(from + width, x + REPEAT) - x) / PIXELS_PER_LETTER)
    if (letters * PIXELS_PER_LETTER < TEXT_WIDTH_MIN) return null
    const shown = text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1))}…`
    return (
      <text
        key={x}
        x={x}
        y={y + 0.5}
        dominantBaseline="middle"
        className={`${className} text-[11px]`}
      >
        {shown}
      </text>
    )
  })
}

/** Every so often from the start of the band, as far as it is in the window. */
function textPlaces(start: number, end: number, { left, width }: PixelWindow): readonly number[] {
  const skipped = Math.max(0, Math.floor((left - start) / REPEAT))
  const places: number[] = []
  for (let x = start + skipped * REPEAT; x < Math.min(end, left + width); x += REPEAT) {
    places.push(x)
  }
  return places
}
