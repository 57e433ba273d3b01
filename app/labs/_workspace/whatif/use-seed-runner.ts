'use client'
/** The page's runner of single seeds, which stops when the page goes. */
import { useEffect, useState } from 'react'
import { BROWSER_TIMERS } from '../../../_run/browser-timers.ts'
import type { Compile } from '../../../_run/compilation.ts'
import { runFrameOpener } from '../../../_run/run-frame.ts'
import { SeedRunner } from './seed-runner.ts'

export interface BenchContext {
  readonly labId: string
  readonly stepId: string
  /** Address of the worker that runs code. */
  readonly workerUrl: string
  readonly compile: Compile
}

export function useSeedRunner({ labId, stepId, workerUrl, compile }: BenchContext): SeedRunner {
  const [runner] = useState(() => {
    const open = runFrameOpener(workerUrl)
    return new SeedRunner({ labId, stepId, compile, open, timers: BROWSER_TIMERS })
  })
  // The editor brings a compiler of its own when it arrives; a run under way goes on.
  useEffect(() => runner.compileWith(compile), [runner, compile])
  // A frame must not outlive the page that opened it.
  useEffect(() => () => runner.stop(), [runner])
  return runner
}
