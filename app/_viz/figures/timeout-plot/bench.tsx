'use client'
/** Measures timeouts one after the other, in the reader's browser, without stopping the page. */
import { useState } from 'react'
import type { TimeoutPlotFigure } from '#content/schema/figure-measured.ts'
import { Button } from '../../../_ui/button.tsx'
import { ChoiceGroup } from '../choice-group.tsx'
import { UNSURE } from '../unsure.ts'
import { measureTimeout, type TimeoutPoint } from './measure-timeouts.ts'
import { TimeoutsPlot } from './timeouts-plot.tsx'

const PREDICTIONS = [{ id: 'yes', name: 'Yes' }, { id: 'no', name: 'No' }, UNSURE] as const

export function TimeoutPlotBench({ figure }: { readonly figure: TimeoutPlotFigure }) {
  const [weather, setWeather] = useState(figure.weathers[0]?.id)
  const [prediction, setPrediction] = useState<string>()
  const [points, setPoints] = useState<readonly TimeoutPoint[]>([])
  const [isRunning, setIsRunning] = useState(false)

  const measure = async () => {
    if (weather === undefined) return
    setIsRunning(true)
    const others = points.filter((point) => point.weather !== weather)
    const made: TimeoutPoint[] = []
    for (const timeoutMs of figure.timeoutsMs) {
      made.push(measureTimeout(figure, weather, timeoutMs))
      setPoints([...others, ...made])
      // Lets the page draw and answer between two points.
      await new Promise((resolve) => setTimeout(resolve))
    }
    setIsRunning(false)
  }

  return (
    <div className="grid grid-cols-1 gap-5">
      <ChoiceGroup
        legend="The network is"
        options={figure.weathers}
        chosen={weather}
        arrangement="column"
        onChoose={(chosen) => {
          setWeather(chosen)
          setPrediction(undefined)
        }}
      />
      <ChoiceGroup
        legend="Before you run it: will one of these timeouts suspect nobody alive?"
        options={PREDICTIONS}
        chosen={prediction}
        arrangement="row"
        onChoose={setPrediction}
      />
      <div>
        <Button onClick={() => void measure()} disabled={isRunning}>
          {isRunning
            ? 'Measuring …'
            : `Run ${2 * figure.seedCount * figure.timeoutsMs.length} times`}
        </Button>
      </div>
      <p aria-live="polite" className="text-sm">
        {isRunning
          ? ''
          : sayPoints(
              points.filter((point) => point.weather === weather),
              prediction,
            )}
      </p>
      {points.length === 0 ? null : <TimeoutsPlot figure={figure} points={points} />}
    </div>
  )
}

/** The soonest timeout without false suspicion, and what it costs. */
function sayPoints(points: readonly TimeoutPoint[], prediction: string | undefined): string {
  if (points.length === 0) return ''
  const quiet = points.find(({ falseSuspicions }) => falseSuspicions === 0)
  const answer = quiet === undefined ? 'no' : 'yes'
  const compared = prediction === answer ? 'As you said. ' : ''
  const hasty = points[0]
  if (quiet === undefined) return `${compared}Every one of these timeouts suspected somebody alive.`
  if (quiet === hasty) {
    return `${compared}${quiet.timeoutMs} ms, the shortest, suspected nobody alive in these runs.`
  }
  return `${compared}The shortest timeout that suspected nobody alive is ${quiet.timeoutMs} ms; it noticed the crash after ${quiet.detectedAfterMs ?? '–'} ms. With ${hasty?.timeoutMs} ms that took ${hasty?.detectedAfterMs ?? '–'} ms, at ${hasty?.falseSuspicions} false suspicions a run.`
}
