/** The map on paper: every model, what it implies, and its two histories. */

import type { ConsistencyMapFigure } from '#content/schema/figure.ts'
import { LEVELS } from '#core'
import { HistoryText } from '../timeline/timeline-text.tsx'
import { AvailabilityLegend, availabilityText } from './availability.tsx'
import { impliedBy } from './map-layout.ts'
import { levelName, ModelMap } from './model-map.tsx'

export function ConsistencyMapText({ figure }: { readonly figure: ConsistencyMapFigure }) {
  return (
    <>
      <ModelMap figure={figure} />
      <AvailabilityLegend />
      {figure.models.map((model) => {
        const weaker = figure.models.filter(({ id }) => impliedBy(model.id).has(id))
        return (
          <div key={model.id} className="grid grid-cols-1 gap-3">
            <p className="font-semibold">{levelName(model.id)}</p>
            <p className="text-sm">
              {model.plain} {LEVELS.find(({ id }) => id === model.id)?.sentence} It is{' '}
              {availabilityText(model.availability)}.
              {weaker.length === 0
                ? ''
                : ` It implies ${weaker.map(({ id }) => levelName(id)).join(', ')}.`}
            </p>
            <HistoryText history={model.allowed} />
            <HistoryText history={model.forbidden} />
          </div>
        )
      })}
    </>
  )
}
