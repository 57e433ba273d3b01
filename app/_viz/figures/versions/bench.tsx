'use client'
/** A run of replicas: predict its outcome, run it, then go through it moment by moment. */
import { useId, useState } from 'react'
import type { Choices, VersionsFigure } from '#content/schema/figure.ts'
import { Button } from '../../../_ui/button.tsx'
import { type FigureRun, runFigure } from '../run/run.ts'
import { RunChoices } from '../run/run-choices.tsx'
import { RunReport } from '../run/run-report.tsx'
import { LagTable } from './lag-table.tsx'
import { progressOf } from './progress.ts'
import { VersionRow } from './version-row.tsx'

export function VersionsBench({ figure }: { readonly figure: VersionsFigure }) {
  const { run: runs } = figure
  const [choice, setChoice] = useState<Choices>(runs.first)
  const [prediction, setPrediction] = useState<string>()
  const [shown, setShown] = useState<FigureRun>()
  const choose = (change: Choices) => {
    setChoice({ ...choice, ...change })
    setPrediction(undefined)
    setShown(undefined)
  }
  return (
    <div className="grid grid-cols-1 gap-5">
      <RunChoices
        figure={runs}
        choice={choice}
        prediction={prediction}
        onChoose={choose}
        onPredict={setPrediction}
      />
      <div>
        <Button onClick={() => setShown(runFigure(runs, choice))}>Run</Button>
      </div>
      {shown === undefined ? null : (
        <>
          <Scrubber key={shown.traceHash} figure={figure} run={shown} />
          <RunReport figure={runs} run={shown} prediction={prediction} />
        </>
      )}
    </div>
  )
}

function Scrubber({ figure, run }: { readonly figure: VersionsFigure; readonly run: FigureRun }) {
  const progress = progressOf(run.trace, figure.versionOf)
  const [moment, setMoment] = useState(0)
  const id = useId()
  const at = (progress.moments[moment]?.at ?? 0) / 1_000
  return (
    <div className="grid grid-cols-1 gap-3">
      <VersionRow progress={progress} moment={moment} />
      <label htmlFor={id} className="font-medium text-sm">
        Moment: <output htmlFor={id}>{at.toFixed(1)} ms</output>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={progress.moments.length - 1}
        value={moment}
        aria-valuetext={`${at.toFixed(1)} ms, moment ${moment + 1} of ${progress.moments.length}`}
        onChange={({ target }) => setMoment(Number(target.value))}
        className="min-h-11 accent-accent"
      />
      <LagTable progress={progress} moment={moment} />
    </div>
  )
}
