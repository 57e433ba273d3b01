/** Two runs side by side: where they part, what each did first, how each ended. */
import type { EventId } from '#core'
import type { ComparisonFacts } from './comparison-facts.ts'

interface ComparisonProps {
  readonly ours: string
  readonly theirs: string
  readonly facts: ComparisonFacts
  readonly onEvent: (event: EventId) => void
}

export function Comparison({ ours, theirs, facts, onEvent }: ComparisonProps) {
  const { parting, partsAt, fields } = facts
  return (
    <section aria-label={`${ours} and ${theirs} compared`} className="space-y-2 text-sm">
      <p>
        {parting}{' '}
        {partsAt === undefined ? null : (
          <button
            type="button"
            onClick={() => onEvent(partsAt)}
            className="min-h-6 text-accent underline underline-offset-2 hover:text-accent-strong"
          >
            Show where
          </button>
        )}
      </p>
      <table className="w-full table-fixed border-collapse text-left">
        <thead>
          <tr className="border-line-strong border-b">
            <th scope="col" className="w-[22%] py-1">
              <span className="sr-only">What is compared</span>
            </th>
            <th scope="col" className="py-1 pr-2 font-mono">
              {ours}
            </th>
            <th scope="col" className="py-1 font-mono">
              {theirs}
            </th>
          </tr>
        </thead>
        <tbody>
          {partsAt === undefined ? null : (
            <>
              <Row
                name="Then"
                ours={facts.firstOfOurs ?? 'nothing'}
                theirs={facts.firstOfTheirs ?? 'nothing'}
              />
              <Row
                name="Events of its own"
                ours={String(facts.onlyOurs)}
                theirs={String(facts.onlyTheirs)}
              />
            </>
          )}
          <Row name="Outcome" ours={facts.outcomeOfOurs} theirs={facts.outcomeOfTheirs} />
          {fields.map(({ node, field, ...values }) => (
            <Row
              key={`${node} ${field}`}
              name={`In the end, ${node} ${field}`}
              isCode
              {...values}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  readonly name: string
  readonly ours: string
  readonly theirs: string
  readonly isCode?: boolean
}

function Row({ name, ours, theirs, isCode = false }: RowProps) {
  const style = `py-1 pr-2 align-top [overflow-wrap:anywhere] ${isCode ? 'font-mono text-xs leading-5' : ''}`
  return (
    <tr className="border-line border-b">
      <th scope="row" className="py-1 pr-2 align-top font-normal text-muted text-xs leading-5">
        {name}
      </th>
      <td className={style}>{ours}</td>
      <td className={style}>{theirs}</td>
    </tr>
  )
}
