/** A procedure of questions as a graph: where answers lead, and what is wrong with it. */
import type { DecisionFigure } from '#content/schema/figure.ts'

export interface Answered {
  readonly question: string
  /** Index of the answer. */
  readonly answer: number
}

/** The question or outcome that one stands at after these answers. */
export function placeAfter(figure: DecisionFigure, answers: readonly Answered[]): string {
  return answers.reduce(
    (place, { answer }) => figure.questions[place]?.answers[answer]?.to ?? place,
    figure.start,
  )
}

/** Dead ends, circles, and parts that nothing leads to; none in a sound procedure. */
export function flawsOf({ start, questions, outcomes }: DecisionFigure): readonly string[] {
  const flaws: string[] = []
  const reached = new Set<string>()
  const visit = (place: string, above: readonly string[]) => {
    if (above.includes(place)) {
      flaws.push(`circle: ${[...above, place].join(' → ')}`)
      return
    }
    reached.add(place)
    const question = questions[place]
    if (question === undefined) {
      if (outcomes[place] === undefined) flaws.push(`nothing called ${place}`)
      return
    }
    if (question.answers.length < 2) flaws.push(`no choice at ${place}`)
    for (const { to } of question.answers) visit(to, [...above, place])
  }
  visit(start, [])
  for (const place of [...Object.keys(questions), ...Object.keys(outcomes)]) {
    if (!reached.has(place)) flaws.push(`nothing leads to ${place}`)
  }
  return flaws
}
