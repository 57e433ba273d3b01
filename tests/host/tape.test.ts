/** Tapes: the wire, and what a forged one comes to. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type Check, type Claim, decodeCompact, runScenario, runSeed } from '#core'
import type { PlannedCheck } from '#host/planned-check.ts'
import { Referee, type RefereeOptions } from '#host/referee.ts'
import { TapeMismatchError } from '#host/replay.ts'
import { encodeFrame, type Frame, FrameReader, TapeFormatError } from '#host/sandbox/frames.ts'
import { isCheckpoint, type WorkerOrder } from '#host/sandbox/orders.ts'
import { FunctionHost } from '#kit/function-host.ts'
import { raft } from '#labs/raft/lab.ts'
import { FIRST_DRAFT } from './first-draft.ts'
import { compiled, REFERENCE, VISIBLE } from './sandbox-fixture.ts'

const check = VISIBLE[0] as Check
const SEEDS = [1, 2]
const PLAN: readonly PlannedCheck[] = [{ check, visible: true, seeds: SEEDS }]

let honest: readonly Frame[]
let failing: readonly Frame[]

beforeAll(async () => {
  const code = await compiled(REFERENCE)
  honest = [
    ...recorded(code, 1),
    ...recorded(code, 1),
    ...recorded(code, 2),
    { kind: 'done', text: '' },
  ]
  failing = recorded(await compiled(FIRST_DRAFT), 1)
})

/** The frames that an honest worker writes for one run. */
function recorded(code: string, seed: number): readonly Frame[] {
  const nodes = new FunctionHost(code, raft.modules)
  const frames: Frame[] = [{ kind: 'run-start', text: String(seed) }]
  runSeed({
    check,
    seed,
    keepTrace: false,
    host: {
      call(node, call) {
        const text = nodes.call(node, call)
        frames.push({ kind: 'reply', text })
        return text
      },
    },
  })
  return [...frames, { kind: 'run-end', text: '' }]
}

/** What the referee told a worker: runs by their seed, `lines` of one, words, and the end. */
class Told {
  readonly words: string[] = []
  send = (order: WorkerOrder): void => {
    this.words.push(
      order.kind === 'run' ? `${order.lines ? 'lines' : 'run'} ${order.seed}` : order.kind,
    )
  }
  close = (): void => void this.words.push('close')
}

function conduct(frames: readonly Frame[], options: RefereeOptions = {}, plan = PLAN) {
  const referee = new Referee(plan, options)
  const told = new Told()
  referee.attach(told)
  for (const frame of frames) {
    referee.take(frame)
    referee.rest()
  }
  return { referee, told: told.words, judged: referee.judged()[0] }
}

function judge(frames: readonly Frame[]) {
  return conduct(frames).judged
}

describe('the wire', () => {
  it('gives back what was written, however the bytes are cut', () => {
    const bytes = Buffer.concat(
      honest.slice(0, 200).map(({ kind, text }) => encodeFrame(kind, text)),
    )
    const reader = new FrameReader()
    const frames: Frame[] = []
    for (let at = 0; at < bytes.length; at += 7)
      frames.push(...reader.read(bytes.subarray(at, at + 7)))
    expect(frames).toEqual(honest.slice(0, 200))
  })

  it.each([
    ['an unknown kind', Buffer.from('X\0\0\0\0')],
    ['a frame without end', Buffer.from([0x43, 0xff, 0xff, 0xff, 0x7f])],
    ['a verdict on standard output', Buffer.from('::verdict:: pass\n')],
  ])('refuses %s', (_name, bytes) => {
    expect(() => new FrameReader().read(bytes)).toThrow(TapeFormatError)
  })
})

describe('the referee', () => {
  it('passes an honest tape', () => {
    const { judged, told } = conduct(honest)
    expect(judged?.result).toMatchObject({ verdict: 'pass', seedsPassed: 2 })
    expect(judged?.failed).toBeUndefined()
    expect(told.filter((word) => word !== 'go-on')).toEqual(['run 1', 'run 1', 'run 2', 'close'])
  })

  it('answers each checkpoint once, also of runs that ended before it could answer', () => {
    const referee = new Referee(PLAN)
    const told = new Told()
    referee.attach(told)
    for (const frame of honest) referee.take(frame)
    const passed = runsOf(honest).flatMap((run) =>
      run.filter(({ kind }) => kind === 'reply').filter((_, at) => isCheckpoint(at + 1)),
    )
    expect(told.words.filter((word) => word === 'go-on')).toHaveLength(passed.length)
  })

  it('keeps the trace of the run that failed', () => {
    const judged = judge([...failing, ...failing, { kind: 'done', text: '' }])
    expect(judged?.result).toMatchObject({ verdict: 'fail', seedsRun: 1 })
    const { events } = decodeCompact(judged?.failed?.trace ?? new Uint8Array())
    expect(events).toHaveLength(judged?.result.failure?.eventCount ?? 0)
  })

  it('finds the event in which two runs of one seed differ', () => {
    // Other code stands for code that does something else the second time.
    const judged = judge([...honest.slice(0, endOf(honest) + 1), ...failing])
    expect(judged?.result.failure?.outcome).toMatchObject({ kind: 'not-deterministic' })
    expect(judged?.result.verdict).toBe('fail')
  })

  it('does not look at a run that it ordered ahead and does not need', () => {
    const [first, , third] = runsOf(honest)
    const nonsense: Frame[] = [
      { kind: 'run-start', text: '2' },
      { kind: 'reply', text: 'nonsense' },
      { kind: 'run-end', text: '' },
    ]
    const { told, judged } = conduct([...(first ?? []), ...failing, ...nonsense])
    expect(third).toBeDefined()
    expect(judged?.result).toMatchObject({ verdict: 'fail', seedsRun: 1 })
    expect(told.at(-1)).toBe('close')
  })

  it('tells a worker to stop once the run is decided, and takes no notice of the rest', () => {
    const [claim] = check.claims
    const early: Claim = { ...(claim as Claim), monitor: () => ({ onEvent: brokenAt(40) }) }
    const plan = [{ check: { ...check, claims: [early] }, visible: true, seeds: [1] }]
    const [first = []] = runsOf(honest)
    const { told, judged } = conduct([...first, ...first], {}, plan)
    expect(judged?.result.failure).toMatchObject({ outcome: { kind: 'claim-broken' } })
    expect(told).toContain('stop')
    // Without the claim the same tape is longer than the run.
    expect(first.length).toBeGreaterThan(100)
    const failed = decodeCompact(judged?.failed?.trace ?? new Uint8Array())
    const host = hostOf(first)
    const alone = runScenario({
      scenario: check.scenario(1),
      claims: [early],
      seed: 1,
      host,
      keepTrace: true,
    })
    expect(failed).toEqual(alone.trace)
  })

  it('asks for the lines of a run that failed, and believes only counts', () => {
    const lined = failing.flatMap((frame): Frame[] =>
      frame.kind === 'reply' ? [frame, { kind: 'lines', text: LINES }] : [frame],
    )
    const { judged, told } = conduct([...failing, ...failing, ...lined], { wantsLines: true })
    expect(told.filter((word) => word !== 'go-on' && word !== 'stop')).toEqual([
      'run 1',
      'run 1',
      'lines 1',
      'close',
    ])
    const lines = judged?.failed?.lines ?? []
    expect(lines.length).toBeGreaterThan(0)
    expect(new Set(lines.map(({ line, column }) => `${line}:${column}`))).toEqual(new Set(['7:3']))
  })

  it('has no lines of a run that was not the one that failed', () => {
    const [other = []] = runsOf(honest)
    const lined = other.flatMap((frame): Frame[] =>
      frame.kind === 'reply' ? [frame, { kind: 'lines', text: LINES }] : [frame],
    )
    const { judged } = conduct([...failing, ...failing, ...lined], { wantsLines: true })
    expect(judged?.failed?.lines).toEqual([])
  })

  it('goes on with another worker where the first one ended', () => {
    const [first = [], second = [], third = []] = runsOf(honest)
    const { referee } = conduct([...first, ...second.slice(0, 9)])
    const told = new Told()
    referee.attach(told)
    for (const frame of [...second, ...third]) referee.take(frame)
    expect(told.words.filter((word) => word !== 'go-on')).toEqual(['run 1', 'run 2', 'close'])
    expect(referee.judged()[0]?.result).toMatchObject({ verdict: 'pass', seedsPassed: 2 })
  })

  it.each<[string, () => readonly Frame[]]>([
    ['says that it is done at once', () => [{ kind: 'done', text: '' }]],
    ['leaves out a run', () => [...honest.slice(0, endOf(honest) + 1), { kind: 'done', text: '' }]],
    [
      'leaves out the last reply',
      () => honest.toSpliced(endOf(honest) - 1, 1).slice(0, endOf(honest)),
    ],
    ['adds a reply', () => honest.toSpliced(3, 0, honest[1] as Frame)],
    ['adds a reply at the end', () => honest.toSpliced(endOf(honest), 0, honest[1] as Frame)],
    ['uses a seed of its own', () => [{ kind: 'run-start', text: '99' }]],
    ['starts a run in a run', () => [honest[0] as Frame, honest[0] as Frame]],
    ['replies outside a run', () => [{ kind: 'reply', text: 'O' }]],
    ['goes on after a check has failed', () => [...failing, ...failing, ...failing]],
    ['says ready twice', () => [{ kind: 'ready', text: '' }]],
  ])('refuses a tape that %s', (_name, frames) => {
    expect(() => judge(frames())).toThrow(TapeMismatchError)
  })
})

const LINES = JSON.stringify({
  handler: { line: 7, column: 3 },
  effects: [{ line: -1, column: 1 }, { line: 1e300, column: 1 }, 'x', { line: '1', column: {} }],
  fields: { role: { line: 7, column: 3 }, __proto__: null, currentTerm: [] },
})

function brokenAt(event: number): ReturnType<Claim['monitor']>['onEvent'] {
  return ({ id }) =>
    id < event ? undefined : { event: id, message: 'It is late.', related: [], nodes: [] }
}

/** The runs of a tape, each from its start to its end. */
function runsOf(frames: readonly Frame[]): readonly (readonly Frame[])[] {
  const runs: Frame[][] = []
  for (const frame of frames) {
    if (frame.kind === 'run-start') runs.push([])
    if (frame.kind !== 'done') runs.at(-1)?.push(frame)
  }
  return runs
}

/** Plays the replies of a run. */
function hostOf(frames: readonly Frame[]) {
  const replies = frames.filter(({ kind }) => kind === 'reply').map(({ text }) => text)
  let position = 0
  return { call: () => replies[position++] ?? 'O' }
}

function endOf(frames: readonly Frame[]): number {
  return frames.findIndex(({ kind }) => kind === 'run-end')
}
