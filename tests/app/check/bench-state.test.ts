/** The state of the page follows what happens, and a verdict never outlives its question. */
import { describe, expect, test } from 'vitest'
import { advanceBench, type BenchEvent, EMPTY_BENCH } from '#app/check/_bench/bench-state.ts'
import type { CheckReply } from '#app/check/_worker/messages.ts'
import { readHistory } from '#core'

const QUESTION = { model: 'register', initial: null, stepsMax: 10 }
const READ: CheckReply = {
  kind: 'read',
  read: readHistory('{"process":0,"f":"read","call":0,"return":1,"type":"ok"}'),
}
const JUDGED: CheckReply = {
  kind: 'judged',
  judgement: { levels: [], strongest: [], telling: undefined },
}

function after(...events: readonly (BenchEvent | CheckReply)[]) {
  return events.reduce(
    (state, event) => advanceBench(state, isReply(event) ? { kind: 'heard', reply: event } : event),
    EMPTY_BENCH,
  )
}

const EVENTS: ReadonlySet<string> = new Set([
  'cleared',
  'reading',
  'checking',
  'question-changed',
  'cancelled',
  'heard',
])

function isReply(event: BenchEvent | CheckReply): event is CheckReply {
  return !EVENTS.has(event.kind)
}

const READING: BenchEvent = { kind: 'reading' }
const CHECKING: BenchEvent = { kind: 'checking', question: QUESTION, startedMs: 5 }

describe('the way of a history', () => {
  test('from text to verdict', () => {
    expect(after(READING).reading.kind).toBe('reading')
    expect(after(READING, READ).reading).toMatchObject({ kind: 'read' })
    const running = after(READING, READ, CHECKING, { kind: 'progress', steps: 7 })
    expect(running.checking).toMatchObject({ kind: 'checking', steps: 7, startedMs: 5 })
    const done = after(READING, READ, CHECKING, JUDGED)
    expect(done.checking).toMatchObject({ kind: 'judged', question: QUESTION })
  })

  test('a cancelled check says how far it came, and hears of nothing later', () => {
    const state = after(
      READING,
      READ,
      CHECKING,
      { kind: 'progress', steps: 7 },
      { kind: 'cancelled' },
    )
    expect(state.checking).toEqual({ kind: 'cancelled', steps: 7 })
    expect(advanceBench(state, { kind: 'heard', reply: JUDGED })).toBe(state)
    expect(advanceBench(state, { kind: 'cancelled' })).toBe(state)
  })

  test('another question and another text take the verdict back', () => {
    const done = after(READING, READ, CHECKING, JUDGED)
    expect(advanceBench(done, { kind: 'question-changed' }).checking.kind).toBe('idle')
    expect(advanceBench(done, READING).checking.kind).toBe('idle')
    expect(advanceBench(done, { kind: 'cleared' })).toBe(EMPTY_BENCH)
  })

  test('a breakdown keeps the text where it can', () => {
    const broke: CheckReply = { kind: 'broke-down', why: 'memory' }
    expect(after(READING, broke)).toMatchObject({
      reading: { kind: 'nothing' },
      brokeDown: 'memory',
    })
    expect(after(READING, READ, CHECKING, broke)).toMatchObject({
      reading: { kind: 'read' },
      checking: { kind: 'idle' },
      brokeDown: 'memory',
    })
    expect(after(READING, READ, CHECKING, broke, CHECKING).brokeDown).toBeUndefined()
  })
})
