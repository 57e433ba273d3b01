'use client'
/** One history: predict, place the moments, ask the checker, and read why. */
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { TimelineFigure } from '#content/schema/figure.ts'
import type { FigureHistory } from '#content/schema/figure-history.ts'
import type { History, Model } from '#core'
import { Button } from '../../../_ui/button.tsx'
import { ChoiceGroup } from '../choice-group.tsx'
import { UNSURE } from '../unsure.ts'
import { BoardDrawing } from './board.tsx'
import { layOutBoard } from './board-layout.ts'
import { historyOf, type JudgedLevel, judgeHistory, linearOrder, modelOf } from './judge-history.ts'
import { LevelTable } from './level-table.tsx'
import { MomentHandle } from './moment-handle.tsx'
import { PlacedOrder } from './placed-order.tsx'
import { firstMoments, type Moments, momentsOf, moveMoment, placementOf } from './placement.ts'

const ANSWERS = [{ id: 'pass', name: 'Yes' }, { id: 'fail', name: 'No' }, UNSURE] as const

export function HistoryBench({
  history,
  mode,
  question,
}: {
  readonly history: FigureHistory
  readonly mode: TimelineFigure['mode']
  readonly question: string
}) {
  const [prediction, setPrediction] = useState<string>()
  const [judged, setJudged] = useState<readonly JudgedLevel[]>()
  const anomalies = judged?.flatMap(({ verdict }) =>
    verdict.verdict === 'fail' ? [verdict.anomaly] : [],
  )
  return (
    <>
      <ChoiceGroup
        legend={question}
        options={ANSWERS}
        chosen={prediction}
        arrangement="row"
        onChoose={setPrediction}
      />
      {mode === 'place' ? (
        <PlacingBoard
          history={history}
          marked={anomalies?.[0]?.operations ?? []}
          isJudged={judged !== undefined}
        />
      ) : (
        <BoardDrawing
          history={historyOf(history)}
          summary={history.name}
          marked={anomalies?.[0]?.operations ?? []}
        />
      )}
      <div>
        <Button onClick={() => setJudged(judgeHistory(history))}>Ask the checker</Button>
      </div>
      <div aria-live="polite">
        {judged === undefined ? null : (
          <div className="grid grid-cols-1 gap-3 border-line border-t pt-4">
            <p className="text-sm">
              {comparePrediction(prediction, judged[0])} {history.why}
            </p>
            <LevelTable levels={judged} />
          </div>
        )}
      </div>
    </>
  )
}

function comparePrediction(prediction: string | undefined, first: JudgedLevel | undefined): string {
  const answer = ANSWERS.find(({ id }) => id === first?.verdict.verdict)
  if (answer === undefined) return ''
  if (prediction === undefined || prediction === UNSURE.id) return `${answer.name}.`
  return prediction === answer.id
    ? `${answer.name}, as you said.`
    : `You said otherwise: ${answer.name.toLowerCase()}.`
}

/** The board with a handle for each operation that took place. */
function PlacingBoard({
  history,
  marked,
  isJudged,
}: {
  readonly history: FigureHistory
  readonly marked: readonly number[]
  /** Before that, the offer of an order would give away that there is one. */
  readonly isJudged: boolean
}) {
  const read = historyOf(history)
  const { end } = layOutBoard(read, 'wide')
  const model = modelOf(history)
  const first = firstMoments(read, end)
  const [moments, setMoments] = useState(first)
  const placement = placementOf(read, model, moments)
  const order = isJudged ? linearOrder(history) : undefined
  const inOrder = [...moments].toSorted(([a, at], [b, other]) => at - other || a - b)
  const placeOf = (id: number) => 1 + inOrder.findIndex(([operation]) => operation === id)
  return (
    <div className="grid grid-cols-1 gap-3">
      <p className="text-muted text-sm">
        Drag each mark to the moment at which its operation takes effect, or focus it and use the
        arrow keys. A mark stays between start and end of its operation.
      </p>
      <BoardDrawing
        history={read}
        marked={marked}
        handles={(board) =>
          board.bars.map(({ operation, y, label }) => {
            const moment = moments.get(operation.id)
            if (moment === undefined) return null
            const step = placement.steps.find((each) => each.operation === operation.id)
            return (
              <MomentHandle
                key={operation.id}
                {...{ board, operation, y, moment }}
                place={placeOf(operation.id)}
                fits={step?.fits ?? true}
                name={`${operation.process}, ${label}`}
                onMove={(to) => setMoments(moveMoment(moments, operation, { to, end }))}
              />
            )
          })
        }
      />
      <UnknownOutcomes history={read} model={model} moments={moments} onChange={setMoments} />
      <PlacedOrder history={read} model={model} placement={placement} />
      <div className="flex flex-wrap gap-2">
        <Button look="quiet" onClick={() => setMoments(first)}>
          <RotateCcw aria-hidden="true" className="size-4" />
          Put the marks back
        </Button>
        {order === undefined || placement.fits ? null : (
          <Button look="quiet" onClick={() => setMoments(momentsOf(read, order, end))}>
            Show an order that fits
          </Button>
        )}
      </div>
    </div>
  )
}

/** Nobody knows whether these happened, so the reader decides. */
function UnknownOutcomes({
  history,
  model,
  moments,
  onChange,
}: {
  readonly history: History
  readonly model: Model
  readonly moments: Moments
  readonly onChange: (moments: Moments) => void
}) {
  return history.operations
    .filter(({ outcome }) => outcome === 'info')
    .map((operation) => (
      <label key={operation.id} className="flex min-h-6 items-center gap-2 text-sm">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={moments.has(operation.id)}
          onChange={({ target }) => {
            const changed = new Map(moments)
            if (target.checked) changed.set(operation.id, operation.call)
            else changed.delete(operation.id)
            onChange(changed)
          }}
        />
        {model.describeOperation(operation)}: it took effect
      </label>
    ))
}
