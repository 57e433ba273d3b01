/** How well an item tells: a sign, a word, and the figures behind them. */
import type { Discrimination } from '../../_classes/statistics/discrimination.ts'
import {
  correlationText,
  discriminationText,
  tellingOf,
} from '../../_classes/statistics/item-words.ts'

export function TellingCell({
  discrimination,
}: {
  readonly discrimination: Discrimination | undefined
}) {
  const { sign, name } = tellingOf(discrimination)
  return (
    <span className={`whitespace-nowrap ${discrimination === undefined ? 'text-muted' : ''}`}>
      <span aria-hidden="true">{sign} </span>
      {name}
      {discrimination === undefined ? null : (
        <span className="block text-muted tabular-nums">
          <span aria-hidden="true">
            {correlationText(discrimination.correlation)} (
            {correlationText(discrimination.range.low)} to{' '}
            {correlationText(discrimination.range.high)})
          </span>
          <span className="sr-only">{discriminationText(discrimination)}</span>
        </span>
      )}
    </span>
  )
}
