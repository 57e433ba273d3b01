'use client'
/** What the reader settles before a run: the controls of the figure, and a prediction. */
import type { Choices, RunFigure } from '#content/schema/figure.ts'
import { ChoiceGroup } from '../choice-group.tsx'
import { UNSURE } from '../unsure.ts'

interface RunChoicesProps {
  readonly figure: RunFigure
  readonly choice: Choices
  readonly prediction: string | undefined
  readonly onChoose: (change: Choices) => void
  readonly onPredict: (prediction: string) => void
}

export function RunChoices({ figure, choice, prediction, onChoose, onPredict }: RunChoicesProps) {
  const { controls, predict } = figure
  return (
    <>
      <div className={controls.length > 1 ? 'grid gap-x-8 gap-y-5 sm:grid-cols-2' : ''}>
        {controls.map(({ id, legend, options }) => (
          <ChoiceGroup
            key={id}
            legend={legend}
            options={options}
            chosen={choice[id]}
            arrangement="column"
            onChoose={(option) => onChoose({ [id]: option })}
          />
        ))}
      </div>
      <ChoiceGroup
        legend={`Before you run it: ${predict.question}`}
        options={[...predict.options, UNSURE]}
        chosen={prediction}
        arrangement="row"
        onChoose={onPredict}
      />
    </>
  )
}
