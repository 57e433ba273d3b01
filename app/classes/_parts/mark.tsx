/** A cell's sign with its number, and the same in words for those who do not see it. */
import { type Cell, type CellMark, MARKS } from '../../_classes/progress/cell.ts'

const TONES: Readonly<Record<CellMark, string>> = {
  'not-open': 'text-muted',
  untouched: 'text-muted',
  trying: 'text-accent',
  stuck: 'text-violation font-semibold',
  done: 'text-pass',
  'done-late': 'text-pass',
  missing: 'text-fault',
}

export function Mark({ cell }: { readonly cell: Cell }) {
  const { mark, tries } = cell
  const { sign, name } = MARKS[mark]
  return (
    <span className={`whitespace-nowrap tabular-nums ${TONES[mark]}`}>
      <span aria-hidden="true">
        {sign}
        {tries > 0 ? <span className="ml-0.5 text-xs">{tries}</span> : null}
      </span>
      <span className="sr-only">
        {name}
        {tries > 0 ? `, ${tries} ${tries === 1 ? 'submission' : 'submissions'}` : ''}
      </span>
    </span>
  )
}

/** Says what the signs mean. */
export function MarkLegend() {
  const marks = Object.entries(MARKS) as [CellMark, (typeof MARKS)[CellMark]][]
  return (
    <ul aria-label="Signs" className="flex flex-wrap gap-x-5 gap-y-1 text-muted text-sm">
      {marks.map(([mark, { sign, name }]) => (
        <li key={mark}>
          <span aria-hidden="true" className={`mr-1.5 ${TONES[mark]}`}>
            {sign}
          </span>
          {name}
        </li>
      ))}
      <li>a number beside it: submissions</li>
    </ul>
  )
}
