/** Code that keeps something outside of its fields is found out, and never blamed for more. */
import { describe, expect, test } from 'vitest'
import { explore } from '../../../grader/core/explore/explore.ts'
import type { StateClaim } from '../../../grader/core/explore/result.ts'
import type { StepHost } from '../../../grader/core/explore/step-host.ts'
import type { World } from '../../../grader/core/explore/world.ts'
import { scopeOf } from '../../support/scope-of.ts'
import { sendTo, setTimer, type ToyNode, toyHost, toyLiveHost } from './toy-host.ts'

/** Counts its calls, and says how many there were. */
function node(count: () => number): ToyNode {
  return (_memory, call) => {
    if (call.kind === 'start') return { memory: 0, effects: [setTimer('t')] }
    const calls = count()
    return { memory: 0, effects: [sendTo('n2', calls), setTimer('t')] }
  }
}

/** The count is not in the memory: as variables of a module are not. */
function forgetful() {
  let calls = 0
  return node(() => ++calls)
}

const noThirdCall: StateClaim = {
  id: 'no-third-call',
  sentence: 'Nobody calls three times.',
  holds: ({ messages }) =>
    messages.some(({ body }) => body === '3') ? { message: 'three', nodes: [] } : undefined,
}

describe('a node with state that cannot be seen', () => {
  test('is not explored', () => {
    const result = explore({
      scope: scopeOf(2),
      host: toyHost(forgetful()),
      live: () => toyLiveHost(forgetful()),
      limits: { depthMax: 6 },
    })
    if (result.kind !== 'not-explorable') throw new Error(result.kind)
    expect(result.why).toContain('does not do the same when it is put back')
    expect(result.why).toContain('Keep no state in variables of the module')
    expect(result.path.length).toBeGreaterThan(0)
  })

  test('is found out without living nodes, when it is asked the same again', () => {
    const host = toyHost(forgetful())
    const result = explore({ scope: scopeOf(2), host, limits: { depthMax: 3 } })
    expect(result).toMatchObject({
      kind: 'not-explorable',
      why: expect.stringContaining('asked the same again') as string,
    })
  })

  test('is not blamed for what only its restored double does', () => {
    const result = explore({
      scope: scopeOf(2),
      host: toyHost(forgetful()),
      live: () => toyLiveHost(forgetful()),
      states: [noThirdCall],
      limits: { depthMax: 6 },
    })
    expect(result.kind).toBe('not-explorable')
  })
})

describe('what is about to be told', () => {
  /** Calls a third time only when it was put back, or remembers that it did. */
  const twice =
    (isLive: boolean, what: 'says' | 'remembers'): ToyNode =>
    (memory, call) => {
      if (call.kind === 'start') return { memory: 0, effects: [setTimer('t')] }
      const count = Number(memory) + 1
      const isThird = count === 3 && !isLive
      const said = isThird && what === 'says' ? 3 : 0
      return {
        memory: isThird && what === 'remembers' ? 99 : count,
        effects: [sendTo('n2', said), setTimer('t')],
      }
    }
  const search = (what: 'says' | 'remembers') => ({
    scope: scopeOf(2),
    host: toyHost(twice(false, what)),
    allows: ({ kind }: { readonly kind: string }) => kind === 'timer',
    limits: { depthMax: 3 },
  })
  const live = (what: 'says' | 'remembers') => () => toyLiveHost(twice(true, what))

  test('is checked first, if it is a counterexample', () => {
    const options = { ...search('says'), states: [noThirdCall] }
    expect(explore(options).kind).toBe('violation')
    expect(explore({ ...options, live: live('says') })).toMatchObject({
      kind: 'not-explorable',
      why: expect.stringMatching(/put back, it does .*"3".*; left alone, it does .*"0"/) as string,
    })
  })

  test('is checked first, if it is a goal', () => {
    const options = {
      ...search('remembers'),
      goal: ({ nodes }: World) => nodes.some(({ memory }) => memory === '99'),
    }
    expect(explore(options).kind).toBe('goal-reached')
    expect(explore({ ...options, live: live('remembers') })).toMatchObject({
      kind: 'not-explorable',
      why: expect.stringContaining('then remembers 99; left alone, it then remembers 3') as string,
    })
  })
})

test('what is not text is refused with the reason', () => {
  const host: StepHost = {
    step: () => ({ kind: 'refused', why: 'field `peers[2]` holds a function' }),
  }
  expect(explore({ scope: scopeOf(1), host })).toMatchObject({
    kind: 'not-explorable',
    why: 'exploration needs plain data: field `peers[2]` holds a function',
    path: [],
  })
})

describe('paths that agree', () => {
  test('are counted, at the start, in between and at the end', () => {
    const honest = node(() => 1)
    const options = {
      scope: scopeOf(2),
      host: toyHost(honest),
      limits: { depthMax: 5 },
    }
    expect(explore(options).pathsChecked).toBe(0)
    const checked = explore({ ...options, live: () => toyLiveHost(honest) })
    // The first, second, third, fifth … state on the way, and up to 32 random ones at the end.
    expect(checked.pathsChecked).toBeGreaterThan(20)
  })
})

describe('calls that fail', () => {
  const thrower = (reply: string): StepHost => ({
    step: (_config, state, call) =>
      call.kind === 'timer' || state !== null
        ? { kind: 'stepped', reply, state: '' }
        : toyHost(node(() => 1)).step(_config, state, call),
  })

  test('end the search with the way to them', () => {
    const reply = `E${JSON.stringify(['TypeError', 'it is undefined', 3, 7])}`
    const result = explore({ scope: scopeOf(2), host: thrower(reply) })
    expect(result).toMatchObject({
      kind: 'violation',
      broken: { kind: 'threw', node: 'n1', message: 'it is undefined', line: 3, column: 7 },
      path: [{ kind: 'timer', node: 'n1', name: 't' }],
    })
    const events = result.kind === 'violation' ? result.trace.events : []
    expect(events.slice(-2).map(({ kind }) => kind)).toEqual(['threw', 'end'])
  })

  test.each([
    ['O'.repeat(300_000), 'over-budget'],
    ['nonsense', 'threw'],
    ['O5:hello', 'threw'],
  ])('a reply that is not one: %#', (reply, kind) => {
    expect(explore({ scope: scopeOf(2), host: thrower(reply) })).toMatchObject({
      kind: 'violation',
      broken: { kind, node: 'n1' },
    })
  })
})
