/** The checks of a step and how each stands. */
import { cn } from '../../../_ui/class-names.ts'
import { CheckItem, type CheckItemProps } from './check-item.tsx'
import type { CheckRow } from './check-rows.ts'

export interface CheckListProps extends Omit<CheckItemProps, 'row'> {
  readonly rows: readonly CheckRow[]
  /** The code was edited since: the results are kept, but dimmed. */
  readonly isStale: boolean
}

export function CheckList({ rows, isStale, ...rest }: CheckListProps) {
  return (
    // Old results lose their colour, not their contrast: they are still there to read.
    <ul
      data-stale={isStale ? '' : undefined}
      className={cn('divide-y divide-line', isStale && 'bg-surface text-muted grayscale')}
    >
      {rows.map((row) => (
        <CheckItem key={row.id} row={row} {...rest} />
      ))}
    </ul>
  )
}
