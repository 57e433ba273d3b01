/** An instant by the clocks of a class. */
import { dateTimeText } from '../../_classes/when-text.ts'

export function ClassTime({ at, zone }: { readonly at: Date; readonly zone: string }) {
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap tabular-nums">
      {dateTimeText(at, zone)}
    </time>
  )
}
