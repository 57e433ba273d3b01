/** Runs of a figure beside each other: what each choice gave and what it cost. */
import type { RunFigure } from '#content/schema/figure.ts'
import { ScrollArea } from '../../../_ui/scroll-area.tsx'
import { choiceKey, choiceNames, type FigureRun, outcomeName } from './run.ts'

const CELL = 'py-1.5 pr-4'

export function Comparison({
  figure,
  runs,
  caption,
}: {
  readonly figure: RunFigure
  readonly runs: readonly FigureRun[]
  readonly caption: string
}) {
  const first = runs[0]?.told
  const properties = first?.properties.map(({ name }) => name) ?? []
  const measures = first?.measures?.map(({ name }) => name) ?? []
  const legends = figure.controls.map(({ legend }) => legend)
  return (
    <ScrollArea label={caption} className="border-line border-t pt-4">
      <table className="w-full text-left text-sm">
        <caption className="pb-2 text-left font-medium">{caption}</caption>
        <thead>
          <tr className="border-line-strong border-b align-bottom">
            {[...legends, 'Outcome', ...properties, ...measures].map((title) => (
              <th
                key={title}
                scope="col"
                className="py-1.5 pr-4 font-semibold first-letter:uppercase"
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={choiceKey(figure, run.choice)} className="border-line border-b">
              {choiceNames(figure, run.choice).map((name, index) => (
                <td key={figure.controls[index]?.id} className={CELL}>
                  {name}
                </td>
              ))}
              <td className={CELL}>{outcomeName(figure, run.told.outcome)}</td>
              {properties.map((name) => (
                <YesOrNo key={name} holds={holdsIn(run, name)} />
              ))}
              {measures.map((name) => (
                <td key={name} className={`${CELL} tabular-nums`}>
                  {run.told.measures?.find((measure) => measure.name === name)?.value ?? '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

function holdsIn({ told }: FigureRun, name: string): boolean | undefined {
  return told.properties.find((property) => property.name === name)?.holds
}

function YesOrNo({ holds }: { readonly holds: boolean | undefined }) {
  if (holds === undefined) return <td className={CELL}>–</td>
  return (
    <td className={`${CELL} whitespace-nowrap ${holds ? 'text-pass' : 'text-violation'}`}>
      {holds ? '✓ yes' : '✕ no'}
    </td>
  )
}
