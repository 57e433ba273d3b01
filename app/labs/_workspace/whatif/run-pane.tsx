'use client'
/**
 * A run with what can be tried on it: the diagram, and beside it the script of a what-if or the
 * choices of a run by hand. The lab page and the page of a shared run are made of it.
 */
import { type KeyboardEvent, type ReactNode, useMemo } from 'react'
import type { CheckSummary, ClaimSummary, EventId, Trace } from '#core'
import { Badge } from '../../../_ui/badge.tsx'
import { cn } from '../../../_ui/class-names.ts'
import type { Ribbon } from '../../../_viz/space-time/bands.ts'
import type { DrawnCut } from '../../../_viz/space-time/cut-drawing.ts'
import type { Highlights } from '../../../_viz/space-time/diagram.tsx'
import { TraceViewer, type ViewerComparison } from '../../../_viz/space-time/trace-viewer.tsx'
import { ByHandPanel } from './by-hand-panel.tsx'
import { compareShown, type RunTree } from './run-tree.ts'
import type { Bench } from './use-bench.ts'
import { WhatIfPanel } from './what-if-panel.tsx'

export interface PaneRun {
  /** To know it again: a new one begins with a fresh view. */
  readonly key: string
  readonly title: string
  readonly seed: number
  /** `browser run`, `graded run`, `what if: B`. */
  readonly badge: string
  readonly trace: Trace
  readonly highlights: Highlights
  readonly violationText: string | undefined
  readonly cursor: EventId
  readonly onCursor: (event: EventId) => void
}

interface RunPaneProps {
  readonly run: PaneRun | undefined
  /** What to show in its place. */
  readonly instead: ReactNode
  readonly bench: Bench
  readonly check: CheckSummary | undefined
  readonly present: string | undefined
  readonly ribbons: readonly Ribbon[]
  readonly noise: readonly string[]
  readonly pinsKey: string
  /** Buttons that belong to the run. */
  readonly actions: ReactNode
  readonly onPickEvent: ((event: EventId) => void) | undefined
  readonly onDrawCut: ((cut: DrawnCut) => void) | undefined
  readonly onEscape?: () => void
  /** A single key while the diagram has the focus that the diagram itself does not know. */
  readonly onKey: (key: string) => boolean
}

const NO_CLAIMS: readonly ClaimSummary[] = []

export function RunPane(props: RunPaneProps) {
  const { run, instead, bench, check, present, actions } = props
  const claims = check?.claims ?? NO_CLAIMS
  return (
    <div className="@container flex min-h-0 grow flex-col">
      <div className="flex min-h-0 grow flex-col gap-3 px-4 py-3 max-md:overflow-y-auto @3xl:flex-row">
        <div className="flex min-h-0 min-w-0 grow flex-col gap-2 max-md:min-h-[46rem]">
          {run === undefined ? (
            instead
          ) : (
            <>
              <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <h2 className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium text-sm">
                  {run.title}
                  <span className="font-normal text-muted">seed {run.seed}</span>
                  <Badge tone={bench.mode === 'closed' ? 'plain' : 'accent'}>{run.badge}</Badge>
                </h2>
                <div className="ml-auto flex flex-wrap gap-1.5">{actions}</div>
              </div>
              <Viewer {...props} run={run} />
            </>
          )}
        </div>
        {bench.mode === 'closed' ? null : (
          <aside
            aria-label={bench.mode === 'what-if' ? 'What if' : 'By hand'}
            className={cn(
              'flex min-h-0 shrink-0 flex-col border-line max-md:border-t max-md:pt-3',
              '@max-3xl:max-h-[45%] @max-3xl:border-t @max-3xl:pt-2 max-md:max-h-none',
              '@3xl:w-[22rem] @3xl:border-l @3xl:pl-3',
              bench.mode === 'what-if' && 'overflow-y-auto max-md:overflow-visible',
            )}
          >
            {bench.mode === 'what-if' ? (
              <WhatIfPanel {...{ bench, claims, present }} />
            ) : (
              <ByHandPanel {...{ bench, claims }} />
            )}
          </aside>
        )}
      </div>
    </div>
  )
}

function Viewer(props: RunPaneProps & { readonly run: PaneRun }) {
  const { run, bench, ribbons, noise, pinsKey, onPickEvent, onDrawCut, onEscape, onKey } = props
  const { trace, highlights, violationText, cursor, onCursor } = run
  const tree = bench.mode === 'what-if' ? bench.whatIf.tree : undefined
  const comparison = useMemo(() => comparisonOf(tree), [tree])
  const handleKey = (event: KeyboardEvent) => {
    const { target, key, ctrlKey, metaKey, altKey } = event
    if (ctrlKey || metaKey || altKey || !(target instanceof Element)) return
    if (target.closest('svg, [role="group"]') === null || target.closest(FIELDS) !== null) return
    if (onKey(key)) event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Listens to keys of the diagram inside.
    <div onKeyDown={handleKey} className="flex min-h-0 grow flex-col">
      <TraceViewer
        key={run.key}
        {...{ trace, highlights, violationText, cursor, onCursor, ribbons, noise, pinsKey }}
        {...(comparison === undefined ? {} : { comparison })}
        {...(onPickEvent === undefined ? {} : { onPickEvent })}
        {...(onDrawCut === undefined ? {} : { onDrawCut })}
        {...(onEscape === undefined ? {} : { onEscape })}
      />
    </div>
  )
}

/** Where letters are text. */
const FIELDS = 'input:not([type="range"]), textarea, select, button'

function comparisonOf(tree: RunTree | undefined): ViewerComparison | undefined {
  const fork = tree && compareShown(tree)
  if (fork === undefined) return undefined
  const { ours, theirs, comparison } = fork
  return { result: comparison, side: 'theirs', ours: ours.name, theirs: theirs.name }
}
