/**
 * The worker that runs a learner's code in the browser. It lives in a frame with an
 * origin of its own and without network (`app/run-frame`), so that code from anybody
 * cannot act as the reader. Bundled by `scripts/build/run-worker.ts`.
 */
import { FunctionHost, type FunctionHostOptions } from '#kit/function-host.ts'
import { hardenRealm } from '#kit/prelude.ts'
import { findStep } from '#labs/index.ts'
import type { RunMessage, RunRequest } from './messages.ts'
import { judgeChecks, recordSeed } from './run-step.ts'
import { shrinkFailures } from './shrink-failures.ts'

/** What code could use to end or imitate the worker; the port below is all it needs. */
const OWN_GLOBALS = ['postMessage', 'close', 'onmessage', 'addEventListener', 'name'] as const

let host: FunctionHost | undefined

self.onmessage = ({ ports: [port] }: MessageEvent) => {
  if (port === undefined) return
  // Captured before any learner code runs: it may change what it finds, not what we hold.
  const tell = port.postMessage.bind(port) as (message: RunMessage) => void
  hardenRealm(globalThis, () => host?.runtime)
  for (const name of OWN_GLOBALS) {
    Object.defineProperty(globalThis, name, { value: undefined })
  }
  port.onmessage = ({ data }: MessageEvent<RunRequest>) => answer(data, tell)
  tell({ kind: 'ready' })
}

function answer(request: RunRequest, tell: (message: RunMessage) => void): void {
  try {
    run(request, tell)
    tell({ kind: 'finished' })
  } catch (error) {
    tell({ kind: 'broke-down', why: String(error) })
  }
}

function run({ labId, stepId, code, task }: RunRequest, tell: (message: RunMessage) => void) {
  const found = findStep(labId, stepId)
  if (found === undefined) throw new Error(`there is no step ${labId}/${stepId} in this version`)
  const { lab, step } = found
  const hostWith = (options: FunctionHostOptions): FunctionHost => {
    host = new FunctionHost(code, lab.modules, options)
    return host
  }
  const newHost = () => hostWith({})
  if (task.kind === 'judge') {
    const parts = { newHost, newLinedHost: () => hostWith({ lines: true }), tell }
    const failed = judgeChecks(step.visible, parts)
    tell({ kind: 'judged' })
    shrinkFailures(failed, parts)
    return
  }
  const check = step.visible.find(({ id }) => id === task.checkId)
  if (check === undefined) throw new Error(`there is no check ${task.checkId} in this version`)
  recordSeed(check, task, { newHost, tell })
}
