'use client'
/** The run that decides a question about an outcome: run here, by the real simulator, and drawn. */
import { useEffect, useState } from 'react'
import type { Choices, RunFigure } from '#content/schema/figure.ts'
import { FIGURES } from '../../_viz/figures/registry.ts'
import { type FigureRun, runFigure } from '../../_viz/figures/run/run.ts'
import { RunReport } from '../../_viz/figures/run/run-report.tsx'
import { QUESTION_RUNS } from '../../_viz/question-runs/registry.ts'

interface Shown {
  readonly figure: RunFigure
  readonly run: FigureRun
}

/** @param id of the registry of figures, or of that of question runs */
export function OutcomeRun({ id, choice }: { readonly id: string; readonly choice: Choices }) {
  const [shown, setShown] = useState<Shown>()
  const [problem, setProblem] = useState('')
  // Follows the network: the figure is fetched, which only the answer names.
  useEffect(() => {
    let isGone = false
    loadRun(id, choice).then(
      (loaded) => isGone || setShown(loaded),
      (error: unknown) => {
        if (!isGone) setProblem(error instanceof Error ? error.message : String(error))
      },
    )
    return () => {
      isGone = true
    }
  }, [id, choice])
  return (
    <section aria-label="The run" className="mt-6">
      {shown === undefined ? (
        <p className="text-muted text-sm" role={problem === '' ? undefined : 'alert'}>
          {problem === '' ? 'The run is being made …' : problem}
        </p>
      ) : (
        <RunReport figure={shown.figure} run={shown.run} />
      )}
    </section>
  )
}

async function loadRun(id: string, choice: Choices): Promise<Shown> {
  const load = FIGURES[id] ?? QUESTION_RUNS[id]
  if (load === undefined) throw new Error(`There is no run ${id} to show.`)
  const { figure } = await load().catch(() => {
    throw new Error('The run could not be loaded. It is shown when you are online again.')
  })
  if (figure.kind !== 'run') throw new Error(`The figure ${id} has no run to show.`)
  return { figure, run: runFigure(figure, choice) }
}
