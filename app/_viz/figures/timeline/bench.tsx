'use client'
/** Histories to judge: place the moments or say which levels hold, then ask the checker. */
import { useState } from 'react'
import type { TimelineFigure } from '#content/schema/figure.ts'
import { ChoiceGroup } from '../choice-group.tsx'
import { HistoryBench } from './history-bench.tsx'

export function TimelineBench({ figure }: { readonly figure: TimelineFigure }) {
  const { histories, mode, question } = figure
  const [chosen, setChosen] = useState(histories[0]?.id)
  const history = histories.find(({ id }) => id === chosen)
  return (
    <div className="grid grid-cols-1 gap-5">
      {histories.length < 2 ? null : (
        <ChoiceGroup
          legend="History"
          options={histories}
          chosen={chosen}
          arrangement="row"
          onChoose={setChosen}
        />
      )}
      {history === undefined ? null : (
        <HistoryBench key={history.id} history={history} mode={mode} question={question} />
      )}
    </div>
  )
}
