/** The checks of a step and how each stands; one that did not pass explains itself. */
import {
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleX,
  LoaderCircle,
  type LucideIcon,
  Play,
} from 'lucide-react'
import { Badge } from '../../_ui/badge.tsx'
import { cn } from '../../_ui/class-names.ts'
import type { CheckRow, RowTone } from './check-rows.ts'
import { ClaimList } from './claim-list.tsx'
import { FailureDetails } from './failure-details.tsx'
import { RunSizes } from './run-sizes.tsx'
import type { LessonLink } from './workspace-props.ts'

export interface CheckListProps {
  readonly rows: readonly CheckRow[]
  /** Ids of the rows that are open. */
  readonly open: ReadonlySet<string>
  /** The code was edited since: the results are kept, but dimmed. */
  readonly isStale: boolean
  /** Whether the run of a row is in the diagram. */
  readonly isShown: (row: CheckRow) => boolean
  readonly onToggle: (checkId: string) => void
  /** Shows the run of a check, at an event when one is given. */
  readonly onShowRun: (row: CheckRow, event?: number) => void
  readonly onGoTo: (line: number, column: number) => void
  /** Shows the whole failing run of a check instead of the smallest, or the other way round. */
  readonly onToggleWhole: (checkId: string) => void
  /** The text that was judged, for the lines that stories quote. */
  readonly source: string | undefined
  /** A lesson that explains what the checks are about. */
  readonly lesson: LessonLink | undefined
}

export function CheckList({ rows, isStale, ...rest }: CheckListProps) {
  return (
    <ul
      className={cn(
        'divide-y divide-line',
        isStale && 'opacity-60 transition-opacity hover:opacity-100 focus-within:opacity-100',
      )}
    >
      {rows.map((row) => (
        <CheckItem key={row.id} row={row} {...rest} />
      ))}
    </ul>
  )
}

type CheckItemProps = Omit<CheckListProps, 'rows' | 'isStale'> & { readonly row: CheckRow }

function CheckItem(props: CheckItemProps) {
  const { row, open, isShown, onToggle, onShowRun, onGoTo, onToggleWhole, source, lesson } = props
  const isOpen = open.has(row.id)
  const panelId = `check-${row.id}`
  return (
    <li>
      <h3>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={() => onToggle(row.id)}
          className="flex min-h-11 w-full items-start gap-2.5 px-4 py-2.5 text-left hover:bg-surface"
        >
          <ToneIcon tone={row.tone} />
          <span className="min-w-0 grow">
            <span className="font-medium text-sm">{row.title}</span>
            {row.isVisible ? null : <Badge className="ml-2 align-text-top">hidden</Badge>}
            {row.explanation?.claim === undefined || isOpen ? null : (
              <span className="block truncate text-muted text-sm">
                {row.explanation.claim.sentence}
              </span>
            )}
          </span>
          <span className="shrink-0 pt-px text-muted text-xs tabular-nums leading-5">
            {row.status}
          </span>
        </button>
      </h3>
      <div id={panelId} hidden={!isOpen} className="pr-4 pb-4 pl-[2.9rem]">
        {isOpen ? (
          <>
            {row.explanation === undefined ? (
              <ClaimList claims={row.claims} />
            ) : (
              <FailureDetails
                row={row}
                explanation={row.explanation}
                source={source}
                lesson={lesson}
                onEvent={row.run === undefined ? undefined : (event) => onShowRun(row, event)}
                onGoTo={onGoTo}
              />
            )}
            {row.shrinking === undefined ? null : (
              <RunSizes shrinking={row.shrinking} onToggle={() => onToggleWhole(row.id)} />
            )}
            {row.run === undefined ? null : (
              <button
                type="button"
                onClick={() => onShowRun(row)}
                className="mt-3 inline-flex min-h-8 items-center gap-2 rounded-md border border-line-strong px-3 font-medium text-sm hover:bg-surface-strong"
              >
                <Play aria-hidden="true" className="size-3.5" />
                {isShown(row)
                  ? `Back to ${row.explanation === undefined ? 'the start' : 'where it broke'}`
                  : `Show the run with seed ${row.run.seed}`}
              </button>
            )}
          </>
        ) : null}
      </div>
    </li>
  )
}

const ICONS: Readonly<
  Record<RowTone, { readonly Icon: LucideIcon; readonly style: string; readonly name: string }>
> = {
  idle: { Icon: CircleDashed, style: 'text-muted', name: 'No result: ' },
  running: { Icon: LoaderCircle, style: 'text-accent motion-safe:animate-spin', name: 'Running: ' },
  pass: { Icon: CircleCheck, style: 'text-pass', name: 'Holds: ' },
  fail: { Icon: CircleX, style: 'text-violation', name: 'Broken: ' },
  unknown: { Icon: CircleHelp, style: 'text-muted', name: 'Unknown: ' },
}

function ToneIcon({ tone }: { readonly tone: RowTone }) {
  const { Icon, style, name } = ICONS[tone]
  return (
    <>
      <Icon aria-hidden="true" className={cn('mt-0.5 size-[18px] shrink-0', style)} />
      <span className="sr-only">{name}</span>
    </>
  )
}
