/** What the worker does with one seed and a script: a what-if, its smallest run, a run by hand. */
import { describe, expect, test } from 'vitest'
import { decodeTrace, encodeTrace, present } from '#core'
import { beginByHand } from '../../app/_run/hand-session.ts'
import type { HandCommand, RunMessage, SeedScript } from '../../app/_run/messages.ts'
import { readRunMessage } from '../../app/_run/read-run-message.ts'
import { recordSeed } from '../../app/_run/record-seed.ts'
import { replaySeed } from '../../app/_run/replay-seed.ts'
import { shrinkSeed } from '../../app/_run/shrink-failures.ts'
import { checkOf, compileForTest, hostsFor, SOLUTION, traceOf } from './learner-code.ts'

const CHECK = checkOf('leader-cut-off')
const REF: SeedScript = { checkId: CHECK.id, seed: 2 }
/** A node leads with two votes, whatever the size of the cluster. */
const TWO_VOTES = SOLUTION.replace('this.votes.size < this.majority', 'this.votes.size < 2')

function partsOf(source: string) {
  const messages: RunMessage[] = []
  const parts = {
    newHost: hostsFor(source),
    newLinedHost: hostsFor(source, { lines: true }),
    tell: (word: RunMessage) => messages.push(structuredClone(word)),
  }
  return { messages, parts }
}

function replay(ref: SeedScript, source = SOLUTION) {
  const { messages, parts } = partsOf(source)
  replaySeed(CHECK, ref, parts)
  return present(
    messages.find((one) => one.kind === 'replayed'),
    `a run, not ${JSON.stringify(messages)}`,
  )
}

describe('a replay', () => {
  test('without a script is the run of the check, and its script makes it again', () => {
    const run = replay(REF)
    expect(run.trace).toBe(encodeTrace(traceOf(SOLUTION, CHECK.id, REF.seed)))
    expect(run.script).toBe('at 1500 isolate role=leader\n')
    expect(run.result.outcome).toEqual({ kind: 'pass' })
    expect(replay({ ...REF, script: run.script }).trace).toBe(run.trace)
    const [fell] = run.fell
    expect(fell?.step).toBe(0)
    expect(decodeTrace(run.trace).events[fell?.event ?? -1]?.kind).toBe('cut')
  })

  test('with another fault is another run, and tells its lines', () => {
    const run = replay({ ...REF, script: 'at 700 crash n1\nat 900 crash n2' })
    const { events } = decodeTrace(run.trace)
    expect(events.filter(({ kind }) => kind === 'crash').map(({ at }) => at)).toEqual([
      700_000, 900_000,
    ])
    const source = compileForTest(SOLUTION).code.split('\n')
    const sends = run.lines.filter(({ event }) => events[event]?.kind === 'send')
    expect(sends.length).toBeGreaterThan(0)
    for (const { line } of sends) expect(source[line - 1]).toMatch(/this\.(send|broadcast)\(/)
  })

  test('says which lines cannot be read, and runs nothing', () => {
    const { messages, parts } = partsOf(SOLUTION)
    replaySeed(CHECK, { ...REF, script: 'at 700 crash n1\nat 900 crash n8' }, parts)
    expect(messages).toMatchObject([{ kind: 'script-problems', problems: [{ line: 2 }] }])
  })

  test('finds code that depends on chance', () => {
    const source = SOLUTION.replace(
      'onStart() {',
      '$& const all = globalThis as any; all.lives = (all.lives ?? 0) + 1; this.note(`${all.lives}`);',
    )
    expect(replay(REF, source)).toMatchObject({
      result: { outcome: { kind: 'not-deterministic' } },
      lines: [],
    })
  })

  test('by hand stops where this code does not offer what was picked', () => {
    const script = 'run until 20\nnext timer n9 election\nrun on'
    const run = replay({ ...REF, script })
    expect(run.stuckAt).toBe('next timer n9 election')
    expect(run.result.outcome.kind).toBe('unknown')
    expect(decodeTrace(run.trace).events.length).toBeGreaterThan(20)
  })

  test('by hand to the end is the run by itself', () => {
    const usual = replay(REF)
    const run = replay({ ...REF, script: `${usual.script}run until 20\nrun on` })
    expect(run.result.traceHash).toBe(usual.result.traceHash)
  })
})

describe('a search for a smaller run', () => {
  test('of a what-if tells how small it is by now, and a script that makes the result', () => {
    const { messages, parts } = partsOf(TWO_VOTES)
    const script = 'at 300 pause n3\nat 1500 isolate role=leader\nat 1700 crash n2'
    shrinkSeed(CHECK, { ...REF, script }, parts)
    const shrunk = present(
      messages.find((one) => one.kind === 'shrunk'),
      'it fails and can be made smaller',
    )
    expect(shrunk.wholeScript).toMatch(/pause n3/)
    expect(shrunk.before.faults).toBe(3)
    expect(shrunk.after.faults).toBeLessThan(3)
    const again = replay({ ...REF, script: shrunk.script }, TWO_VOTES)
    expect(again.result.traceHash).toBe(shrunk.failure.traceHash)
    const steps = messages.flatMap((one) => (one.kind === 'shrinking' ? [one] : []))
    expect(steps.length).toBeGreaterThan(0)
    for (const { before } of steps) expect(before).toEqual(shrunk.before)
    const sizes = steps.map(({ size }) => size.faults)
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  })

  test('of a run that does not fail finds nothing', () => {
    const { messages, parts } = partsOf(SOLUTION)
    shrinkSeed(CHECK, REF, parts)
    expect(messages.map(({ kind }) => kind)).not.toContain('shrunk')
  })
})

describe('a run by hand', () => {
  function begin(ref: SeedScript) {
    const { messages, parts } = partsOf(SOLUTION)
    const carryOut = present(beginByHand(CHECK, ref, parts), 'the script can be read')
    const last = () => {
      const state = messages.at(-1)
      if (state?.kind !== 'hand') throw new Error(`expected a state, not ${state?.kind}`)
      return state
    }
    const ask = (command: HandCommand) => {
      carryOut(command)
      return last()
    }
    return { ask, last, messages }
  }

  test('grows by what is picked, and can take it back', () => {
    const { ask, last } = begin(REF)
    expect(last()).toMatchObject({ from: 0, stepCount: 0, hasEnded: false })
    const first = ask({ kind: 'take', step: { kind: 'next', choice: 'start n1' } })
    expect(decodeTrace(first.trace).events[0]).toMatchObject({ kind: 'boot', node: 'n1' })
    const second = ask({ kind: 'take', step: { kind: 'next', choice: 'start n2' } })
    expect(second.from).toBe(decodeTrace(first.trace).events.length)
    expect(second.choices.map(({ name }) => name)).toContain('timer n1 election')
    const undone = ask({ kind: 'undo' })
    expect(undone).toMatchObject({ from: 0, stepCount: 1, trace: first.trace })
    expect(ask({ kind: 'undo' }).stepCount).toBe(0)
    expect(ask({ kind: 'undo' }).stepCount).toBe(0)
  })

  test('goes on from any event of a run, and its script makes it again', () => {
    const { ask, last } = begin({ ...REF, script: 'at 1500 isolate role=leader\nrun until 60' })
    const usual = traceOf(SOLUTION, CHECK.id, REF.seed)
    const begun = decodeTrace(last().trace).events
    expect(begun).toEqual(usual.events.slice(0, begun.length))
    const choice = present(last().choices.at(0), 'something may happen').name
    const state = ask({ kind: 'take', step: { kind: 'next', choice } })
    ask({ kind: 'take', step: { kind: 'run-on' } })
    expect(last().hasEnded).toBe(true)
    expect(last().script).toContain(`run until 60\nnext ${choice}\nrun on\n`)
    const again = replay({ ...REF, script: state.script })
    const events = decodeTrace(again.trace).events
    expect(events.slice(begun.length)).toEqual(decodeTrace(state.trace).events)
  })

  test('refuses what is not on offer and says what', () => {
    const { ask } = begin(REF)
    const state = ask({ kind: 'take', step: { kind: 'next', choice: 'start n77' } })
    expect(state).toMatchObject({ refused: 'next start n77', stepCount: 0 })
  })
})

describe('the record of a handler that never returns', () => {
  test('ends with its call, in a run by hand as well', () => {
    const { messages, parts } = partsOf(SOLUTION)
    recordSeed(CHECK, { ...REF, script: 'run until 10\nnext timer n1 election' }, parts)
    const text = messages.map((one) => (one.kind === 'recorded' ? one.text : '')).join('')
    expect(decodeTrace(text).events.some(({ kind }) => kind === 'timer')).toBe(true)
  })
})

describe('everything that our own worker says', () => {
  test('passes the door', () => {
    const { messages, parts } = partsOf(TWO_VOTES)
    replaySeed(CHECK, { ...REF, script: 'at 1500 isolate role=leader' }, parts)
    shrinkSeed(CHECK, REF, parts)
    beginByHand(CHECK, REF, parts)?.({ kind: 'take', step: { kind: 'run-on' } })
    replaySeed(CHECK, { ...REF, script: 'boom' }, parts)
    expect(new Set(messages.map(({ kind }) => kind))).toEqual(
      new Set(['seed-started', 'replayed', 'shrinking', 'shrunk', 'hand', 'script-problems']),
    )
    for (const message of messages) expect(readRunMessage(message), message.kind).toBe(message)
  })
})
