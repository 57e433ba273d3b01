/** Exploration inside the sandbox: the same states as in the present realm, as well guarded. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ivm from 'isolated-vm'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  type ExploreOptions,
  type ExploreResult,
  explore,
  type HandlerCall,
  NO_FAULTS,
  type StartConfig,
  type StepResult,
} from '#core'
import { IsolateLiveHost, IsolateStepHost } from '#host/sandbox/isolate-step-host.ts'
import { IsolateMemoryError, RealmScript } from '#host/sandbox/node-isolate.ts'
import { FunctionLiveHost, FunctionStepHost } from '#kit/state/function-step-host.ts'
import { nodeRenamer } from '#kit/state/rename-nodes.ts'
import { decodeStep } from '#kit/state/step-text.ts'
import { raft } from '#labs/raft/lab.ts'
import { build } from '../../scripts/build/sandbox.ts'
import { scopeOf } from '../support/scope-of.ts'
import { compiled, REFERENCE } from './sandbox-fixture.ts'

const REALM = join(import.meta.dirname, '../../.netsplit/build/sandbox/realm.js')
const SPECIFIERS = Object.keys(raft.modules)

let realm: RealmScript

beforeAll(async () => {
  await build()
  realm = new RealmScript(readFileSync(REALM, 'utf8'))
})

function options(code: string) {
  return { vm: ivm, realm, code, specifiers: SPECIFIERS, replyLengthMax: 262_144 }
}

/** Runs `use` with hosts that are gone afterwards, and keeps what crossed. */
function inSandbox<T>(
  code: string,
  use: (hosts: { step: IsolateStepHost; live: () => IsolateLiveHost; tape: string[] }) => T,
): T {
  const tape: string[] = []
  const step = new IsolateStepHost(options(code), (text) => tape.push(text))
  const live = new IsolateLiveHost(options(code), (text) => tape.push(text))
  try {
    return use({ step, live: () => live, tape })
  } finally {
    step.dispose()
    live.dispose()
  }
}

const SCOPE: Pick<ExploreOptions, 'scope' | 'limits' | 'prune' | 'symmetry'> = {
  scope: scopeOf(3, { faults: { ...NO_FAULTS, crashes: 1 } }),
  prune: ({ nodes }) => nodes.some(({ fields }) => Number(fields.currentTerm ?? 0) > 1),
  limits: { depthMax: 5 },
  symmetry: nodeRenamer,
}

describe('an exploration in the sandbox', () => {
  it('sees what one in the present realm sees, in the same order', async () => {
    const code = await compiled(REFERENCE)
    const here = explore({
      ...SCOPE,
      host: new FunctionStepHost(code, raft.modules),
      live: () => new FunctionLiveHost(code, raft.modules),
    })
    const there = inSandbox(code, ({ step, live }) => explore({ ...SCOPE, host: step, live }))
    expect(here.kind).toBe('limit')
    expect(here.pathsChecked).toBeGreaterThan(64)
    expect(there).toEqual(here)
  })

  it('crosses once for each call, and its tape judges it again without the code', async () => {
    const code = await compiled(REFERENCE)
    const there = inSandbox(code, ({ step, tape }) => {
      const result = explore({ ...SCOPE, host: step })
      return { result, tape }
    })
    expect(there.tape.length).toBeGreaterThanOrEqual(there.result.calls)
    const tape = there.tape.values()
    const replayed: ExploreResult = explore({
      ...SCOPE,
      host: { step: () => decodeStep(tape.next().value ?? '') },
    })
    expect(replayed).toEqual(there.result)
  })

  it('finds state of the module, which each context has for itself', async () => {
    const source = REFERENCE.replace('export class', 'let calls = 0\nexport class').replace(
      'onTimer(name: string) {',
      'onTimer(name: string) {\n this.note(String(++calls))',
    )
    const code = await compiled(source)
    const result = inSandbox(code, ({ step, live }) => explore({ ...SCOPE, host: step, live }))
    expect(result).toMatchObject({
      kind: 'not-explorable',
      why: expect.stringContaining('Keep no state in variables of the module') as string,
    })
  })
})

const CONFIG: StartConfig = { id: 'n1', nodes: ['n1', 'n2'], seed: 0, disk: {}, settings: {} }
const START: HandlerCall = { kind: 'start', nowMicros: 0, config: CONFIG }
const TIMER: HandlerCall = { kind: 'timer', nowMicros: 0, name: 't' }

async function stepsOf(body: string): Promise<readonly StepResult[]> {
  const source = `import { Node } from 'netsplit'\nexport class My extends Node { ${body} }`
  const code = await compiled(source)
  return inSandbox(code, ({ step }) => {
    const first = step.step(CONFIG, null, START)
    const state = first.kind === 'stepped' ? first.state : ''
    return [first, step.step(CONFIG, state, TIMER)]
  })
}

describe('what a step may do in the sandbox', () => {
  it('is as little as in a run: no clock, no other randomness, no way out', async () => {
    const [, result] = await stepsOf(`
      onTimer() {
        this.seen = [typeof process, typeof fetch, typeof setTimeout, Date.now(), Math.random()]
        console.log(this.seen.join(' '))
      }`)
    const twin = await stepsOf('onTimer() { this.seen = Math.random() }')
    const again = await stepsOf('onTimer() { this.seen = Math.random() }')
    expect(result).toMatchObject({
      reply: expect.stringContaining('undefined undefined undefined 0 0.') as string,
    })
    expect(again).toEqual(twin)
  })

  it.each([
    [
      'says nothing',
      'onTimer() { Object.defineProperty(this, "x", { enumerable: true, get() { throw 1 } }) }',
    ],
    ['patches what the kit needs', 'onTimer() { Object.keys = () => { throw new Error("mine") } }'],
    ['patches JSON', 'onTimer() { JSON.stringify = () => 5; this.x = {} }'],
    ['patches Set', 'onTimer() { Set.prototype.has = () => true; this.x = {} }'],
    ['throws a getter', 'onTimer() { throw { get name() { throw 1 } } }'],
    ['keeps too much', 'onTimer() { this.x = "x".repeat(300000) }'],
  ])('%s: an answer comes, and nothing of it is believed', async (_name, body) => {
    const [first, second] = await stepsOf(body)
    expect(first?.kind).toBe('stepped')
    expect(['stepped', 'refused']).toContain(second?.kind)
    if (second?.kind !== 'stepped') return
    expect(typeof second.reply).toBe('string')
    expect(typeof second.state).toBe('string')
  })

  it('ends when it has used up its memory', async () => {
    const body = 'onTimer() { const all = []; for (;;) all.push(new Array(100000).fill(all)) }'
    await expect(stepsOf(body)).rejects.toThrow(IsolateMemoryError)
  })
})
