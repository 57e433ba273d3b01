/** Text that runs along the time axis, cut to its room and said again in long bands. */
import type { Geometry } from './geometry.ts'
import { cutText, LETTER_WIDTH, textWidth } from './texts.ts'
import type { PixelWindow } from './use-camera.ts'

/** Narrower bands are drawn without their text. */
const ROOM_MIN = 34
/** Distance from one text of a long band to the next. */
const REPEAT = 420

interface AlongTextProps {
  readonly geometry: Geometry
  /** The edges of the band, and the middle of the text across, in pixels. */
  readonly from: number
  readonly to: number
  readonly across: number
  /** From the edge of the band to its text. */
  readonly indent: number
  readonly window: PixelWindow
  readonly text: string
  readonly className?: string | undefined
}

export function AlongText(props: AlongTextProps) {
  const { geometry, from, to, across, indent, window, text, className = 'fill-text' } = props
  return placesOf(from + indent, to, window).map((along) => {
    const room = Math.min(to, along + REPEAT) - along
    const isRepeat = along > from + indent
    if (room < (isRepeat ? textWidth(text) : ROOM_MIN)) return null
    const { x, y } = geometry.point(along, across)
    return (
      <text
        key={along}
        transform={`translate(${x} ${y})${geometry.direction === 'down' ? ' rotate(90)' : ''}`}
        dominantBaseline="central"
        className={`${className} text-[11px]`}
      >
        {cutText(text, Math.floor(room / LETTER_WIDTH))}
      </text>
    )
  })
}

/** Every so often from the start of the band, as far as it is in the window. */
function placesOf(start: number, end: number, { from, to }: PixelWindow): readonly number[] {
  const skipped = Math.max(0, Math.floor((from - start) / REPEAT))
  const places: number[] = []
  for (let along = start + skipped * REPEAT; along < Math.min(end, to); along += REPEAT) {
    places.push(along)
  }
  return places
}
