/**
 * The program of a sandbox worker. It reads one job, runs the learner's code under the
 * simulator, writes the tape, and ends. Nothing that it says is believed: the verdict
 * comes from replaying the tape elsewhere.
 */
import { readFileSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { argv, exit } from 'node:process'
import { type Check, runSeed } from '#core'
import { hiddenChecks } from '#labs/hidden-checks.ts'
import { findStep } from '#labs/index.ts'
import { IsolateHost } from './isolate-host.ts'
import { CheckRuns, type SandboxJob } from './job.ts'
import { IsolateMemoryError, RealmScript } from './node-isolate.ts'
import { TapeWriter } from './tape-writer.ts'

const STDIN = 0
const STDOUT = 1

const tape = new TapeWriter(STDOUT)

main()

function main(): void {
  try {
    const require = createRequire(import.meta.url)
    const { ivm: vm } = require(argument(2, 'the path of isolated-vm')) as NativeModule
    const here = dirname(argument(1, 'the path of this program'))
    const realm = new RealmScript(readFileSync(join(here, 'realm.js'), 'utf8'))
    warmUp(vm, realm)
    tape.mark('ready')
    const job = readJob()
    if (job === undefined) exit(0)
    if (job.tape === 'exact') tape.writeEachReply()
    runJob({ vm, realm, job })
    tape.mark('done')
  } catch (error) {
    if (error instanceof IsolateMemoryError) tape.mark('memory')
    else tape.mark('fault', String(error))
  }
  exit(0)
}

type Vm = typeof import('isolated-vm')

interface NativeModule {
  readonly ivm: Vm
}

function argument(index: number, what: string): string {
  const value = argv[index]
  if (value === undefined) throw new Error(`${what} is missing`)
  return value
}

/** Makes one isolate and one context, so that the first learner does not pay for it. */
function warmUp(vm: Vm, realm: RealmScript): void {
  const options = { vm, realm, code: '', specifiers: [], replyLengthMax: 0 }
  const host = new IsolateHost(options, () => {})
  const config = { id: 'n1', nodes: ['n1'], seed: 0, disk: {}, settings: {} }
  host.call('n1', { kind: 'start', nowMicros: 0, config })
  host.dispose()
}

/** The job: four bytes of length and as many of JSON; undefined when nobody wants us. */
function readJob(): SandboxJob | undefined {
  const header = readBytes(4)
  if (header === undefined) return undefined
  const body = readBytes(header.readUInt32LE())
  return body === undefined ? undefined : (JSON.parse(body.toString('utf8')) as SandboxJob)
}

function readBytes(length: number): Buffer | undefined {
  const bytes = Buffer.alloc(length)
  let position = 0
  while (position < length) {
    const count = readSync(STDIN, bytes, position, length - position, null)
    if (count === 0) return undefined
    position += count
  }
  return bytes
}

interface Work {
  readonly vm: Vm
  readonly realm: RealmScript
  readonly job: SandboxJob
}

function runJob({ vm, realm, job }: Work): void {
  const found = findStep(job.labId, job.stepId)
  if (found === undefined) throw new Error(`there is no step ${job.labId}/${job.stepId}`)
  const known = [...found.step.visible, ...hiddenChecks(job.labId, job.stepId)]
  const specifiers = Object.keys(found.lab.modules)
  for (const { checkId, seeds } of job.checks) {
    const check = known.find(({ id }) => id === checkId)
    if (check === undefined) throw new Error(`there is no check ${checkId}`)
    const runs = new CheckRuns(check, seeds)
    for (let seed = runs.next(); seed !== undefined; seed = runs.next()) {
      const result = runOnce({ vm, realm, code: job.code, specifiers, check, seed })
      runs.add(result, () => 0)
    }
  }
}

interface OneRun {
  readonly vm: Vm
  readonly realm: RealmScript
  readonly code: string
  readonly specifiers: readonly string[]
  readonly check: Check
  readonly seed: number
}

function runOnce({ check, seed, ...options }: OneRun) {
  const replyLengthMax = check.scenario(seed).budgets.bytesPerCallMax
  tape.mark('run-start', String(seed))
  const host = new IsolateHost({ ...options, replyLengthMax }, (reply) => tape.reply(reply))
  const { result } = runSeed({ check, seed, host, keepTrace: false, hashTrace: false })
  host.dispose()
  tape.mark('run-end')
  return result
}
