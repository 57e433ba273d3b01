/**
 * One long-running process that a command started. It has a session of its own, so that
 * Ctrl-C reaches it in our order, and a pipe as its standard input, whose end tells it
 * that we are gone (exit-with-parent.ts).
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { openLog } from '../state/log-file.ts'
import { ROOT } from '../state/paths.ts'

export interface Child {
  /** Settles when the process has ended; the text says how, such as "exit code 1". */
  readonly ended: Promise<string>
  /** SIGTERM, then SIGKILL for all that it started. Safe to call twice. */
  stop(): Promise<void>
}

export interface ChildOptions {
  /** Names its log file. */
  readonly name: string
  /** Arguments of Node: options, script, arguments of the script. */
  readonly nodeArguments: readonly string[]
  readonly environment: NodeJS.ProcessEnv
  readonly dataFolder: string
  /** How long it may take to end after SIGTERM. */
  readonly patienceMs: number
  /** Called with each line that it prints, and which output it came from. */
  readonly onLine: (line: string, output: 'stdout' | 'stderr') => void
}

/** Starts a program of Node. */
export function startChild(options: ChildOptions): Child {
  const child = spawn(process.execPath, options.nodeArguments, {
    cwd: ROOT,
    env: { ...options.environment, NETSPLIT_PARENT_PIPE: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  })
  const { descriptor } = openLog(options.dataFolder, options.name)
  for (const output of ['stdout', 'stderr'] as const) {
    createInterface({ input: child[output] }).on('line', (line) => {
      writeSync(descriptor, `${line}\n`)
      options.onLine(line, output)
    })
  }
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('close', () => closeSync(descriptor))
    // Not 'close': that waits for whoever else still holds the pipes.
    child.on('exit', (code, signal) => {
      resolve(signal === null ? `exit code ${code}` : `signal ${signal}`)
    })
  })
  return { ended, stop: () => stopChild(child, ended, options.patienceMs) }
}

async function stopChild(
  child: ChildProcess,
  ended: Promise<string>,
  patienceMs: number,
): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const isLate = await Promise.race([
    ended.then(() => false),
    sleep(patienceMs, true, { ref: false }),
  ])
  if (isLate) killGroup(child)
  await ended
}

/** Ends the process and whatever it started, at once. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // The group is empty already.
  }
}
