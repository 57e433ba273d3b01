'use client'
/** The script of a run: its lines with a button that takes one away, and the text itself. */
import { X } from 'lucide-react'
import { useId } from 'react'
import {
  type EventId,
  formatSeconds,
  type ReadScript,
  readRunScript,
  type ScriptProblem,
} from '#core'
import { Button } from '../../../_ui/button.tsx'
import type { ForkedRun } from './run-tree.ts'
import { withoutLine } from './script-edit.ts'

interface ScriptEditorProps {
  /** The run whose script this was. */
  readonly run: ForkedRun
  readonly text: string
  readonly isBusy: boolean
  readonly onText: (text: string) => void
  /** Runs a text as a fork. */
  readonly onRun: (text: string) => void
  readonly onEvent: (event: EventId) => void
}

const ROWS = { min: 3, max: 12 }

export function ScriptEditor(props: ScriptEditorProps) {
  const { run, text, isBusy, onText, onRun, onEvent } = props
  const id = useId()
  const read = readRunScript(text, run.trace.header)
  const isChanged = text.trim() !== run.script.trim()
  const canRun = read.problems.length === 0 && !isBusy
  return (
    <div className="space-y-2">
      <Lines
        {...{ run, read, isBusy, onEvent }}
        onRemove={(number) => {
          const next = withoutLine(text, number)
          onText(next)
          onRun(next)
        }}
      />
      <label htmlFor={id} className="block text-muted text-xs">
        The same as text, times in milliseconds
      </label>
      <textarea
        id={id}
        value={text}
        spellCheck={false}
        rows={Math.min(ROWS.max, Math.max(ROWS.min, text.split('\n').length))}
        aria-invalid={read.problems.length > 0}
        aria-describedby={read.problems.length > 0 ? `${id}-problems` : undefined}
        onChange={({ target }) => onText(target.value)}
        className="block w-full resize-y rounded-md border border-line-strong bg-page px-2 py-1.5 font-mono text-xs leading-5"
      />
      <Problems id={`${id}-problems`} problems={read.problems} />
      {isChanged ? (
        <div className="flex flex-wrap gap-2">
          <Button size="small" disabled={!canRun} onClick={() => onRun(text)}>
            Run as a fork
          </Button>
          <Button look="quiet" size="small" onClick={() => onText(run.script)}>
            Undo the changes
          </Button>
        </div>
      ) : null}
    </div>
  )
}

export function Problems({
  id,
  problems,
}: {
  readonly id: string
  readonly problems: readonly ScriptProblem[]
}) {
  if (problems.length === 0) return null
  return (
    <ul id={id} className="space-y-1 border-violation border-l-2 pl-2 text-sm">
      {problems.slice(0, 5).map(({ line, message }) => (
        <li key={`${line} ${message}`} className="[overflow-wrap:anywhere]">
          Line {line}: {message}.
        </li>
      ))}
      {problems.length > 5 ? <li className="text-muted">and {problems.length - 5} more</li> : null}
    </ul>
  )
}

interface LinesProps {
  readonly run: ForkedRun
  readonly read: ReadScript
  readonly isBusy: boolean
  readonly onEvent: (event: EventId) => void
  readonly onRemove: (line: number) => void
}

function Lines({ run, read: { lines }, isBusy, onEvent, onRemove }: LinesProps) {
  if (lines.length === 0) return <p className="text-sm">No fault happens in this run.</p>
  const fell = fellByLine(run, lines)
  return (
    <ul aria-label="Faults of this run" className="divide-y divide-line border-line border-y">
      {lines.map(({ number, text }) => {
        const event = fell.get(text)
        const at = event === undefined ? undefined : run.trace.events[event]?.at
        return (
          <li key={number} className="flex items-center gap-2 py-0.5">
            <code className="min-w-0 grow py-1 font-mono text-xs [overflow-wrap:anywhere]">
              {text}
            </code>
            {event === undefined || at === undefined ? null : (
              <button
                type="button"
                onClick={() => onEvent(event)}
                aria-label={`${formatSeconds(at)}: show where “${text}” fell`}
                className="shrink-0 text-accent text-xs tabular-nums underline underline-offset-2"
              >
                {formatSeconds(at)}
              </button>
            )}
            <button
              type="button"
              disabled={isBusy}
              onClick={() => onRemove(number)}
              aria-label={`Run without “${text}”`}
              title="Run without it"
              className="grid size-8 shrink-0 place-items-center rounded-md text-muted hover:bg-surface-strong hover:text-text pointer-coarse:size-11"
            >
              <X aria-hidden="true" className="size-4" />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** Where the fault of each line first fell. */
function fellByLine(
  { run: { fell }, trace, script }: ForkedRun,
  lines: ReadScript['lines'],
): ReadonlyMap<string, EventId> {
  const events = new Map<string, EventId>()
  const own = readRunScript(script, trace.header).lines
  let step = 0
  const firstStep = new Map<string, number>()
  for (const { text, part } of own) {
    if (part.kind !== 'faults') continue
    if (!firstStep.has(text)) firstStep.set(text, step)
    step += part.steps.length
  }
  for (const { text } of lines) {
    const first = firstStep.get(text)
    const found = fell.find((one) => one.step === first)
    if (found !== undefined && found.event < trace.events.length) events.set(text, found.event)
  }
  return events
}
