'use client'
/** The story of a check that did not pass, told as soon as its run is at hand. */
import { useEffect, useMemo, useState } from 'react'
import { decodeTrace, type EventLine, type Story, type Trace, tellStory } from '#core'
import type { CheckRow } from './check-rows.ts'
import { readTrace } from './shown-run.ts'

/** @param source the text that was judged */
export function useStory(row: CheckRow, source: string | undefined): Story | undefined {
  const { outcome, claim } = row.explanation ?? {}
  const { trace, lines } = useTrace(row)
  return useMemo(() => {
    if (outcome === undefined || trace === undefined) return undefined
    const code = source === undefined ? undefined : { source, lines }
    return tellStory({ trace, outcome, claim, code })
  }, [outcome, claim, trace, lines, source])
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
  const { submissionId, checkId } = graded ?? {}
  const key = `${submissionId}/${checkId}`
  const [fetched, setFetched] = useState<{ readonly key: string; readonly trace: Trace }>()
  // The run of a graded check lies on the server; without it the story stays short.
  useEffect(() => {
    if (submissionId === undefined || checkId === undefined) return
    let isWanted = true
    readTrace({ kind: 'graded', submissionId, checkId }).then(
      (trace) => isWanted && setFetched({ key: `${submissionId}/${checkId}`, trace }),
      () => {},
    )
    return () => {
      isWanted = false
    }
  }, [submissionId, checkId])
  return {
    trace: here ?? (fetched?.key === key ? fetched.trace : undefined),
    lines: run?.kind === 'text' ? run.lines : NO_LINES,
  }
}
