'use client'
/**
 * A shared run with its code. The code is somebody else's: it is shown as text, runs in the
 * frame alone, and comes into the reader's own work only when they take it there themselves.
 */
import Link from 'next/link'
import { useEffect, useMemo, useState } from 'react'
import type { CheckSummary } from '#core'
import { workerCompiler } from '../../../_run/compile-in-worker.ts'
import { Badge } from '../../../_ui/badge.tsx'
import { Button } from '../../../_ui/button.tsx'
import type { Ribbon } from '../../../_viz/space-time/bands.ts'
import { ReadOnlyCode } from '../../_editor/read-only-code.tsx'
import { RunPane } from '../whatif/run-pane.tsx'
import { type Bench, byHandFrom, forkOnBench, useBench } from '../whatif/use-bench.ts'
import { useRunOnBench } from '../whatif/use-run-on-bench.ts'
import type { LabWorkspaceProps } from '../workspace-props.ts'

export interface SharedSnapshot {
  readonly checkId: string
  readonly seed: number
  readonly cursor: number
  readonly script: string | undefined
  readonly source: string
  readonly labVersion: number
  /** `2026-12-21` */
  readonly expiresOn: string
  readonly isOwn: boolean
}

interface SharedRunPageProps extends Pick<LabWorkspaceProps, 'lab' | 'step'> {
  readonly checks: readonly CheckSummary[]
  readonly ribbons: readonly Ribbon[]
  readonly noise: readonly string[]
  readonly assets: { readonly runWorker: string; readonly compileWorker: string }
  readonly shared: SharedSnapshot
}

export function SharedRunPage(props: SharedRunPageProps) {
  const { lab, step, checks, ribbons, noise, assets, shared } = props
  const check = checks.find(({ id }) => id === shared.checkId)
  const compile = useMemo(() => workerCompiler(assets.compileWorker), [assets.compileWorker])
  const bench = useBench({
    labId: lab.id,
    stepId: step.id,
    workerUrl: assets.runWorker,
    compile,
  })
  const run = useRunOnBench(bench, check)
  const begin = () => {
    const { checkId, seed, source, script, cursor } = shared
    const changed = script === undefined ? {} : { script }
    bench.beginWhatIf({ checkId, seed, source, ...changed }, { cursor })
  }
  return (
    <div data-workspace="" className="flex min-h-0 grow flex-col">
      <Header {...{ lab, step, shared }} title={check?.title ?? shared.checkId} />
      <div className="flex min-h-0 grow flex-col md:flex-row">
        <section
          aria-label="Their code"
          // Scrolls by itself, so it must be reachable with the keyboard.
          tabIndex={0}
          className="max-h-[45vh] min-h-0 shrink-0 overflow-auto border-line max-md:border-b md:max-h-none md:w-[34%] md:border-r"
        >
          <ReadOnlyCode source={shared.source} label="Their code" />
        </section>
        <section
          aria-label="Trace"
          className="flex min-h-0 min-w-0 grow flex-col max-md:min-h-[40rem]"
        >
          <RunPane
            run={run}
            instead={<Instead bench={bench} hasCheck={check !== undefined} onBegin={begin} />}
            {...{ bench, check, ribbons, noise }}
            present={undefined}
            pinsKey={`netsplit:pins:${lab.id}`}
            actions={<Actions bench={bench} onBegin={begin} />}
            onPickEvent={bench.setCursor}
            onDrawCut={undefined}
            onKey={() => false}
          />
        </section>
      </div>
    </div>
  )
}

function Header({
  lab,
  step,
  shared,
  title,
}: Pick<SharedRunPageProps, 'lab' | 'step' | 'shared'> & { readonly title: string }) {
  const href = `/labs/${lab.id}/${step.id}`
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-4 py-2 text-sm">
      <div className="min-w-0">
        <p className="text-muted">
          <Link href={href} className="underline-offset-2 hover:underline">
            {lab.title} / {step.title}
          </Link>
        </p>
        <h1 className="font-medium">
          {title}, seed {shared.seed}
        </h1>
      </div>
      <p className="min-w-0 grow basis-80">
        <Badge tone="fault">{shared.isOwn ? 'your snapshot' : 'code of somebody else'}</Badge>{' '}
        {shared.isOwn
          ? 'This is what others see who have the address.'
          : 'It runs shut in a frame that reaches neither the network nor your work, and what you see of the run is what that code tells. Your own code is not touched.'}
        {shared.labVersion === lab.version
          ? null
          : ` It was made with version ${shared.labVersion} of the lab, and this is version ${lab.version}: the run may be another one now.`}{' '}
        <span className="text-muted">Kept until {shared.expiresOn}.</span>
      </p>
      <CopyCode source={shared.source} whose={shared.isOwn ? 'the' : 'their'} />
    </header>
  )
}

function CopyCode({ source, whose }: { readonly source: string; readonly whose: string }) {
  const [outcome, setOutcome] = useState('')
  const copy = () => {
    navigator.clipboard.writeText(source).then(
      () => setOutcome('Copied. Paste it where you want it.'),
      () => setOutcome('Your browser did not allow it: select the text and copy it yourself.'),
    )
  }
  return (
    <span className="flex items-center gap-2">
      <span role="status" className="text-muted text-xs">
        {outcome}
      </span>
      <Button look="secondary" size="small" onClick={copy} className="pointer-coarse:min-h-11">
        Copy {whose} code
      </Button>
    </span>
  )
}

function Actions({ bench, onBegin }: { readonly bench: Bench; readonly onBegin: () => void }) {
  const fork = forkOnBench(bench)
  const { tree } = bench.whatIf
  if (bench.mode === 'by-hand') {
    return (
      <Button look="secondary" size="small" onClick={onBegin} className="pointer-coarse:min-h-11">
        Back to the run
      </Button>
    )
  }
  if (fork === undefined || tree === undefined) return null
  const { checkId, seed } = tree
  const { script, source, trace } = fork
  const until = byHandFrom(bench.cursor, trace)
  return (
    <Button
      look="secondary"
      size="small"
      onClick={() => bench.beginByHand({ checkId, seed, script, source, until })}
      className="pointer-coarse:min-h-11"
    >
      By hand
    </Button>
  )
}

/** Nothing of it runs before the reader says so. */
function Instead({
  bench,
  hasCheck,
  onBegin,
}: {
  readonly bench: Bench
  readonly hasCheck: boolean
  readonly onBegin: () => void
}) {
  const [isReady, setIsReady] = useState(false)
  // The button works once the page does; tests and impatient people see it by its state.
  useEffect(() => setIsReady(true), [])
  if (!hasCheck) {
    return <p className="p-6 text-sm">The check of this run is not part of the lab any more.</p>
  }
  if (bench.mode !== 'closed') return null
  return (
    <div className="grid grow place-items-center p-6 text-center text-sm">
      <div className="max-w-sm space-y-3">
        <p>Read the code first if you like. Run it to see the run in the diagram.</p>
        <Button disabled={!isReady} onClick={onBegin}>
          Run their code
        </Button>
      </div>
    </div>
  )
}
