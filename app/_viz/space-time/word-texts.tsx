/** The words beside marks, where they found room. */
import type { Direction } from './geometry.ts'
import type { Word } from './words.ts'

interface WordTextsProps {
  readonly words: readonly Word[]
  readonly direction: Direction
  /** Steps whose words step back. */
  readonly isDimmed: (step: number) => boolean
}

export function WordTexts({ words, direction, isDimmed }: WordTextsProps) {
  return (
    <g className="pointer-events-none">
      {words.map(({ key, text, tone, step, x, y, width }) => (
        <g key={key} className={tone === 'label' && isDimmed(step) ? 'opacity-35' : ''}>
          {direction === 'down' ? (
            // Where time runs down, words lie across other lanes and need a ground of their own.
            <rect
              x={x - 2}
              y={y - 6}
              width={width + 4}
              height={13}
              rx={2}
              className="fill-page opacity-85"
            />
          ) : null}
          <text
            x={x}
            y={y}
            dominantBaseline="central"
            className={`stroke-page ${LOOKS[tone]}`}
            strokeWidth={3}
            paintOrder="stroke"
          >
            {text}
          </text>
        </g>
      ))}
    </g>
  )
}

const LOOKS: Readonly<Record<Word['tone'], string>> = {
  label: 'fill-muted text-[10.5px]',
  cut: 'fill-fault text-[10.5px] font-medium',
  violation: 'fill-violation font-semibold text-[11px]',
  related: 'fill-violation font-semibold text-[11px]',
}
