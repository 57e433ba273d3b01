/** Tapes: the wire, and what a forged one comes to. */
import { beforeAll, describe, expect, it } from 'vitest'
import { type Check, runSeed } from '#core'
import { type PlannedCheck, Referee } from '#host/referee.ts'
import { TapeMismatchError } from '#host/replay.ts'
import { encodeFrame, type Frame, FrameReader, TapeFormatError } from '#host/sandbox/frames.ts'
import { FunctionHost } from '#kit/function-host.ts'
import { raft } from '#labs/raft/lab.ts'
import { compiled, REFERENCE, STARTER } from './sandbox-fixture.ts'

const check = raft.steps[0]?.visible[0] as Check
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
  failing = recorded(await compiled(STARTER), 1)
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

function judge(frames: readonly Frame[]): Referee {
  const referee = new Referee(PLAN)
  for (const frame of frames) referee.take(frame)
  return referee
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
    const referee = judge(honest)
    expect(referee.isDone).toBe(true)
    expect(referee.judged()[0]?.result).toMatchObject({ verdict: 'pass', seedsPassed: 2 })
  })

  it('keeps the trace of the run that failed', () => {
    const [judged] = judge([...failing, ...failing, { kind: 'done', text: '' }]).judged()
    expect(judged?.result).toMatchObject({ verdict: 'fail', seedsRun: 1 })
    expect(judged?.trace).toMatch(/^netsplit-trace 2 /)
  })

  it('finds the event in which two runs of one seed differ', () => {
    // Other code stands for code that does something else the second time.
    const [judged] = judge([...honest.slice(0, endOf(honest) + 1), ...failing]).judged()
    expect(judged?.result.failure?.outcome).toMatchObject({ kind: 'not-deterministic' })
    expect(judged?.result.verdict).toBe('fail')
  })

  it.each<[string, () => readonly Frame[]]>([
    ['says that it is done at once', () => [{ kind: 'done', text: '' }]],
    ['leaves out a run', () => [...honest.slice(0, endOf(honest) + 1), { kind: 'done', text: '' }]],
    ['leaves out a reply', () => honest.toSpliced(3, 1).slice(0, endOf(honest))],
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

function endOf(frames: readonly Frame[]): number {
  return frames.findIndex(({ kind }) => kind === 'run-end')
}
