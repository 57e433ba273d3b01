'use client'
/** What if: the script of a run to change, the faults at the cursor, and two runs compared. */
import { useMemo, useState } from 'react'
import type { ClaimSummary } from '#core'
import { Button } from '../../../_ui/button.tsx'
import { brokenAt } from '../broken-at.ts'
import { Comparison } from './comparison.tsx'
import { factsOf, outcomeText } from './comparison-facts.ts'
import { CursorFaults } from './cursor-faults.tsx'
import { RunTrail } from './run-trail.tsx'
import { compareShown, type ForkedRun, type RunTree, shownRun } from './run-tree.ts'
import { cutLines, withLines } from './script-edit.ts'
import { Problems, ScriptEditor } from './script-editor.tsx'
import { ShrinkLine } from './shrink-line.tsx'
import type { Bench } from './use-bench.ts'

export interface WhatIfPanelProps {
  readonly bench: Bench
  readonly claims: readonly ClaimSummary[]
  /** The reader's code as it is now; undefined where it cannot be edited. */
  readonly present: string | undefined
}

export function WhatIfPanel(props: WhatIfPanelProps) {
  const { bench } = props
  const { tree, busy, message, problems } = bench.whatIf
  if (tree === undefined) {
    return (
      <div className="space-y-3 text-sm">
        <p role="status">{message ?? (busy === undefined ? '' : 'Running this run once more…')}</p>
        <Problems id="what-if-problems" problems={problems} />
        <Button look="secondary" size="small" onClick={bench.close}>
          Close
        </Button>
      </div>
    )
  }
  // What was typed belongs to the run that is shown.
  return <OpenPanel key={shownRun(tree).name} {...props} tree={tree} />
}

function OpenPanel({
  bench,
  claims,
  present,
  tree,
}: WhatIfPanelProps & { readonly tree: RunTree }) {
  const { whatIf, cursor } = bench
  const run = shownRun(tree)
  const [text, setText] = useState(run.script)
  const [usesPresent, setUsesPresent] = useState(false)
  const isBusy = whatIf.busy !== undefined
  const hasOther = present !== undefined && present !== run.source
  const fork = (script: string) => {
    setText(script)
    bench.fork(script, usesPresent && present !== undefined ? present : run.source)
  }
  const add = (lines: readonly string[]) => fork(withLines(text, lines))
  const { outcome } = run.run.result
  return (
    <div className="space-y-4">
      <RunTrail tree={tree} onShow={bench.show} />
      <p role="status" className="text-sm [overflow-wrap:anywhere]">
        {whatIf.busy?.kind === 'running'
          ? 'Running…'
          : (whatIf.message ?? `Run ${run.name}: ${outcomeText(run.run.result, claims)}`)}
      </p>
      {run.run.stuckAt === undefined ? null : (
        <p className="border-fault border-l-2 pl-2 text-sm">
          “{run.run.stuckAt}” cannot happen with this code: the run ends before it.
        </p>
      )}
      <Problems id="what-if-problems" problems={whatIf.problems} />
      <ShrinkLine
        busy={whatIf.busy}
        canShrink={brokenAt(outcome) !== undefined && outcome.kind !== 'not-deterministic'}
        shrunk={whatIf.shrunk?.name === run.name ? whatIf.shrunk.run : undefined}
        onShrink={bench.shrink}
        onStop={bench.stop}
      />
      <section aria-label="Add a fault" className="border-line border-t pt-3">
        <CursorFaults
          trace={run.trace}
          brokenAt={brokenAt(outcome)}
          {...{ cursor, isBusy }}
          onLines={add}
          onCut={(plan) => add(cutLines(plan, text))}
        />
      </section>
      <section aria-label="Script" className="border-line border-t pt-3">
        {hasOther ? <CodeChoice {...{ run, usesPresent }} onUse={setUsesPresent} /> : null}
        <ScriptEditor
          {...{ run, text, isBusy }}
          onText={setText}
          onRun={fork}
          onEvent={bench.setCursor}
        />
      </section>
      <Compared {...{ tree, bench, claims }} />
    </div>
  )
}

/** Says whose code a fork runs, where there is a choice. */
function CodeChoice({
  run,
  usesPresent,
  onUse,
}: {
  readonly run: ForkedRun
  readonly usesPresent: boolean
  readonly onUse: (usesPresent: boolean) => void
}) {
  return (
    <fieldset className="mb-2 text-sm">
      <legend className="text-muted text-xs">Forks run</legend>
      {[false, true].map((isPresent) => (
        <label
          key={String(isPresent)}
          className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11"
        >
          <input
            type="radio"
            name="fork-code"
            checked={usesPresent === isPresent}
            onChange={() => onUse(isPresent)}
            className="accent-accent"
          />
          {isPresent ? 'your code as it is now' : `the code of run ${run.name}`}
        </label>
      ))}
    </fieldset>
  )
}

function Compared({
  tree,
  bench,
  claims,
}: {
  readonly tree: RunTree
  readonly bench: Bench
  readonly claims: readonly ClaimSummary[]
}) {
  const [other, setOther] = useState<string>()
  const facts = useMemo(() => {
    const fork = compareShown(tree, other)
    return fork === undefined ? undefined : { fork, facts: factsOf(fork, claims) }
  }, [tree, other, claims])
  if (facts === undefined) return null
  const { ours, theirs } = facts.fork
  const others = tree.runs.filter(({ name }) => name !== theirs.name)
  return (
    <div className="space-y-2 border-line border-t pt-3">
      <div className="flex flex-wrap items-center gap-2 text-sm">
        <label className="flex items-center gap-2">
          Compare {theirs.name} with
          <select
            value={ours.name}
            onChange={({ target }) => setOther(target.value)}
            className="min-h-8 rounded-md border border-line-strong bg-page px-2 font-mono pointer-coarse:min-h-11"
          >
            {others.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <Button look="secondary" size="small" onClick={() => bench.show(ours.name)}>
          Show {ours.name} here
        </Button>
      </div>
      <Comparison
        ours={ours.name}
        theirs={theirs.name}
        facts={facts.facts}
        onEvent={bench.setCursor}
      />
    </div>
  )
}
