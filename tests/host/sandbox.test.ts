/** The sandbox runs the same world as every other host, and lets nothing out. */
import { realpathSync } from 'node:fs'
import { createServer } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type Check, decodeKeptRun, present, runSeed } from '#core'
import type { KeptFailure } from '#host/grade.ts'
import { replay } from '#host/replay.ts'
import {
  type Launch,
  launchOf,
  PROCESSES_MAX,
  SANDBOX_UID,
  sandboxFiles,
} from '#host/sandbox/launch.ts'
import { isCheckpoint } from '#host/sandbox/orders.ts'
import { SandboxPool } from '#host/sandbox/pool.ts'
import type { Orders } from '#host/sandbox/sandbox-process.ts'
import { FunctionHost } from '#kit/function-host.ts'
import { hiddenChecks } from '#labs/hidden-checks.ts'
import { raft } from '#labs/raft/lab.ts'
import { FIRST_DRAFT, firstDraftWith } from './first-draft.ts'
import { collect, runNative } from './native-program.ts'
import {
  compiled,
  gradeSource,
  honestPasses,
  LAB,
  REFERENCE,
  SANDBOX_FOLDER,
  SPECIFIERS,
  useSandbox,
  VISIBLE,
} from './sandbox-fixture.ts'

const sandbox = useSandbox()
const CHECKS: readonly Check[] = [...VISIBLE, ...hiddenChecks(LAB.labId, LAB.stepId)]

describe('a run in the sandbox', () => {
  it('has the trace of a run in the present realm', async () => {
    const code = await compiled(REFERENCE)
    const runs = await tapeOf(code, [1, 2])
    expect(runs).toHaveLength(CHECKS.length * 2)
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

  it('fails a first draft with a trace for each check that broke', async () => {
    const grade = await gradeSource(sandbox().pool, FIRST_DRAFT)
    expect(grade.outcome).toBe('failed')
    const failed = grade.checks.filter(({ verdict }) => verdict === 'fail')
    expect(grade.failures.map(({ checkId }) => checkId)).toEqual(
      failed.map(({ checkId }) => checkId),
    )
  })

  it('tells the learner’s line when the code throws', async () => {
    const source = firstDraftWith("throw new Error('no')")
    const line = source.split('\n').findIndex((text) => text.includes("new Error('no')")) + 1
    const { checks } = await gradeSource(sandbox().pool, source)
    expect(checks[0]?.failure?.outcome).toMatchObject({ kind: 'threw', message: 'no', line })
  })
})

describe('code that can tell when its lines are recorded', () => {
  it('changes nothing about its verdict, and has no lines', { timeout: 60_000 }, async () => {
    const isWatched = "Object.getOwnPropertyDescriptor(this, 'role')?.get !== undefined"
    const timer = "this.setTimer('election', 200)"
    const { pool } = sandbox()
    const plain = await gradeSource(pool, FIRST_DRAFT)
    const hangs = await gradeSource(pool, firstDraftWith(`if (${isWatched}) for (;;); ${timer}`))
    const differs = await gradeSource(pool, firstDraftWith(`if (!(${isWatched})) ${timer}`))
    for (const { outcome, checks, failures } of [hangs, differs]) {
      expect(outcome).toBe('failed')
      expect(checks.map(({ failure }) => failure)).toEqual(
        plain.checks.map(({ failure }) => failure),
      )
      expect(failures.flatMap(linesOf)).toEqual([])
    }
    expect(plain.failures.flatMap(linesOf).length).toBeGreaterThan(0)
  })
})

function linesOf({ run }: KeptFailure) {
  return run === 'too-large' ? [] : decodeKeptRun(gunzipSync(run)).lines
}

describe('code that breaks a claim and then hangs', () => {
  it('has broken the claim, as in a browser, where the run ends there', {
    timeout: 90_000,
  }, async () => {
    const { outcome, checks, message } = await gradeSource(sandbox().pool, LEADS_AND_HANGS)
    expect({ outcome, message }).toEqual({ outcome: 'failed', message: '' })
    const [first] = checks
    // Here it must not hang, should it come so far.
    const throwing = LEADS_AND_HANGS.replace('for (;;);', "throw new Error('hang')")
    const host = new FunctionHost(await compiled(throwing), raft.modules)
    const check = present(CHECKS[0], 'the step has checks')
    const here = runSeed({ check, seed: 1, host, keepTrace: false }).result
    expect(here.outcome.kind).toBe('claim-broken')
    expect(first?.failure).toEqual(here)
    // What is left after so many hangs is not run, and counts as nothing.
    expect(checks.at(-1)).toMatchObject({ verdict: 'unknown', seedsRun: 0 })
  })
})

const LEADS_AND_HANGS = `import { RaftNode } from 'netsplit/raft'
export class Usurper extends RaftNode {
  onStart() { this.setTimer('lead', 100) }
  onTimer(name: string) {
    if (name === 'hang') for (;;);
    this.currentTerm = 1
    this.role = 'leader'
    this.setTimer('hang', 1)
  }
}`

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
      uid: SANDBOX_UID,
      files: ['lib', 'lib64', 'sandbox'],
    })
  })
})

describe('a fork bomb of native code', () => {
  it('starts no process at all behind the filter of system calls', async () => {
    const { launch } = sandbox().capabilities
    const { said, complaints } = await runShell(launch, '(echo forked); echo here')
    expect(said).not.toContain('forked')
    expect(complaints).toMatch(/fork/i)
  })

  it('is bounded by the kernel where there is no filter', async () => {
    const hasOwnUser = process.getuid?.() === 0
    const layers = { limits: true, ownUser: hasOwnUser, bubblewrap: false, syscallFilter: false }
    const { said, complaints } = await runShell(
      launchOf(layers, sandboxFiles(SANDBOX_FOLDER)),
      `i=0; while [ $i -lt ${4 * PROCESSES_MAX} ]; do sleep 1 & i=$((i+1)); done; echo all`,
    )
    // Only root can give each worker a user of its own, and the kernel counts by user.
    if (hasOwnUser) {
      expect(said).toBe('')
      expect(complaints).toMatch(/fork/i)
    } else expect(said).toBe('all\n')
  })

  it('of one worker takes nothing from the next', async () => {
    expect(await honestPasses(sandbox().pool)).toBe(true)
  })
})

/** Runs a shell in place of the worker, under the same layers. */
async function runShell({ command, args, descriptor3 }: Launch, script: string) {
  const isProgram = (each: string) => /(^|\/)node$/.test(each)
  const at = args.findLastIndex(isProgram)
  const shell = realpathSync('/bin/sh')
  const separator = args.lastIndexOf('--seccomp')
  const inside = separator < 0 ? shell : '/sandbox/sh'
  const layers =
    separator < 0
      ? args.slice(0, at)
      : args.slice(0, at).toSpliced(args.indexOf('--remount-ro'), 0, '--ro-bind', shell, inside)
  return collect({ command, args: [...layers, inside, '-c', script], descriptor3 })
}

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

interface TapedRun {
  readonly check: Check
  readonly seed: number
  readonly replies: string[]
}

/** Runs all checks with these seeds in a worker and returns what it recorded. */
async function tapeOf(code: string, seeds: readonly number[]): Promise<readonly TapedRun[]> {
  const { pool } = sandbox()
  const worker = pool.take()
  const runs = CHECKS.flatMap((check) =>
    seeds.map((seed): TapedRun => ({ check, seed, replies: [] })),
  )
  const started: TapedRun[] = []
  let orders: Orders | undefined
  const end = await worker.run(
    { code, specifiers: SPECIFIERS, tape: 'exact' },
    {
      attach(given) {
        orders = given
        for (const { check, seed } of runs) {
          given.send({ kind: 'run', scenario: check.scenario(seed), seed, lines: false })
        }
      },
      take({ kind, text }) {
        if (kind === 'run-start') started.push(present(runs[started.length], 'it was ordered'))
        if (kind === 'run-end' && started.length === runs.length) orders?.close()
        if (kind !== 'reply') return
        const { replies } = present(started.at(-1), 'a reply is in a run')
        replies.push(text)
        if (isCheckpoint(replies.length)) orders?.send({ kind: 'go-on' })
      },
      rest() {},
    },
  )
  pool.discard(worker)
  expect(end).toEqual({ kind: 'finished' })
  return runs
}
