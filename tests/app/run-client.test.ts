/** A browser run from the page's side: what it passes on, when it stops, what it calls silence. */
import { describe, expect, test } from 'vitest'
import type { RunMessage, RunRequest } from '../../app/_run/messages.ts'
import { recordSeed } from '../../app/_run/record-seed.ts'
import {
  READY_MS_MAX,
  RECORD_SILENCE_MS_MAX,
  SILENCE_MS_MAX,
  startRun,
} from '../../app/_run/run-client.ts'
import type { RunEvent } from '../../app/_run/run-report.ts'
import { GRACE_MS } from '../../app/_run/silence-watch.ts'
import { checkOf, compileForTest, hostsFor, SOLUTION } from './learner-code.ts'

/** A run whose frames and time are in the hands of the test. */
function rehearse(compiled = compileForTest(SOLUTION)) {
  const events: RunEvent[] = []
  const frames: { tell: (message: RunMessage) => void; asked: RunRequest[]; isOpen: boolean }[] = []
  let now = 0
  let lastTimer = 0
  const timers = new Map<number, { readonly at: number; readonly run: () => void }>()
  const stop = startRun({
    labId: 'raft',
    stepId: '03-election',
    ...compiled,
    open(tell) {
      const frame = { tell, asked: [] as RunRequest[], isOpen: true }
      frames.push(frame)
      return {
        post: (request) => {
          if ('task' in request) frame.asked.push(request)
        },
        close: () => {
          frame.isOpen = false
        },
      }
    },
    timers: {
      set(run, delayMs) {
        timers.set(++lastTimer, { at: now + delayMs, run })
        return lastTimer
      },
      clear: (timer) => timers.delete(timer),
      now: () => now,
    },
    onEvent: (event) => events.push(event),
  })
  const pass = (ms: number) => {
    const until = now + ms
    for (;;) {
      const due = [...timers]
        .filter(([, { at }]) => at <= until)
        .sort(([, a], [, b]) => a.at - b.at)
      const [next] = due
      if (next === undefined) break
      timers.delete(next[0])
      now = next[1].at
      next[1].run()
    }
    now = until
  }
  const tell = (message: RunMessage) => frames.at(-1)?.tell(message)
  return { events, frames, stop, pass, tell, timers }
}

const RESULT = {
  checkId: 'healthy-cluster',
  verdict: 'pass',
  seedsPassed: 20,
  seedsRun: 20,
  seedCount: 20,
} as const

describe('a run', () => {
  test('asks when the worker is ready, passes on results, and closes at the end', () => {
    const { events, frames, tell, timers, pass } = rehearse()
    expect(frames[0]?.asked).toEqual([])
    tell({ kind: 'ready' })
    expect(frames[0]?.asked).toMatchObject([{ labId: 'raft', task: { kind: 'judge' } }])
    tell({ kind: 'seed-started', checkId: 'healthy-cluster', seed: 1 })
    pass(20)
    tell({ kind: 'seed-done', checkId: 'healthy-cluster', seed: 1, events: 90 })
    tell({ kind: 'check-done', result: RESULT, trace: 'text' })
    tell({ kind: 'finished' })
    expect(events).toEqual([
      { kind: 'seed-done', checkId: 'healthy-cluster', seed: 1, events: 90, elapsedMs: 20 },
      { kind: 'check-done', result: RESULT, trace: 'text' },
      { kind: 'finished' },
    ])
    expect(frames.map(({ isOpen }) => isOpen)).toEqual([false])
    expect(timers.size).toBe(0)
  })

  test('stops at once, and hears nothing afterwards', () => {
    const { events, frames, stop, tell, pass } = rehearse()
    tell({ kind: 'ready' })
    stop()
    tell({ kind: 'finished' })
    pass(60_000)
    stop()
    expect(events).toEqual([{ kind: 'stopped' }])
    expect(frames.map(({ isOpen }) => isOpen)).toEqual([false])
  })

  test('says so when the runner does not start, and when it breaks down', () => {
    const slow = rehearse()
    slow.pass(READY_MS_MAX + GRACE_MS)
    expect(slow.events).toMatchObject([{ kind: 'broke-down' }])
    const broken = rehearse()
    broken.tell({ kind: 'broke-down', why: 'no worker' })
    expect(broken.events).toEqual([{ kind: 'broke-down', why: 'no worker' }])
    expect(broken.frames.map(({ isOpen }) => isOpen)).toEqual([false])
  })

  test('finds the line of the learner where the code threw', () => {
    const source = SOLUTION.replace('private startElection() {', "$& throw new Error('boom')")
    const compiled = compileForTest(source)
    const line = compiled.code.split('\n').findIndex((text) => text.includes('boom')) + 1
    const column = (compiled.code.split('\n')[line - 1] ?? '').indexOf('throw') + 1
    const { events, tell } = rehearse(compiled)
    const threw = {
      kind: 'threw',
      node: 'n1',
      name: 'Error',
      message: 'boom',
      line,
      column,
      at: 5,
      event: 7,
    } as const
    const failure = { seed: 1, outcome: threw, traceHash: '', eventCount: 8 }
    tell({ kind: 'check-done', result: { ...RESULT, verdict: 'fail', failure }, trace: '' })
    const expected = source.split('\n').findIndex((text) => text.includes('boom')) + 1
    expect(events).toMatchObject([
      { result: { failure: { outcome: { kind: 'threw', line: expected } } } },
    ])
  })
})

describe('silence', () => {
  const SEED = { checkId: 'healthy-cluster', seed: 4 } as const

  test('is forgiven when a word comes after all', () => {
    const { events, tell, pass } = rehearse()
    tell({ kind: 'ready' })
    tell({ kind: 'seed-started', ...SEED })
    pass(SILENCE_MS_MAX + GRACE_MS - 1)
    tell({ kind: 'seed-done', ...SEED, events: 9 })
    pass(SILENCE_MS_MAX)
    expect(events).toMatchObject([{ kind: 'seed-done', ...SEED }])
  })

  test('ends the run and names the handler that never returned', () => {
    const { events, frames, tell, pass } = rehearse()
    tell({ kind: 'ready' })
    tell({ kind: 'seed-started', ...SEED })
    pass(SILENCE_MS_MAX + GRACE_MS)
    expect(frames.map(({ isOpen }) => isOpen)).toEqual([false, true])

    tell({ kind: 'ready' })
    expect(frames[1]?.asked).toMatchObject([{ task: { kind: 'record', ...SEED } }])
    // The seed is recorded for real, and the words stop in the middle.
    const words: RunMessage[] = []
    const parts = { newHost: hostsFor(SOLUTION), tell: (word: RunMessage) => words.push(word) }
    recordSeed(checkOf(SEED.checkId), SEED, parts)
    for (const word of words.slice(0, 9)) tell(word)
    pass(RECORD_SILENCE_MS_MAX + GRACE_MS)

    expect(frames.map(({ isOpen }) => isOpen)).toEqual([false, false])
    expect(events).toMatchObject([{ kind: 'never-returned', ...SEED }])
    const [event] = events
    const last = event?.kind === 'never-returned' ? event.last : undefined
    expect(['boot', 'receive', 'timer', 'request']).toContain(last?.kind)
  })

  test('of a recording too is an answer, only a shorter one', () => {
    const { events, tell, pass } = rehearse()
    tell({ kind: 'ready' })
    tell({ kind: 'seed-started', ...SEED })
    pass(SILENCE_MS_MAX + GRACE_MS)
    pass(READY_MS_MAX + GRACE_MS)
    expect(events).toEqual([{ kind: 'never-returned', ...SEED, trace: '' }])
  })
})

describe('after the results', () => {
  const small = {
    checkId: 'a-check',
    failure: { seed: 1, outcome: { kind: 'pass' as const }, traceHash: '', eventCount: 1 },
    trace: 'small',
    lines: [],
    script: '',
    wholeScript: '',
    before: { events: 9, faults: 2, operations: 0 },
    after: { events: 3, faults: 0, operations: 0 },
    isMinimal: true,
  }

  test('the run has finished although smaller runs still come', () => {
    const { events, tell, frames } = rehearse()
    tell({ kind: 'ready' })
    tell({ kind: 'judged' })
    expect(events.at(-1)).toEqual({ kind: 'finished' })
    const size = { events: 5, faults: 1, operations: 0 }
    tell({ kind: 'shrinking', checkId: 'a-check', runs: 10, before: small.before, size })
    tell({ kind: 'shrunk', ...small })
    expect(events.at(-1)).toEqual({ kind: 'shrunk', run: small })
    expect(frames[0]?.isOpen).toBe(true)
    tell({ kind: 'finished' })
    expect(frames[0]?.isOpen).toBe(false)
    expect(events.filter(({ kind }) => kind === 'finished')).toHaveLength(1)
  })

  test('a search that hangs, or is left, changes nothing about them', () => {
    for (const end of ['silence', 'stop']) {
      const { events, tell, frames, pass, stop } = rehearse()
      tell({ kind: 'ready' })
      tell({ kind: 'judged' })
      if (end === 'stop') stop()
      else pass(SILENCE_MS_MAX + GRACE_MS)
      expect(frames).toHaveLength(1)
      expect(frames[0]?.isOpen).toBe(false)
      expect(events).toEqual([{ kind: 'finished' }, { kind: 'searched' }])
    }
  })
})
