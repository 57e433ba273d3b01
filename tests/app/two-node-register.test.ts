/** The figure's runs: what each choice gives, on the real simulator, with any seed. */
import { describe, expect, it } from 'vitest'
import {
  INITIAL_VALUE,
  type LinkFate,
  registerUnderACut,
  SEED,
} from '#content/lessons/the-three-of-cap-precisely/register-under-a-cut.scenario.ts'
import type { Policy } from '#systems/two-node-register/two-node-register.ts'
import { drawingOf } from '../../app/_viz/figures/two-node-register/drawing.ts'
import {
  isLinearizable,
  type RegisterOperation,
} from '../../app/_viz/figures/two-node-register/history.ts'
import { momentsOf } from '../../app/_viz/figures/two-node-register/moments.ts'
import { runRegister } from '../../app/_viz/figures/two-node-register/run.ts'

const run = (policy: Policy, fate: LinkFate, seed = SEED) =>
  runRegister(registerUnderACut(policy, fate), seed, INITIAL_VALUE)

const SEEDS = Array.from({ length: 30 }, (_, index) => index + 1)

/** Policy, link, what c2 gets, linearizable, all answered. */
const EXPECTED = [
  ['answer', 'whole', 'ok 42', true, true],
  ['answer', 'cut', 'ok 7', false, true],
  ['answer', 'healed', 'ok 7', false, true],
  ['refuse', 'whole', 'ok 42', true, true],
  ['refuse', 'cut', 'fail', true, false],
  ['refuse', 'healed', 'fail', true, false],
  ['wait', 'whole', 'ok 42', true, true],
  ['wait', 'cut', 'info', true, false],
  ['wait', 'healed', 'ok 42', true, true],
] as const

describe.each(EXPECTED)('policy %s, link %s', (policy, fate, got, linearizable, answered) => {
  it(`gives c2 ${got}, with every seed`, () => {
    for (const seed of SEEDS) {
      const { history, ...result } = run(policy, fate, seed)
      const [write, read] = history
      expect(write?.outcome).toBe('ok')
      expect([read?.outcome, read?.value].filter((part) => part !== undefined).join(' ')).toBe(got)
      expect(result.isLinearizable).toBe(linearizable)
      expect(result.allAnswered).toBe(answered)
    }
  })
})

describe('what the figure says', () => {
  it('names the stale read, the error and the silence', () => {
    expect(run('answer', 'cut').verdict).toBe(
      'c2 read 7 although a newer write had finished: not linearizable.',
    )
    expect(run('refuse', 'cut').verdict).toBe(
      'c2 got an error from a live node: not available in CAP’s sense.',
    )
    expect(run('wait', 'cut').verdict).toMatch(/^c2 got no answer before it gave up/)
    expect(run('wait', 'healed').verdict).toBe(
      'Linearizable, and every request was answered without an error.',
    )
  })

  it('rings the stale read and nothing else', () => {
    expect(run('answer', 'cut').staleOperation).toBe(2)
    expect(run('refuse', 'cut').staleOperation).toBeUndefined()
  })

  it('is the same run each time', () => {
    expect(run('wait', 'healed').traceHash).toBe(run('wait', 'healed').traceHash)
    expect(run('wait', 'healed').traceHash).not.toBe(run('wait', 'cut').traceHash)
  })

  it('tells every message and every operation in the table', () => {
    const { trace } = run('wait', 'healed')
    const told = new Set(momentsOf(trace).map(({ event }) => event))
    const telling = new Set(['invoke', 'complete', 'send', 'receive', 'drop', 'cut', 'heal'])
    for (const { id, kind } of trace.events) if (telling.has(kind)) expect(told).toContain(id)
  })

  it('draws every message once, lost ones apart', () => {
    const { trace } = run('wait', 'healed')
    const { arrows, bars, cuts } = drawingOf(trace, 480_000)
    const count = (kind: string) => trace.events.filter((event) => event.kind === kind).length
    expect(arrows.filter(({ kind }) => kind === 'message')).toHaveLength(count('receive'))
    expect(arrows.filter(({ kind }) => kind === 'lost')).toHaveLength(count('drop'))
    expect(bars.map(({ label }) => label)).toEqual(['write 42 → ok', 'read → 42'])
    expect(cuts).toEqual([{ from: 30_000, to: 260_000 }])
  })
})

describe('isLinearizable', () => {
  const operation = (change: Partial<RegisterOperation>): RegisterOperation => ({
    operation: 1,
    client: 'c1',
    node: 'n1',
    command: { kind: 'read' },
    invokedAt: 0,
    endedAt: 10,
    outcome: 'ok',
    value: 7,
    ...change,
  })
  const write = operation({ command: { kind: 'write', value: 42 }, value: undefined })

  it('allows either value while the write runs', () => {
    for (const value of [7, 42]) {
      expect(isLinearizable([write, operation({ invokedAt: 5, endedAt: 15, value })], 7)).toBe(true)
    }
  })

  it('refuses the old value after the write', () => {
    expect(isLinearizable([write, operation({ invokedAt: 11, endedAt: 15 })], 7)).toBe(false)
  })

  it('refuses to go back to the old value', () => {
    const newer = operation({ invokedAt: 1, endedAt: 4, value: 42 })
    const older = operation({ invokedAt: 5, endedAt: 8, value: 7 })
    expect(isLinearizable([write, newer, older], 7)).toBe(false)
  })

  it('lets a write without an answer happen or not, but one that failed never', () => {
    const unknown = { ...write, outcome: 'info', endedAt: 10 } as const
    const later = operation({ invokedAt: 20, endedAt: 25 })
    expect(isLinearizable([unknown, later], 7)).toBe(true)
    expect(isLinearizable([unknown, { ...later, value: 42 }], 7)).toBe(true)
    expect(
      isLinearizable(
        [
          { ...write, outcome: 'fail' },
          { ...later, value: 42 },
        ],
        7,
      ),
    ).toBe(false)
  })
})
