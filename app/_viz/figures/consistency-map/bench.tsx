'use client'
/** The map of consistency models: choose one, and tell a history that it allows from one it forbids. */
import { useState } from 'react'
import type { ConsistencyMapFigure, MapModel } from '#content/schema/figure.ts'
import { LEVELS } from '#core'
import { Button } from '../../../_ui/button.tsx'
import { ChoiceGroup } from '../choice-group.tsx'
import { BoardDrawing } from '../timeline/board.tsx'
import { historyOf, type JudgedLevel, judgeHistory } from '../timeline/judge-history.ts'
import { LevelTable } from '../timeline/level-table.tsx'
import { UNSURE } from '../unsure.ts'
import { AvailabilityLegend, availabilityText } from './availability.tsx'
import { impliedBy } from './map-layout.ts'
import { levelName, ModelMap } from './model-map.tsx'

export function ConsistencyMapBench({ figure }: { readonly figure: ConsistencyMapFigure }) {
  const [chosen, setChosen] = useState(figure.models[0]?.id)
  const index = figure.models.findIndex(({ id }) => id === chosen)
  const model = figure.models[index]
  return (
    <div className="grid grid-cols-1 gap-5">
      <ModelMap figure={figure} chosen={chosen} onChoose={setChosen} />
      <AvailabilityLegend />
      {model === undefined ? null : (
        // Which of the two comes first must not give the answer away.
        <ModelPanel
          key={model.id}
          figure={figure}
          model={model}
          isForbiddenFirst={index % 3 !== 1}
        />
      )}
    </div>
  )
}

function ModelPanel({
  figure,
  model,
  isForbiddenFirst,
}: {
  readonly figure: ConsistencyMapFigure
  readonly model: MapModel
  readonly isForbiddenFirst: boolean
}) {
  const level = LEVELS.find(({ id }) => id === model.id)
  const weaker = figure.models.filter(({ id }) => impliedBy(model.id).has(id))
  return (
    <div
      role="group"
      aria-label={levelName(model.id)}
      className="grid grid-cols-1 gap-4 border-line border-t pt-5"
    >
      <div>
        <p className="font-semibold text-base">{levelName(model.id)}</p>
        <p className="mt-1 text-sm">{model.plain}</p>
        <p className="mt-1 text-muted text-sm">
          {level?.sentence} ({level?.source}.) It is {availabilityText(model.availability)}.
          {weaker.length === 0
            ? ''
            : ` It implies ${weaker.map(({ id }) => levelName(id)).join(', ')}.`}{' '}
          {model.lesson === undefined ? null : (
            <a href={`/learn/${model.lesson}`} className="text-accent underline underline-offset-2">
              The lesson on it
            </a>
          )}
        </p>
      </div>
      <HistoryPair model={model} isForbiddenFirst={isForbiddenFirst} />
    </div>
  )
}

/** Two histories without names: one of them the model forbids. */
function HistoryPair({
  model,
  isForbiddenFirst,
}: {
  readonly model: MapModel
  readonly isForbiddenFirst: boolean
}) {
  const [prediction, setPrediction] = useState<string>()
  const [judged, setJudged] = useState<readonly (JudgedLevel | undefined)[]>()
  const pair = isForbiddenFirst
    ? [model.forbidden, model.allowed]
    : [model.allowed, model.forbidden]
  const answer = isForbiddenFirst ? 'a' : 'b'
  const judge = () =>
    setJudged(pair.map((history) => judgeHistory(history).find(({ id }) => id === model.id)))
  return (
    <>
      <div className="grid grid-cols-1 gap-4">
        {pair.map((history, index) => (
          <div key={history.id}>
            <p className="font-medium text-sm">{index === 0 ? 'A' : 'B'}</p>
            <BoardDrawing
              history={historyOf(history)}
              summary={`${history.name}.`}
              marked={anomalyOf(judged?.[index])}
            />
            {judged === undefined ? null : <p className="text-sm">{history.why}</p>}
          </div>
        ))}
      </div>
      <ChoiceGroup
        legend={`Which of the two does ${levelName(model.id)} forbid?`}
        options={[{ id: 'a', name: 'A' }, { id: 'b', name: 'B' }, UNSURE]}
        chosen={prediction}
        arrangement="row"
        onChoose={setPrediction}
      />
      <div>
        <Button onClick={judge}>Ask the checker</Button>
      </div>
      <div aria-live="polite">
        {judged === undefined ? null : (
          <div className="grid grid-cols-1 gap-3">
            <p className="font-medium text-sm">
              {prediction === answer ? 'As you said: it' : 'It'} forbids {answer.toUpperCase()}.
            </p>
            <LevelTable
              levels={judged.flatMap((level, index) =>
                level === undefined
                  ? []
                  : [
                      {
                        ...level,
                        id: String(index),
                        name: `${index === 0 ? 'A' : 'B'}: ${level.name}`,
                      },
                    ],
              )}
            />
          </div>
        )}
      </div>
    </>
  )
}

function anomalyOf(level: JudgedLevel | undefined): readonly number[] {
  return level?.verdict.verdict === 'fail' ? level.verdict.anomaly.operations : []
}
