'use client'
/** One operation after the other: guess how many round trips it waits for, then measure. */
import { useState } from 'react'
import type { SlopeFigure } from '#content/schema/figure-measured.ts'
import { Button } from '../../../_ui/button.tsx'
import { ChoiceGroup } from '../choice-group.tsx'
import { UNSURE } from '../unsure.ts'
import { SlopePlot } from './slope-plot.tsx'
import { type MeasuredSlope, measureSlope } from './slopes.ts'

const GUESSES = [
  { id: '0', name: '0', detail: 'flat' },
  { id: '1', name: '1' },
  { id: '2', name: '2' },
  UNSURE,
] as const

export function SlopeBench({ figure }: { readonly figure: SlopeFigure }) {
  const [chosen, setChosen] = useState(figure.operations[0]?.id)
  const [guess, setGuess] = useState<string>()
  const [last, setLast] = useState<MeasuredSlope>()
  const [measured, setMeasured] = useState<readonly MeasuredSlope[]>([])
  const choose = (operation: string) => {
    setChosen(operation)
    setGuess(undefined)
    setLast(undefined)
  }
  const measure = () => {
    if (chosen === undefined) return
    const made = measureSlope(figure, chosen)
    setLast(made)
    setMeasured([...measured.filter(({ operation }) => operation !== chosen), made])
  }
  return (
    <div className="grid grid-cols-1 gap-5">
      <ChoiceGroup
        legend="The operation"
        options={figure.operations}
        chosen={chosen}
        arrangement="column"
        onChoose={choose}
      />
      <ChoiceGroup
        legend="Before you run it: for how many round trips between nodes does it wait?"
        options={GUESSES}
        chosen={guess}
        arrangement="row"
        onChoose={setGuess}
      />
      <div>
        <Button onClick={measure}>Run with every distance</Button>
      </div>
      <p aria-live="polite" className="font-medium text-sm">
        {last === undefined ? '' : saySlope(last, guess)}
      </p>
      {measured.length === 0 ? null : <SlopePlot figure={figure} measured={measured} />}
    </div>
  )
}

function saySlope({ slope }: MeasuredSlope, guess: string | undefined): string {
  const said = `Slope ${slope}: it waits for ${slope === 1 ? 'one round trip' : `${slope} round trips`}.`
  if (guess === undefined || guess === UNSURE.id) return said
  return Number(guess) === slope ? `${said} As you said.` : `${said} You said ${guess}.`
}
