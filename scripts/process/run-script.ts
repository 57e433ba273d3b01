/** Runs one of our own scripts, or a tool of node_modules, in a child of its own to its end. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { ROOT } from '../state/paths.ts'
import { killGroup } from './child.ts'

export interface RunningScript {
  /** The exit code; 1 when a signal ended it. */
  readonly code: Promise<number>
  /** Ends it and all that it started, at once. Safe to call when it has ended. */
  stop(): Promise<void>
}

/** Starts Node with these arguments; its output goes where ours goes. */
export function runScript(
  nodeArguments: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): RunningScript {
  const child = spawn(process.execPath, nodeArguments, {
    cwd: ROOT,
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
  })
  return { code: exitCodeOf(child), stop: () => stopScript(child) }
}

async function exitCodeOf(child: ChildProcess): Promise<number> {
  const [code] = (await once(child, 'exit')) as [number | null]
  return code ?? 1
}

async function stopScript(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  killGroup(child)
  await exited
}
