/** What the marks send, in words above their lanes, as far as there is room. */
import type { Geometry } from './geometry.ts'
import type { Mark } from './layout.ts'
import { typeOf } from './letters.ts'

const PIXELS_PER_LETTER = 5.9
const GAP = 8
/** Above the line of the lane. */
const OFFSET = -10

interface MarkLabelsProps {
  /** In the order of their positions. */
  readonly marks: readonly Mark[]
  readonly geometry: Geometry
}

export function MarkLabels({ marks, geometry }: MarkLabelsProps) {
  const freeFrom = new Map<number, number>()
  return marks.map((mark) => {
    const text = labelOf(mark)
    if (text === '') return null
    const x = geometry.x(mark.position)
    const half = (text.length * PIXELS_PER_LETTER) / 2
    if (x - half < (freeFrom.get(mark.lane) ?? Number.NEGATIVE_INFINITY)) return null
    freeFrom.set(mark.lane, x + half + GAP)
    return (
      <text
        key={mark.step}
        x={x}
        y={geometry.y(mark.lane) + OFFSET}
        textAnchor="middle"
        className="fill-muted stroke-page text-[10.5px]"
        strokeWidth={3}
        paintOrder="stroke"
      >
        {text}
      </text>
    )
  })
}

/** The types that it sends, each once; a timer that sends nothing shows its name. */
function labelOf({ group }: Mark): string {
  const sent = new Set<string>()
  for (const effect of group.effects) if (effect.kind === 'send') sent.add(typeOf(effect.body))
  if (sent.size > 0) return [...sent].join(', ')
  return group.lead.kind === 'timer' ? `${group.lead.name} timer` : ''
}
