/** One check: its claim and how many seeds kept it; open, it explains itself. */
import {
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleX,
  LoaderCircle,
  type LucideIcon,
  Play,
} from 'lucide-react'
import { Badge } from '../../../_ui/badge.tsx'
import { Button } from '../../../_ui/button.tsx'
import { cn } from '../../../_ui/class-names.ts'
import { RunSizes } from '../trace/run-sizes.tsx'
import type { LessonLink } from '../workspace-props.ts'
import type { CheckRow, RowTone } from './check-rows.ts'
import { ClaimList } from './claim-list.tsx'
import { FailureDetails } from './failure-details.tsx'

export interface CheckItemProps {
  readonly row: CheckRow
  /** Ids of the rows that are open. */
  readonly open: ReadonlySet<string>
  /** Whether the run of a row is in the diagram. */
  readonly isShown: (row: CheckRow) => boolean
  readonly onToggle: (checkId: string) => void
  /** Shows the run of a check, at an event when one is given. */
  readonly onShowRun: (row: CheckRow, event?: number) => void
  readonly onGoTo: (line: number, column: number) => void
  /** Marks the line that did it; undefined when the code is not the judged one any more. */
  readonly onPoint: ((line: number) => void) | undefined
  /** Shows the whole failing run of a check instead of the smallest, or the other way round. */
  readonly onToggleWhole: (checkId: string) => void
  /** Leaves the search for smaller runs; undefined where a grader searches. */
  readonly onStopSearch?: (() => void) | undefined
  /** The text that was judged, for the lines that stories quote. */
  readonly source: string | undefined
  /** A lesson that explains what the checks are about. */
  readonly lesson: LessonLink | undefined
}

export function CheckItem(props: CheckItemProps) {
  const { row, open, onToggle } = props
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
            {isOpen ? null : (
              <span className="line-clamp-2 font-normal text-muted text-sm">{row.gist}</span>
            )}
            <RowProgress row={row} />
          </span>
          <span className="shrink-0 pt-px text-muted text-xs tabular-nums leading-5">
            {row.status}
          </span>
        </button>
      </h3>
      <div id={panelId} hidden={!isOpen} className="pr-4 pb-4 pl-[2.9rem]">
        {isOpen ? <OpenCheck {...props} /> : null}
      </div>
    </li>
  )
}

function OpenCheck(props: CheckItemProps) {
  const { row, isShown, onShowRun, onGoTo, onPoint, onToggleWhole, source, lesson } = props
  const { explanation, run } = row
  return (
    <>
      {explanation === undefined ? (
        <ClaimList claims={row.claims} />
      ) : (
        <FailureDetails
          row={row}
          explanation={explanation}
          source={source}
          lesson={lesson}
          onEvent={run === undefined ? undefined : (event) => onShowRun(row, event)}
          onGoTo={onGoTo}
          onPoint={isShown(row) ? onPoint : undefined}
        />
      )}
      {row.shrinking === undefined ? null : (
        <RunSizes
          shrinking={row.shrinking}
          onToggle={() => onToggleWhole(row.id)}
          onStop={props.onStopSearch}
        />
      )}
      {run === undefined ? null : (
        <Button
          look="secondary"
          size="small"
          onClick={() => onShowRun(row)}
          className="mt-3 pointer-coarse:min-h-11"
        >
          <Play aria-hidden="true" className="size-3.5" />
          {isShown(row)
            ? `Back to ${explanation === undefined ? 'the start' : 'where it broke'}`
            : `Show the run with seed ${run.seed}`}
        </Button>
      )}
    </>
  )
}

/** A bar under the title while the check runs; the number beside it says the same. */
function RowProgress({ row: { progress } }: Pick<CheckItemProps, 'row'>) {
  if (progress === undefined) return null
  return (
    <span aria-hidden="true" className="mt-1.5 block h-1 overflow-hidden rounded bg-line">
      <span
        className="block h-full bg-accent forced-colors:bg-[Highlight]"
        style={{ width: `${(100 * progress.done) / progress.total}%` }}
      />
    </span>
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
