'use client'
/**
 * The rest of what is known of a failing run, folded away: what the clients asked for and got,
 * the raw trace, and all of it as text to take along.
 */
import {
  describeEvent,
  type EventId,
  encodeTrace,
  formatSeconds,
  type Story,
  type Trace,
} from '#core'
import { counted } from '../../../_ui/count-text.ts'
import { viewOf } from '../../../_viz/space-time/trace-state.ts'
import type { CheckRow } from './check-rows.ts'
import { CopyButton } from './copy-button.tsx'
import { failureText } from './failure-text.ts'
import { TextButton } from './text-button.tsx'

interface RunDetailsProps {
  readonly row: CheckRow
  readonly story: Story | undefined
  /** The run, once it is at hand. */
  readonly trace: Trace | undefined
  readonly onEvent: ((event: EventId) => void) | undefined
}

/** Lines of the raw trace that are shown; all of it can be copied. */
const LINES_MAX = 300
const OPERATIONS_MAX = 100

export function RunDetails({ row, story, trace, onEvent }: RunDetailsProps) {
  return (
    <details className="group">
      <summary className="min-h-6 w-fit text-muted underline-offset-2 hover:underline pointer-coarse:min-h-11">
        Details
      </summary>
      <div className="mt-2 space-y-3">
        <p className="flex flex-wrap gap-2">
          <CopyButton label="Copy the story as text" text={() => failureText(row, story)} />
          {trace === undefined ? null : (
            <CopyButton label="Copy the trace" text={() => encodeTrace(trace)} />
          )}
        </p>
        {trace === undefined ? (
          <p className="text-muted">
            {row.runNote === '' ? 'There is no run of this to look into.' : row.runNote}
          </p>
        ) : (
          <>
            <Operations trace={trace} onEvent={onEvent} />
            <RawTrace trace={trace} />
          </>
        )}
      </div>
    </details>
  )
}

/** What the clients asked for and what they were told: the history that claims of clients judge. */
function Operations({
  trace,
  onEvent,
}: {
  readonly trace: Trace
  readonly onEvent: RunDetailsProps['onEvent']
}) {
  const told = trace.events.filter(({ kind }) => kind === 'invoke' || kind === 'complete')
  if (told.length === 0) return null
  const view = viewOf(trace)
  return (
    <section>
      <h4 className="font-medium">What the clients saw</h4>
      <ol className="mt-1 max-h-64 space-y-0.5 overflow-y-auto" tabIndex={0}>
        {told.slice(0, OPERATIONS_MAX).map((event) => (
          <li key={event.id} className="grid grid-cols-[4.25rem_1fr] items-baseline">
            <span className="text-muted text-xs tabular-nums">{formatSeconds(event.at)}</span>
            {onEvent === undefined ? (
              <span>{describeEvent(event, view)}</span>
            ) : (
              <TextButton onPress={() => onEvent(event.id)}>
                {describeEvent(event, view)}
              </TextButton>
            )}
          </li>
        ))}
      </ol>
      <Rest shown={OPERATIONS_MAX} all={told.length} what="line" />
    </section>
  )
}

function RawTrace({ trace }: { readonly trace: Trace }) {
  const { events } = trace
  const part = encodeTrace({ ...trace, events: events.slice(0, LINES_MAX) })
  return (
    <section>
      <h4 className="font-medium">The raw trace</h4>
      <pre
        // What scrolls must be reachable with the keyboard.
        tabIndex={0}
        aria-label="The raw trace"
        className="mt-1 max-h-64 overflow-auto rounded bg-surface px-2 py-1 font-mono text-xs leading-5"
      >
        {part}
      </pre>
      <Rest shown={LINES_MAX} all={events.length} what="event" />
    </section>
  )
}

function Rest({
  shown,
  all,
  what,
}: {
  readonly shown: number
  readonly all: number
  readonly what: string
}) {
  if (all <= shown) return null
  return <p className="text-muted text-xs">and {counted(all - shown, `more ${what}`)}</p>
}
