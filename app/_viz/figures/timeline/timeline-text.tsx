/** The histories of a timeline on paper: each drawn, judged, and explained. */

import type { TimelineFigure } from '#content/schema/figure.ts'
import type { FigureHistory } from '#content/schema/figure-history.ts'
import { computedOnce } from '../computed-once.ts'
import { BoardDrawing } from './board.tsx'
import { labelOf } from './board-layout.ts'
import { historyOf, judgeHistory } from './judge-history.ts'
import { LevelTable } from './level-table.tsx'

export function TimelineText({ figure }: { readonly figure: TimelineFigure }) {
  return figure.histories.map((history) => <HistoryText key={history.id} history={history} />)
}

export function HistoryText({ history }: { readonly history: FigureHistory }) {
  const read = historyOf(history)
  const levels = computedOnce(history, 'levels', () => judgeHistory(history))
  const broken = levels.flatMap(({ verdict }) =>
    verdict.verdict === 'fail' ? [verdict.anomaly] : [],
  )
  const told = read.operations.map(
    (operation) =>
      `${operation.process}: ${labelOf(operation)}, from ${operation.call} to ${operation.return ?? 'an end unknown'}`,
  )
  return (
    <div className="grid grid-cols-1 gap-3 border-line border-t pt-4">
      <p className="font-medium text-sm">{history.name}</p>
      <BoardDrawing
        history={read}
        summary={`${history.name}. ${told.join('. ')}.`}
        marked={broken[0]?.operations ?? []}
      />
      <p className="text-sm">{history.why}</p>
      <LevelTable levels={levels} />
    </div>
  )
}
