'use client'
/** Statements that many believe: say what you think, then see the run that settles it. */
import { useState } from 'react'
import type { MythCard, MythsFigure } from '#content/schema/figure.ts'
import { Button } from '../../../_ui/button.tsx'
import { ChoiceGroup } from '../choice-group.tsx'
import { type FigureRun, runFigure } from '../run/run.ts'
import { RunReport } from '../run/run-report.tsx'
import { UNSURE } from '../unsure.ts'

const ANSWERS = [
  { id: 'true', name: 'True' },
  { id: 'false', name: 'False' },
  { id: 'it depends', name: 'It depends' },
  UNSURE,
] as const

export function MythsBench({ figure }: { readonly figure: MythsFigure }) {
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set())
  return (
    <div className="grid grid-cols-1 gap-4">
      <p aria-live="polite" className="text-muted text-sm">
        {settled.size} of {figure.cards.length} settled by a run
      </p>
      <ol className="grid grid-cols-1 gap-4">
        {figure.cards.map((card) => (
          <li key={card.id} className="rounded-md border border-line p-4">
            <Card card={card} onRun={() => setSettled(new Set([...settled, card.id]))} />
          </li>
        ))}
      </ol>
    </div>
  )
}

function Card({ card, onRun }: { readonly card: MythCard; readonly onRun: () => void }) {
  const [prediction, setPrediction] = useState<string>()
  const [run, setRun] = useState<FigureRun>()
  const settle = () => {
    setRun(runFigure(card.run, card.choice))
    onRun()
  }
  return (
    <div className="grid grid-cols-1 gap-4">
      <ChoiceGroup
        legend={`“${card.statement}”`}
        options={ANSWERS}
        chosen={prediction}
        arrangement="row"
        onChoose={setPrediction}
      />
      <div>
        <Button onClick={settle}>Run it</Button>
      </div>
      <div aria-live="polite">
        {run === undefined ? null : (
          <p className="text-sm">
            <span className="font-semibold">{verdictOf(card, prediction)}</span> {card.instead}{' '}
            <a href={`#source-${card.source}`} className="text-accent underline underline-offset-2">
              The source
            </a>
          </p>
        )}
      </div>
      {run === undefined ? null : <RunReport figure={card.run} run={run} />}
    </div>
  )
}

function verdictOf({ verdict }: MythCard, prediction: string | undefined): string {
  const said = verdict === 'it depends' ? 'It depends' : verdict === 'true' ? 'True' : 'False'
  if (prediction === undefined || prediction === UNSURE.id) return `${said}.`
  return prediction === verdict ? `${said}, as you said.` : `${said}, though you said otherwise.`
}
