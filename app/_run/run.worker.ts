/**
 * The worker that runs a learner's code in the browser. It lives in a frame with an
 * origin of its own and without network (`app/run-frame`), so that code from anybody
 * cannot act as the reader. Bundled by `scripts/build/run-worker.ts`.
 */
import { FunctionHost, type FunctionHostOptions } from '#kit/function-host.ts'
import { hardenRealm } from '#kit/prelude.ts'
import { findStep } from '#labs/index.ts'
import { beginByHand } from './hand-session.ts'
import { measureCode } from './measure-code.ts'
import type { HandCommand, RunMessage, RunRequest } from './messages.ts'
import { recordSeed } from './record-seed.ts'
import { replaySeed } from './replay-seed.ts'
import { judgeChecks } from './run-step.ts'
import { shrinkFailures, shrinkSeed } from './shrink-failures.ts'

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
  port.onmessage = ({ data }: MessageEvent<RunRequest | HandCommand>) => {
    if ('task' in data) answer(data, tell)
    else guard(tell, () => takeCommand?.(data))
  }
  tell({ kind: 'ready' })
}

/** Set while a run by hand goes on. */
let takeCommand: ((command: HandCommand) => void) | undefined

function answer(request: RunRequest, tell: (message: RunMessage) => void): void {
  guard(tell, () => {
    run(request, tell)
    if (takeCommand === undefined) tell({ kind: 'finished' })
  })
}

function guard(tell: (message: RunMessage) => void, act: () => void): void {
  try {
    act()
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
  const parts = {
    newHost: () => hostWith({}),
    newLinedHost: () => hostWith({ lines: true }),
    tell,
  }
  if (task.kind === 'judge') {
    const failed = judgeChecks(step.visible, parts)
    tell({ kind: 'judged' })
    // Only now: code that hangs in here cannot take the results of the checks with it.
    const tradeOff = step.measures && measureCode(step.measures, parts.newHost)
    if (tradeOff !== undefined) tell({ kind: 'measured', tradeOff })
    shrinkFailures(failed, parts)
    return
  }
  const check = step.visible.find(({ id }) => id === task.checkId)
  if (check === undefined) throw new Error(`there is no check ${task.checkId} in this version`)
  switch (task.kind) {
    case 'record':
      return recordSeed(check, task, parts)
    case 'replay':
      return replaySeed(check, task, parts)
    case 'shrink':
      return shrinkSeed(check, task, parts)
    case 'by-hand':
      takeCommand = beginByHand(check, task, parts)
  }
}
