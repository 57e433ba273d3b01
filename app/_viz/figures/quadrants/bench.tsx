'use client'
/** Systems one after the other: say where one belongs, then run it. */
import { useState } from 'react'
import type { QuadrantsFigure } from '#content/schema/figure-measured.ts'
import { Button } from '../../../_ui/button.tsx'
import { ChoiceGroup } from '../choice-group.tsx'
import { UNSURE } from '../unsure.ts'
import { QuadrantBoard } from './board.tsx'
import { type Placed, placeExhibit, placementText } from './place-exhibit.ts'

const DURING = [
  { id: 'A', name: 'Answers' },
  { id: 'C', name: 'Stays linearizable' },
  { id: 'neither', name: 'Neither' },
  UNSURE,
] as const

export function QuadrantsBench({ figure }: { readonly figure: QuadrantsFigure }) {
  const [chosen, setChosen] = useState(figure.exhibits[0]?.id)
  const [guess, setGuess] = useState<string>()
  const [last, setLast] = useState<Placed>()
  const [placed, setPlaced] = useState<readonly Placed[]>([])
  const run = () => {
    const exhibit = figure.exhibits.find(({ id }) => id === chosen)
    if (exhibit === undefined) return
    const made = placeExhibit(exhibit)
    setLast(made)
    setPlaced([...placed.filter((other) => other.exhibit.id !== chosen), made])
  }
  return (
    <div className="grid grid-cols-1 gap-5">
      <ChoiceGroup
        legend="The system, the operation and the setting"
        options={figure.exhibits}
        chosen={chosen}
        arrangement="column"
        onChoose={(id) => {
          setChosen(id)
          setGuess(undefined)
          setLast(undefined)
        }}
      />
      <ChoiceGroup
        legend="Before you run it: what does it do during a cut?"
        options={DURING}
        chosen={guess}
        arrangement="row"
        onChoose={setGuess}
      />
      <div>
        <Button onClick={run}>Run it, cut and whole</Button>
      </div>
      <div aria-live="polite">
        {last === undefined ? null : (
          <p className="text-sm">
            <span className="font-semibold">
              {guess === last.placement.partition ? 'As you said. ' : ''}
              Measured: {placementText(last.placement)}.
            </span>{' '}
            {last.seen.join(' ')}{' '}
            {last.exhibit.published === undefined ? '' : `Published: ${last.exhibit.published}`}
          </p>
        )}
      </div>
      <QuadrantBoard placed={placed} />
    </div>
  )
}
