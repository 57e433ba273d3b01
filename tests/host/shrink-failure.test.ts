/** Failing runs of submissions become as small in the sandbox as they do in a browser. */
import { beforeAll, describe, expect, it } from 'vitest'
import {
  type Check,
  type ClaimSummary,
  decodeCompact,
  eventLines,
  headlineOf,
  present,
  printRunScript,
  runScenario,
  runSeed,
  type SeedResult,
  shrink,
  tellStory,
  visibleSeeds,
} from '#core'
import { RunRoom } from '#host/run-room.ts'
import { shrinkFailure } from '#host/shrink-failure.ts'
import { FunctionHost } from '#kit/function-host.ts'
import { raft } from '#labs/raft/lab.ts'
import { honestWith } from './attacks/attack.ts'
import { compiled, SPECIFIERS, useSandbox, VISIBLE } from './sandbox-fixture.ts'

const sandbox = useSandbox()

/** Fails only where a node crashes and starts again. */
const FORGETFUL = honestWith(`
    if (this.disk.read('seen') !== undefined) throw new Error('seen before')
    this.disk.write('seen', true)
    this.disk.sync()`)
const RUNS_MAX = 300

const check = present(
  VISIBLE.find(({ id }) => id === 'crash-and-restart'),
  'the election step has a check with crashes',
)
let code: string
let failure: SeedResult

beforeAll(async () => {
  code = await compiled(FORGETFUL)
  failure = firstFailure(check)
})

function firstFailure(failing: Check): SeedResult {
  for (const seed of visibleSeeds(failing)) {
    const { result } = runSeed({ check: failing, seed, host: newHost(), keepTrace: true })
    if (result.outcome.kind !== 'pass') return result
  }
  throw new Error('no seed makes it fail')
}

const newHost = () => new FunctionHost(code, raft.modules)

function inSandbox(mayGoOn: () => boolean = () => true, failed = failure) {
  const room = new RunRoom({ code, specifiers: SPECIFIERS }, sandbox().pool)
  const options = { check, failure: failed, room, runsMax: RUNS_MAX, mayGoOn }
  return shrinkFailure(options).finally(() => room.close())
}

describe('a failing run of a submission', () => {
  it('becomes the same small run as in a browser, with the same lines', async () => {
    const { claims } = check
    const { seed } = failure
    const scenario = check.scenario(seed)
    const search = shrink({ scenario, seed, claims, newHost, runsMax: RUNS_MAX })
    let last = search.next()
    while (last.done !== true) last = search.next()
    const here = present(last.value, 'it fails')
    const lined = new FunctionHost(code, raft.modules, { lines: true })
    runScenario({ scenario: here.scenario, seed, claims, host: lined, keepTrace: false })

    const there = present(await inSandbox(), 'it fails there too')
    expect(there.shrink).toMatchObject({
      failure: here.result,
      script: printRunScript(here.scenario, scenario),
      after: { events: here.result.eventCount, faults: 1, operations: 0 },
      isMinimal: here.isMinimal,
    })
    expect(there.shrink.before.events).toBe(failure.eventCount)
    const trace = decodeCompact(there.run.trace)
    expect(trace).toEqual(here.trace)
    expect(there.run.lines).toEqual(eventLines(here.trace.events, lined.callLines))
    expect(there.run.lines.length).toBeGreaterThan(trace.events.length / 4)
    expect(there.shrink.failure.outcome).toMatchObject({ kind: 'threw', message: 'seen before' })
  })

  it('has a story', async () => {
    const { shrink: small, run } = present(await inSandbox(), 'it fails')
    const { outcome } = small.failure
    if (outcome.kind !== 'threw') throw new Error('it throws')
    const { steps } = tellStory({ trace: decodeCompact(run.trace), outcome })
    expect(steps.length).toBeGreaterThan(0)
    const none: ClaimSummary | undefined = undefined
    expect(headlineOf(outcome, none, failure.seed).what).toContain('seen before')
  })

  it('stays as it is when there is no time', async () => {
    expect(await inSandbox(() => false)).toBeUndefined()
  })

  it('is made as small as time allows', async () => {
    let runs = 0
    const found = await inSandbox(() => runs++ < 12)
    expect(found?.shrink.isMinimal).toBe(false)
    expect(found?.shrink.failure.outcome.kind).toBe('threw')
  })

  it('that does not come again is left alone', async () => {
    const other = { ...failure, eventCount: failure.eventCount + 1 }
    expect(await inSandbox(() => true, other)).toBeUndefined()
  })

  it('that dies in the sandbox is left alone', { timeout: 60_000 }, async () => {
    const endless = await compiled(honestWith('for (;;);'))
    const room = new RunRoom({ code: endless, specifiers: SPECIFIERS }, sandbox().pool)
    const options = { check, failure, room, runsMax: RUNS_MAX, mayGoOn: () => true }
    expect(await shrinkFailure(options)).toBeUndefined()
    room.close()
  })
})
