'use client'
/** Browser runs of one step: compile, run, fold what comes back into a report. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { CheckSummary } from '#core'
import { BROWSER_TIMERS } from '../../../_run/browser-timers.ts'
import type { Compile } from '../../../_run/compilation.ts'
import { startRun } from '../../../_run/run-client.ts'
import { fetchWorkerText, runFrameOpener } from '../../../_run/run-frame.ts'
import { advance, newReport, type RunEvent, type RunReport } from '../../../_run/run-report.ts'

interface UseRunOptions {
  readonly labId: string
  readonly stepId: string
  readonly checks: readonly CheckSummary[]
  /** Address of the worker that runs the code. */
  readonly workerUrl: string
  /** Called once when a run has ended by itself. */
  readonly onEnd: (report: RunReport) => void
  /** Called when a smaller run of a failed check was found. */
  readonly onShrunk: (report: RunReport, checkId: string) => void
}

export interface RunControls {
  readonly report: RunReport | undefined
  readonly run: (source: string, compile: Compile) => void
  readonly stop: () => void
}

export function useRun(options: UseRunOptions): RunControls {
  const { workerUrl } = options
  const [report, setReport] = useState<RunReport>()
  const latest = useRef(options)
  const present = useRef<{ report: RunReport; stop: () => void }>(undefined)
  const open = useMemo(() => runFrameOpener(workerUrl), [workerUrl])
  // The first run should not wait for the network; a run must not outlive the page.
  useEffect(() => {
    latest.current = options
  })
  useEffect(() => {
    fetchWorkerText(workerUrl).catch(() => {})
    return () => present.current?.stop()
  }, [workerUrl])

  const run = useCallback(
    (source: string, compile: Compile) => {
      present.current?.stop()
      const { labId, stepId, checks } = latest.current
      const mine = { report: newReport(checks, source), stop: () => {} }
      present.current = mine
      setReport(mine.report)
      const hear = (event: RunEvent) => {
        if (present.current !== mine) return
        mine.report = advance(mine.report, event)
        setReport(mine.report)
        const { kind } = mine.report.phase
        if (event.kind === 'shrinking' || event.kind === 'searched') return
        if (event.kind === 'shrunk') {
          latest.current.onShrunk(mine.report, event.run.checkId)
        } else if (kind === 'finished' || kind === 'does-not-compile')
          latest.current.onEnd(mine.report)
      }
      mine.stop = () => hear({ kind: 'stopped' })
      compile(source).then(
        (compilation) => {
          if (present.current !== mine || mine.report.phase.kind !== 'compiling') return
          if (compilation.kind === 'does-not-compile') return hear(compilation)
          hear({ kind: 'compiled', warnings: compilation.warnings })
          const { code, map } = compilation
          mine.stop = startRun({
            labId,
            stepId,
            code,
            map,
            open,
            timers: BROWSER_TIMERS,
            onEvent: hear,
          })
        },
        (error: unknown) => hear({ kind: 'broke-down', why: String(error) }),
      )
    },
    [open],
  )
  const stop = useCallback(() => present.current?.stop(), [])
  return { report, run, stop }
}
