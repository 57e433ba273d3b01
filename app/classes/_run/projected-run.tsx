'use client'
/** The run of a failed check in the diagram, with the sentence that says what broke. */
import { useEffect, useState } from 'react'
import type { ClaimSummary, KeptRun, SeedResult } from '#core'
import type { Ribbon } from '../../_viz/space-time/bands.ts'
import { TraceViewer } from '../../_viz/space-time/trace-viewer.tsx'
import { explain } from '../../labs/_workspace/checks/explanation.ts'
import { fetchKeptRun, relatedEvents } from '../../labs/_workspace/trace/shown-run.ts'

interface ProjectedRunProps {
  readonly path: string
  readonly failure: SeedResult
  readonly claims: readonly ClaimSummary[]
  readonly ribbons: readonly Ribbon[]
  readonly noise: readonly string[]
}

type Loaded =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: string }
  | { readonly kind: 'loaded'; readonly run: KeptRun }

export function ProjectedRun({ path, failure, claims, ribbons, noise }: ProjectedRunProps) {
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' })
  const explanation = explain({ failure }, claims)
  const [cursor, setCursor] = useState(explanation?.event ?? 0)
  // The run is on the server, packed; it is fetched once for each address.
  useEffect(() => {
    let isCurrent = true
    fetchKeptRun(path).then(
      (run) => isCurrent && setLoaded({ kind: 'loaded', run }),
      () =>
        isCurrent &&
        setLoaded({ kind: 'failed', error: 'The run could not be loaded. Load the page again.' }),
    )
    return () => {
      isCurrent = false
    }
  }, [path])
  return (
    <>
      {explanation === undefined ? null : (
        <div className="mb-5 max-w-prose border-violation border-l-4 pl-4 leading-relaxed wrap-anywhere">
          <p className="font-medium">{explanation.claim?.sentence ?? explanation.label}</p>
          <p>{explanation.message}</p>
          {explanation.ask === '' ? null : <p className="mt-1 text-muted">{explanation.ask}</p>}
        </div>
      )}
      {loaded.kind === 'loading' ? <p className="text-muted">Loading the run …</p> : null}
      {loaded.kind === 'failed' ? <p role="alert">{loaded.error}</p> : null}
      {loaded.kind === 'loaded' ? (
        // What is placed in it for screen readers alone must not reach beyond it, either.
        <div className="relative flex h-[44rem] min-w-0 flex-col overflow-x-auto">
          <h2 className="sr-only">The run, event by event</h2>
          <TraceViewer
            trace={loaded.run.trace}
            {...{ ribbons, noise, cursor }}
            onCursor={setCursor}
            highlights={{
              violation: explanation?.event,
              related: relatedEvents(explanation, loaded.run.trace),
            }}
            violationText={explanation?.message}
          />
        </div>
      ) : null}
    </>
  )
}
