/** The sandbox runs the same world as every other host, and lets nothing out. */
import { spawn } from 'node:child_process'
import { chmodSync, closeSync, mkdtempSync, openSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Check, runSeed } from '#core'
import { replay } from '#host/replay.ts'
import type { Launch } from '#host/sandbox/launch.ts'
import { SandboxPool } from '#host/sandbox/pool.ts'
import { FunctionHost } from '#kit/function-host.ts'
import { hiddenChecks } from '#labs/hidden-checks.ts'
import { raft } from '#labs/raft/lab.ts'
import {
  compiled,
  gradeSource,
  honestPasses,
  LAB,
  REFERENCE,
  STARTER,
  useSandbox,
} from './sandbox-fixture.ts'

const sandbox = useSandbox()
const CHECKS: readonly Check[] = [
  ...(raft.steps[0]?.visible ?? []),
  ...hiddenChecks(LAB.labId, LAB.stepId),
]

describe('a run in the sandbox', () => {
  it('has the trace of a run in the present realm', async () => {
    const code = await compiled(REFERENCE)
    const runs = await tapeOf(code, [1, 2])
    expect(runs).toHaveLength(CHECKS.length * 3)
    for (const { check, seed, replies } of runs) {
      const host = new FunctionHost(code, raft.modules)
      const here = runSeed({ check, seed, host, keepTrace: false }).result
      expect(replay({ check, seed, replies }).result).toEqual(here)
    }
  })

  it('passes the reference solution', { timeout: 120_000 }, async () => {
    const grade = await gradeSource(sandbox().pool, REFERENCE)
    expect(grade).toMatchObject({ outcome: 'passed', message: '', failures: [] })
    expect(grade.checks.map(({ checkId }) => checkId)).toEqual(CHECKS.map(({ id }) => id))
    expect(grade.checks.every(({ verdict }) => verdict === 'pass')).toBe(true)
  })

  it('fails the starter with a trace for each check that broke', async () => {
    const grade = await gradeSource(sandbox().pool, STARTER)
    expect(grade.outcome).toBe('failed')
    const failed = grade.checks.filter(({ verdict }) => verdict === 'fail')
    expect(grade.failures.map(({ checkId }) => checkId)).toEqual(
      failed.map(({ checkId }) => checkId),
    )
  })

  it('tells the learner’s line when the code throws', async () => {
    const source = STARTER.replace("this.setTimer('election', 200)", "throw new Error('no')")
    const line = source.split('\n').findIndex((text) => text.includes("new Error('no')")) + 1
    const { checks } = await gradeSource(sandbox().pool, source)
    expect(checks[0]?.failure?.outcome).toMatchObject({ kind: 'threw', message: 'no', line })
  })
})

describe('a worker that lies', () => {
  it.each([
    ['says that it is done', "frame('R') + frame('D')"],
    ['writes a verdict', "frame('R') + '::verdict:: pass'"],
    ['says nothing useful', "frame('R') + frame('C', 'O') + frame('D')"],
    ['ends at once', "frame('R')"],
    ['does not start', "'hello'"],
  ])('%s, and nothing passes', async (_name, output) => {
    const program = `
      const frame = (kind, text = '') => { const head = Buffer.alloc(4); head.writeUInt32LE(text.length);
        return kind + head.toString('latin1') + text }
      process.stdout.write(Buffer.from(${output}, 'latin1'))`
    const launch = { command: process.execPath, args: ['-e', program], descriptor3: undefined }
    const { compiler } = sandbox().capabilities.launch
    const liars = new SandboxPool({ ...launch, compiler }, 0)
    const grade = await gradeSource(liars, REFERENCE)
    expect(grade).toMatchObject({ outcome: 'our-fault', failures: [] })
    expect(grade.checks.some(({ verdict }) => verdict === 'pass')).toBe(false)
    expect(await honestPasses(sandbox().pool)).toBe(true)
  })
})

describe('native code in a worker', () => {
  it('has every layer around it', () => {
    const off = sandbox().capabilities.layers.filter(({ on }) => !on)
    const expected = process.getuid?.() === 0 ? [] : ['own user']
    const hint = `install bubblewrap and util-linux: ${JSON.stringify(off)}`
    expect(
      off.map(({ name }) => name),
      hint,
    ).toEqual(expected)
  })

  it('reaches no network, file, process, secret or user', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    const address = server.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    const found = await runNative(
      sandbox().capabilities.launch,
      NATIVE_PROBE.replace('PORT', `${port}`),
    )
    server.close()
    expect(found).toEqual({
      connect: 'EPERM',
      readPasswd: 'ENOENT',
      write: 'EROFS',
      spawn: 'EPERM',
      kill: 'EPERM',
      environment: [],
      uid: 61_900,
      files: ['lib', 'lib64', 'sandbox'],
    })
  })
})

/** What code with all of Node in its hands finds, past Node's own permissions. */
const NATIVE_PROBE = `
  const fs = require('fs')
  const code = (act) => { try { return act() ?? 'done' } catch (error) { return error.code } }
  const found = {
    readPasswd: code(() => fs.readFileSync('/etc/passwd')),
    write: code(() => fs.writeFileSync('/here', 'x')),
    spawn: code(() => { const { error } = require('child_process').spawnSync('/sandbox/node', ['-v']); if (error) throw error }),
    kill: code(() => process.kill(1, 0)),
    environment: Object.keys(process.env).filter((name) => name !== 'PWD'),
    uid: process.getuid(),
    files: fs.readdirSync('/').sort(),
  }
  require('net').connect(PORT, '127.0.0.1').on('error', ({ code }) => {
    fs.writeSync(1, JSON.stringify({ ...found, connect: code }))
  }).on('connect', () => fs.writeSync(1, 'connected'))
`

/** Runs a program of ours in place of the worker, without Node's seat belt. */
async function runNative(
  { command, args, descriptor3 }: Launch,
  program: string,
): Promise<unknown> {
  const file = join(mkdtempSync(join(tmpdir(), 'netsplit-probe-')), 'worker.cjs')
  writeFileSync(file, program)
  chmodSync(join(file, '..'), 0o755)
  const bare = args
    .filter((each) => !/^--(permission|allow-)/.test(each))
    .map((each) => (each.endsWith('.netsplit/build/sandbox/worker.cjs') ? file : each))
  const filter = descriptor3 === undefined ? [] : [openSync(descriptor3, 'r')]
  const child = spawn(command, bare, {
    env: {} as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'inherit', ...filter],
  })
  for (const descriptor of filter) closeSync(descriptor)
  let output = ''
  child.stdout?.on('data', (bytes: Buffer) => (output += bytes.toString()))
  await new Promise((resolve) => child.once('close', resolve))
  return JSON.parse(output)
}

interface TapedRun {
  readonly check: Check
  readonly seed: number
  readonly replies: string[]
}

/** Runs all checks with these seeds in a worker and returns what it recorded. */
async function tapeOf(code: string, seeds: readonly number[]): Promise<readonly TapedRun[]> {
  const { pool } = sandbox()
  const worker = pool.take()
  const runs: TapedRun[] = []
  const order = CHECKS.flatMap((check) => [check, ...seeds.map(() => check)])
  const checks = CHECKS.map(({ id }) => ({ checkId: id, seeds }))
  const end = await worker.run({ ...LAB, code, checks, tape: 'exact' }, ({ kind, text }) => {
    if (kind === 'run-start') {
      runs.push({ check: order[runs.length] as Check, seed: Number(text), replies: [] })
    } else if (kind === 'reply') runs.at(-1)?.replies.push(text)
  })
  pool.discard(worker)
  expect(end).toEqual({ kind: 'finished' })
  return runs
}
