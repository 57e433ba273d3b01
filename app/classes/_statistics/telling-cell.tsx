/** How well an item tells: a sign, a word, and the figures behind them. */
import type { Discrimination } from '../../_classes/statistics/discrimination.ts'
import { correlationText, percentText, tellingOf } from '../../_classes/statistics/item-words.ts'

export function TellingCell({
  discrimination,
}: {
  readonly discrimination: Discrimination | undefined
}) {
  const { sign, name } = tellingOf(discrimination)
  if (discrimination === undefined) return <span className="text-muted">{name}</span>
  const { correlation, range, upper, lower } = discrimination
  return (
    <span className="whitespace-nowrap">
      <span aria-hidden="true">{sign} </span>
      {name}
      <span className="block text-muted tabular-nums">
        {correlationText(correlation)}, from {correlationText(range.low)} to{' '}
        {correlationText(range.high)}
      </span>
      <span className="block text-muted tabular-nums">
        {percentText(upper)} of the best, {percentText(lower)} of the worst
      </span>
    </span>
  )
}
