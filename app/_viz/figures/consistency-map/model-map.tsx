/** The map itself: models in rows, arrows from the stronger to the weaker. */

import type { ConsistencyMapFigure, MapModel } from '#content/schema/figure.ts'
import type { LevelName } from '#content/schema/figure-history.ts'
import { LEVELS } from '#core'
import { cn } from '../../../_ui/class-names.ts'
import { AvailabilityGlyph, availabilityText } from './availability.tsx'
import { layOutMap } from './map-layout.ts'

const ROW_HEIGHT = 78

interface ModelMapProps {
  readonly figure: ConsistencyMapFigure
  /** Left out on paper, where nothing can be chosen. */
  readonly onChoose?: (id: LevelName) => void
  readonly chosen?: LevelName | undefined
}

export function ModelMap({ figure, onChoose, chosen }: ModelMapProps) {
  const { rows, models, arrows } = layOutMap(figure.models.map(({ id }) => id))
  const placeOf = (id: LevelName) => models.find((model) => model.id === id) ?? { x: 0, y: 0 }
  return (
    <div className="relative" style={{ height: rows * ROW_HEIGHT }}>
      <svg
        aria-hidden="true"
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        className="absolute inset-0 size-full"
      >
        {arrows.map(({ from, to }) => {
          const [a, b] = [placeOf(from), placeOf(to)]
          const isNear = chosen === from || chosen === to
          return (
            <line
              key={`${from} ${to}`}
              x1={a.x}
              y1={a.y}
              x2={b.x}
              y2={b.y}
              stroke={isNear ? 'var(--accent)' : 'var(--line-strong)'}
              strokeWidth={isNear ? 2.5 : 1.25}
              vectorEffect="non-scaling-stroke"
            />
          )
        })}
      </svg>
      <ul className="contents">
        {models.map(({ id, x, y }) => {
          const model = figure.models.find((candidate) => candidate.id === id)
          if (model === undefined) return null
          return (
            <li
              key={id}
              className="-translate-x-1/2 -translate-y-1/2 absolute w-max max-w-[30%]"
              style={{ left: `${x}%`, top: `${y}%` }}
            >
              <ModelBox model={model} isChosen={chosen === id} onChoose={onChoose} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function ModelBox({
  model,
  isChosen,
  onChoose,
}: {
  readonly model: MapModel
  readonly isChosen: boolean
  readonly onChoose: ModelMapProps['onChoose']
}) {
  const look = cn(
    'block min-h-11 rounded-md border bg-page px-2 py-1.5 text-center text-xs leading-tight sm:px-3 sm:text-sm',
    isChosen ? 'border-accent shadow-[inset_0_0_0_1px_var(--accent)]' : 'border-line-strong',
  )
  const name = (
    <>
      <AvailabilityGlyph kind={model.availability} /> {levelName(model.id)}
      <span className="sr-only">, {availabilityText(model.availability)}</span>
    </>
  )
  if (onChoose === undefined) return <span className={cn(look, 'content-center')}>{name}</span>
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={() => onChoose(model.id)}
      className={cn(look, 'hover:border-accent')}
    >
      {name}
    </button>
  )
}

export function levelName(id: LevelName): string {
  return LEVELS.find((level) => level.id === id)?.name ?? id
}
