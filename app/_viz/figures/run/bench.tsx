'use client'
/**
 * A run figure in the reader's browser: predict, run, explain, compare. The run is the real
 * simulator's; everything said about it comes from its trace.
 */
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { Choices, RunFigure } from '#content/schema/figure.ts'
import { Button } from '../../../_ui/button.tsx'
import { Comparison } from './comparison.tsx'
import { choiceKey, type FigureRun, runFigure } from './run.ts'
import { RunChoices } from './run-choices.tsx'
import { RunReport } from './run-report.tsx'

interface ComparedRun {
  readonly prediction: string | undefined
  readonly run: FigureRun
}

export function RunBench({ figure }: { readonly figure: RunFigure }) {
  const [choice, setChoice] = useState<Choices>(figure.first)
  const [prediction, setPrediction] = useState<string>()
  const [shown, setShown] = useState<ComparedRun>()
  const [compared, setCompared] = useState<readonly ComparedRun[]>([])

  const choose = (change: Choices) => {
    setChoice({ ...choice, ...change })
    setPrediction(undefined)
    setShown(undefined)
  }
  const run = () => {
    const made = { prediction, run: runFigure(figure, choice) }
    setShown(made)
    const key = choiceKey(figure, choice)
    const others = compared.filter(({ run: other }) => choiceKey(figure, other.choice) !== key)
    setCompared([...others, made])
  }
  const reset = () => {
    choose(figure.first)
    setCompared([])
  }

  return (
    <div className="grid grid-cols-1 gap-5">
      <RunChoices
        figure={figure}
        choice={choice}
        prediction={prediction}
        onChoose={choose}
        onPredict={setPrediction}
      />
      <div className="flex gap-2">
        <Button onClick={run}>Run</Button>
        <Button look="quiet" onClick={reset}>
          <RotateCcw aria-hidden="true" className="size-4" />
          Reset
        </Button>
      </div>
      <p aria-live="polite" className="sr-only">
        {shown?.run.told.verdict}
      </p>
      {shown === undefined ? null : (
        <RunReport figure={figure} run={shown.run} prediction={shown.prediction} />
      )}
      {compared.length < 2 ? null : (
        <Comparison
          figure={figure}
          caption="Your runs so far"
          runs={compared.map(({ run: made }) => made)}
        />
      )}
    </div>
  )
}
