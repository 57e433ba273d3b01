'use client'
/** The story of a check that did not pass, told as soon as its run is at hand. */
import { useEffect, useMemo, useState } from 'react'
import { decodeTrace, type EventLine, type KeptRun, type Story, type Trace, tellStory } from '#core'
import { readKeptRun } from '../trace/shown-run.ts'
import type { CheckRow } from './check-rows.ts'

interface ToldRun {
  /** Undefined until the run is at hand, and for ends of which none can be told. */
  readonly story: Story | undefined
  readonly trace: Trace | undefined
}

/** @param source the text that was judged */
export function useStory(row: CheckRow, source: string | undefined): ToldRun {
  const { outcome, claim } = row.explanation ?? {}
  const { trace, lines } = useTrace(row)
  const story = useMemo(() => {
    if (outcome === undefined || trace === undefined) return undefined
    const code = source === undefined ? undefined : { source, lines }
    return tellStory({ trace, outcome, claim, code })
  }, [outcome, claim, trace, lines, source])
  return { story, trace }
}

const NO_LINES: readonly EventLine[] = []

/** A browser run is here already; a graded one has to be fetched. */
function useTrace({ run }: CheckRow): {
  readonly trace: Trace | undefined
  readonly lines: readonly EventLine[]
} {
  const text = run?.kind === 'text' ? run.trace : undefined
  const here = useMemo(() => (text === undefined ? undefined : decodeTrace(text)), [text])
  const graded = run?.kind === 'graded' ? run : undefined
  const { submissionId, checkId, size } = graded ?? {}
  const key = `${submissionId}/${checkId}/${size}`
  const [fetched, setFetched] = useState<KeptRun & { readonly key: string }>()
  // The run of a graded check lies on the server; without it the story stays short.
  useEffect(() => {
    if (submissionId === undefined || checkId === undefined || size === undefined) return
    let isWanted = true
    readKeptRun({ submissionId, checkId, size }).then(
      (kept) => isWanted && setFetched({ key: `${submissionId}/${checkId}/${size}`, ...kept }),
      () => {},
    )
    return () => {
      isWanted = false
    }
  }, [submissionId, checkId, size])
  const kept = fetched?.key === key ? fetched : undefined
  return {
    trace: here ?? kept?.trace,
    lines: (run?.kind === 'text' ? run.lines : kept?.lines) ?? NO_LINES,
  }
}
