/** Runs the scenario of a figure on the real simulator and has its trace told. */

import type { Choices, RunFigure, Told } from '#content/schema/figure.ts'
import type { Trace } from '#core'
import { simulate } from '../simulate.ts'

export interface FigureRun {
  readonly choice: Choices
  readonly trace: Trace
  readonly traceHash: string
  readonly told: Told
}

/** @throws Error when the code of the figure's own nodes failed, or a budget was reached */
export function runFigure(figure: RunFigure, choice: Choices): FigureRun {
  const node = figure.nodeFor?.(choice) ?? figure.node
  const run = simulate(node, figure.scenario(choice), figure.seed)
  return { choice, ...run, told: figure.tell(run.trace, choice) }
}

/** Every combination of the options of the controls, the first control varying slowest. */
export function allChoices({ controls }: Pick<RunFigure, 'controls'>): readonly Choices[] {
  return controls.reduce<readonly Choices[]>(
    (choices, { id, options }) =>
      choices.flatMap((choice) => options.map((option) => ({ ...choice, [id]: option.id }))),
    [{}],
  )
}

/** A choice as `expected` names it: `answer,cut`. */
export function choiceKey({ controls }: Pick<RunFigure, 'controls'>, choice: Choices): string {
  return controls.map(({ id }) => choice[id] ?? '').join(',')
}

/** The names of what was chosen, in the order of the controls. */
export function choiceNames({ controls }: Pick<RunFigure, 'controls'>, choice: Choices): string[] {
  return controls.map(
    ({ id, options }) => options.find((option) => option.id === choice[id])?.name ?? '',
  )
}

/** What a predicted or measured outcome is called. */
export function outcomeName({ predict }: Pick<RunFigure, 'predict'>, outcome: string): string {
  return predict.options.find(({ id }) => id === outcome)?.name ?? outcome
}
