/** The procedure on paper: numbered questions, and where each answer leads. */
import type { DecisionFigure } from '#content/schema/figure.ts'

export function DecisionText({ figure }: { readonly figure: DecisionFigure }) {
  const ids = [figure.start, ...Object.keys(figure.questions).filter((id) => id !== figure.start)]
  const leadsTo = (to: string) => {
    const question = ids.indexOf(to)
    return question < 0 ? (figure.outcomes[to]?.title ?? to) : `question ${question + 1}`
  }
  return (
    <>
      <ol className="grid list-decimal gap-3 pl-6 text-sm">
        {ids.map((id) => (
          <li key={id}>
            <p className="font-medium">{figure.questions[id]?.text}</p>
            <ul className="mt-1 grid gap-0.5">
              {figure.questions[id]?.answers.map(({ name, detail, to }) => (
                <li key={name}>
                  {name}
                  {detail === undefined ? '' : ` (${detail})`} → {leadsTo(to)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <dl className="grid gap-2 text-sm">
        {Object.entries(figure.outcomes).map(([id, { title, text, example }]) => (
          <div key={id}>
            <dt className="font-medium">{title}</dt>
            <dd className="text-muted">
              {text} {example}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
