/** Starts native programs where the grader would start a worker: what the layers below Node hold. */
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Launch } from '#host/sandbox/launch.ts'
import { startLaunched } from '#host/sandbox/launched.ts'

/** Runs a program of ours in place of the worker, without Node's seat belt. */
export async function runNative(
  { command, args, descriptor3 }: Launch,
  program: string,
): Promise<unknown> {
  const file = join(mkdtempSync(join(tmpdir(), 'netsplit-probe-')), 'worker.cjs')
  writeFileSync(file, program)
  chmodSync(join(file, '..'), 0o755)
  const bare = args
    .filter((each) => !/^--(permission|allow-)/.test(each))
    .map((each) => (each.endsWith('.netsplit/build/sandbox/worker.cjs') ? file : each))
  return JSON.parse((await collect({ command, args: bare, descriptor3 })).said)
}

/** Starts it as the grader would, and waits for its end. */
export async function collect(launch: Launch) {
  const child = startLaunched(launch)
  child.stdin.end()
  let [said, complaints] = ['', '']
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()))
  child.stderr.on('data', (bytes: Buffer) => (complaints += bytes.toString()))
  await new Promise((resolve) => child.once('close', resolve))
  return { said, complaints }
}
