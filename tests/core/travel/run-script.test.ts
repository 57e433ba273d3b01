/** Runs as texts: what is written is what is read, and a line that cannot be read says why. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applyRunScript,
  type Claim,
  encodeTrace,
  printRunScript,
  readRunScript,
  SCRIPT_LENGTH_MAX,
  type Scenario,
  shrink,
} from '#core'
import { scenarios, traceOf } from '../gossip.ts'
import { baseScenario } from '../scenarios.ts'

const PLACES = { nodes: ['n1', 'n2', 'n3'], clients: ['c1'] }

function read(text: string, base: Scenario): Scenario {
  const { lines, problems } = readRunScript(text, base)
  expect(problems).toEqual([])
  return applyRunScript(base, lines)
}

function problemsOf(text: string) {
  return readRunScript(text, PLACES).problems.map(({ line, message }) => `${line}: ${message}`)
}

describe('a script', () => {
  test('of a check says its faults and fates, and reads back as the same scenario', () => {
    fc.assert(
      fc.property(scenarios, ({ scenario }) => {
        expect(read(printRunScript(scenario, scenario), scenario)).toEqual(scenario)
      }),
    )
  })

  test('of a shrunk run makes that run again, requests, network and all', () => {
    const late: Claim = {
      id: 'late',
      sentence: 'Nobody hears a third message.',
      source: 'made up for this test',
      ask: 'Who heard what?',
      monitor() {
        let heard = 0
        return {
          onEvent: (event) =>
            event.kind === 'receive' && ++heard === 3
              ? { event: event.id, message: 'a third', related: [], nodes: [] }
              : undefined,
        }
      },
    }
    let shrunkCount = 0
    fc.assert(
      fc.property(scenarios, ({ scenario, seed, host }) => {
        const search = shrink({ scenario, seed, claims: [late], newHost: host, runsMax: 60 })
        let step = search.next()
        while (step.done !== true) step = search.next()
        if (step.value === undefined) return
        shrunkCount++
        const small = step.value.scenario
        const again = read(printRunScript(small, scenario), scenario)
        expect(again).toEqual({ ...small, deliveries: again.deliveries })
        expect(again.deliveries ?? []).toEqual(small.deliveries ?? [])
        expect(encodeTrace(traceOf(again, seed, host()))).toBe(
          encodeTrace(traceOf(small, seed, host())),
        )
      }),
      { numRuns: 25 },
    )
    expect(shrunkCount).toBeGreaterThan(5)
  })

  test('leaves requests and network alone unless a line speaks of them', () => {
    const operation = { at: 0, client: 'c1', node: 'n1', body: 1, timeoutMicros: 1_000 }
    const base = { ...baseScenario(2), clients: ['c1'], operations: [operation] }
    expect(read('at 5 crash n1', base)).toMatchObject({
      operations: [operation],
      network: base.network,
    })
    expect(read('no requests\ncalm network', base)).toMatchObject({
      nemesis: [],
      operations: [],
      network: { delayMicrosMax: base.network.delayMicrosMin },
    })
    const other = read('request c1 > n2 at=1.5 timeout=20 {"put": [1, "a b"]}', base)
    expect(other.operations).toEqual([
      { at: 1_500, client: 'c1', node: 'n2', body: { put: [1, 'a b'] }, timeoutMicros: 20_000 },
    ])
  })

  test('says which clients ask again, and whom', () => {
    const retry = { everyMicros: 1_500, nodes: ['n2', 'n1'] }
    const operation = { at: 0, client: 'c1', node: 'n1', body: 'x y', timeoutMicros: 1_000, retry }
    const base = { ...baseScenario(2), clients: ['c1'] }
    const scenario = { ...base, operations: [operation] }
    expect(read(printRunScript(scenario, base), base)).toEqual(scenario)
  })

  test('passes over blank lines and remarks, and counts them', () => {
    const { lines } = readRunScript('\n# a remark\n  at 5 crash n1  \n', PLACES)
    expect(lines).toMatchObject([{ number: 3, text: 'at 5 crash n1' }])
  })
})

describe('a line that cannot be read', () => {
  test.each([
    ['crash n1', /no line begins with "crash".*at 1200 crash n1/],
    ['at soon crash n1', /expected milliseconds .* not "soon"/],
    ['at 5 crash n7', /there is no "n7"; there are n1, n2, n3, c1/],
    ['at 5 crash c1', /"crash" is for nodes, and c1 is a client; the nodes are n1, n2, n3/],
    ['now isolate c1', /"isolate" is for nodes/],
    ['at 5 explode n1', /there is no fault "explode"/],
    ['message n1 > n2 lost', /expected "message n1 > n2 #3 lost"/],
    ['message n1 > n9 #1 lost', /there is no "n9"/],
    ['message n1 > n2 #1 delay=soon', /expected milliseconds/],
    ['message n1 > n2 #1 delay=1,1,1,1,1,1,1,1,1', /at most 8 times/],
    ['request n1 > n2 at=1 timeout=1 0', /there is no "n1"; there are c1/],
    ['request c1 > n2 at=1 timeout=1 {put}', /must be JSON/],
    ['run until later', /expected "run until <number of an event>"/],
    ['next', /expected something after "next"/],
    ['calm down', /expected "calm network"/],
  ])('%s', (line, expected) => {
    const [first, ...more] = problemsOf(`# first\n${line}`)
    expect(first).toMatch(/^2: /)
    expect(first).toMatch(expected)
    expect(more).toEqual([])
  })

  test('does not hide the others, nor the lines that can be read', () => {
    const { lines, problems } = readRunScript('at x heal\nat 5 heal\nboom', PLACES)
    expect(lines.map(({ number }) => number)).toEqual([2])
    expect(problems.map(({ line }) => line)).toEqual([1, 3])
  })

  test('may be one that says a fate twice', () => {
    const twice = 'message n1 > n2 #3 lost\nmessage n1 > n2 #3 delay=5'
    expect(problemsOf(twice)).toEqual([
      '2: line 1 already says what becomes of n1 > n2 #3: keep one of the two',
    ])
  })

  test('is never more than we are willing to run', () => {
    expect(problemsOf('#'.repeat(SCRIPT_LENGTH_MAX + 1))[0]).toMatch(/longer than/)
    const flaps = 'at 5 flap period=1 times=999 partition n1 | n2\n'.repeat(3)
    expect(problemsOf(flaps)[0]).toMatch(/more than 2000 faults/)
  })

  test('never makes anything but a problem, whatever is typed', () => {
    const words = fc.constantFrom(
      ...'at after message request run next now crash n1 > n2 #1 lost delay=5 1200 | heal = isolate role=leader until'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(fc.array(fc.oneof(words, fc.string()), { maxLength: 6 })), (rows) => {
        const text = rows.map((row) => row.join(' ')).join('\n')
        const base = baseScenario(3)
        const { lines } = readRunScript(text, base)
        applyRunScript(base, lines)
      }),
      { numRuns: 500 },
    )
  })
})
