/** Which line of the learner's code did what, and that asking for it changes nothing. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeTrace, eventLines, type HandlerCall, runSeed } from '#core'
import { FunctionHost } from '#kit/function-host.ts'
import { raft } from '#labs/raft/lab.ts'
import { compileSolution, mutate, readCorpus } from '../../../scripts/power/lab-corpus.ts'

const step = (await readCorpus()).find((one) => one.step.id === '03-election')
if (step === undefined) throw new Error('there is an election step')

const CONFIG = { id: 'n1', nodes: ['n1', 'n2', 'n3'], seed: 7, disk: {}, settings: {} }
const START: HandlerCall = { kind: 'start', nowMicros: 0, config: CONFIG }
const TIMER: HandlerCall = { kind: 'timer', nowMicros: 5, name: 't' }

/** Runs calls on one node; lines are those of the compiled text, which esbuild leaves in place. */
function runCalls(source: string, calls: readonly HandlerCall[], lines: boolean) {
  const code = compileSolution(source)
  const host = new FunctionHost(code, raft.modules, { lines })
  const replies = calls.map((call) => host.call('n1', call))
  const text = code.split('\n')
  const lineAt = (line: number | undefined) => (text[(line ?? 0) - 1] ?? '').trim()
  return { replies, callLines: host.callLines, lineAt }
}

const NODE = `import { Node } from 'netsplit'
export class My extends Node {
  static watched = ['a', 'log']
  a = 0
  log = []
`

describe('each effect has the line that asked for it', () => {
  const asks = [
    'this.send("n2", 1)',
    'this.setTimer("t", 5)',
    'this.cancelTimer("t")',
    'this.disk.write("k", 2)',
    'this.disk.sync()',
    'this.deliver("v")',
    'this.note("hello")',
  ]
  const source = `${NODE}
  onStart() {
    ${asks.join('\n    ')}
    this.broadcast("all")
    this.helper()
  }
  helper() {
    [1, 2].forEach(() => this.note("from below"))
  }
}`

  test('in the order of the effects, inside helpers too', () => {
    const { callLines, lineAt } = runCalls(source, [START], true)
    const below = '[1, 2].forEach(() => this.note("from below"));'
    expect(callLines[0]?.effects.map(({ line }) => lineAt(line))).toEqual([
      ...asks.map((ask) => `${ask};`),
      'this.broadcast("all");',
      'this.broadcast("all");',
      below,
      below,
    ])
  })

  test('and nothing is recorded unless it was asked for', () => {
    expect(runCalls(source, [START], false).callLines).toEqual([])
  })
})

describe('each watched field has the line that changed it last', () => {
  const linesOf = (body: string) => {
    const source = `${NODE}\n  onTimer() {\n    ${body.split('; ').join('\n    ')}\n  }\n}`
    const { callLines, lineAt } = runCalls(source, [START, TIMER], true)
    const { fields = {}, handler } = callLines[1] ?? {}
    const placed = Object.entries(fields).map(([name, { line }]) => [name, lineAt(line)])
    return { fields: Object.fromEntries(placed), handler: lineAt(handler?.line) }
  }

  test.each([
    ['this.a = 1; this.a = 2', { a: 'this.a = 2;' }],
    ['this.a += 1', { a: 'this.a += 1;' }],
    ['this.log = [3]', { log: 'this.log = [3];' }],
    ['this.log.push(1); this.note("x")', { log: 'this.log.push(1);' }],
    ['this.log = [2]; this.log.push(1)', { log: 'this.log.push(1);' }],
    [
      'const { log } = this; log.splice(0); this.a = 1',
      { log: 'log.splice(0);', a: 'this.a = 1;' },
    ],
    ['const old = this.log; this.log = []; old.push(1)', { log: 'this.log = [];' }],
    ['this.note("nothing changed")', {}],
  ])('%s', (body, expected) => {
    expect(linesOf(body).fields).toEqual(expected)
  })

  test('an element set by its index is not seen, so the handler stands for it', () => {
    const { fields, handler } = linesOf('this.log[0] = 9')
    expect(fields).toEqual({})
    expect(handler).toBe('onTimer() {')
  })
})

describe('a handler', () => {
  test('is found by its text; that of the kit has no place', () => {
    const { callLines, lineAt } = runCalls(
      `${NODE} onTimer() { this.a++ }\n}`,
      [START, TIMER],
      true,
    )
    expect(callLines[0]?.handler).toEqual({ line: 0, column: 0 })
    expect(lineAt(callLines[1]?.handler.line)).toBe('onTimer() {')
  })

  test('that throws has lines for what it did before', () => {
    const source = `${NODE} onStart() {\n this.note("before")\n null.x\n }\n}`
    const { callLines, replies, lineAt } = runCalls(source, [START], true)
    expect(replies).toEqual(runCalls(source, [START], false).replies)
    expect(callLines[0]?.effects.map(({ line }) => lineAt(line))).toEqual(['this.note("before");'])
  })
})

describe('recording changes nothing', () => {
  test('the traces of the reference, its variants and some mutants are the same text', () => {
    const { lab, checks, solution, variants, mutants } = step
    const sources = [
      solution,
      ...variants.map(({ source }) => source),
      ...mutants.filter((_, at) => at % 4 === 0).map((mutant) => mutate(solution, mutant)),
    ]
    let eventCount = 0
    for (const [index, source] of sources.entries()) {
      const code = compileSolution(source)
      const check = checks[index % checks.length]
      if (check === undefined) throw new Error('a step has checks')
      const [plain, lined] = [false, true].map((lines) => {
        const host = new FunctionHost(code, lab.modules, { lines })
        const { result, trace } = runSeed({ check, seed: index + 1, host, keepTrace: true })
        if (trace === undefined) throw new Error('the trace was asked for')
        eventCount += trace.events.length
        return { result, text: encodeTrace(trace) }
      })
      expect(lined?.text).toBe(plain?.text)
      expect(lined?.result).toEqual(plain?.result)
    }
    expect(eventCount).toBeGreaterThan(5_000)
  })

  const STATEMENTS = [
    'this.a++',
    'this.a = this.log.length',
    'this.log.push(this.a)',
    'this.log.unshift(this.a, 1)',
    'this.log.pop()',
    'this.log.sort()',
    'this.log.length = 1',
    'this.log[2] = 7',
    'this.log = this.log.slice(1)',
    'this.log = [...this.log, { deep: [] }]',
    'this.log.at(-1)?.deep?.push(3)',
    'this.note(JSON.stringify(this))',
    'this.note(Object.keys(this).join() + Object.entries(this.log).join())',
    'this.note(String(this.log) + Array.isArray(this.log))',
    'for (const key in this.log) this.note(key)',
    'this.send("n2", { ...this, log: this.log })',
    'this.disk.write("log", this.log); this.log = this.disk.read("log")',
    'Object.freeze(this.log)',
    'this.b = Object.assign({}, this); this.note(JSON.stringify(this.b))',
    'delete this.a',
    'throw new Error(this.a)',
  ]

  test('whatever the code does with its fields', () => {
    const handler = fc.array(fc.constantFrom(...STATEMENTS), { maxLength: 8 })
    fc.assert(
      fc.property(handler, handler, (start, timer) => {
        const source = `${NODE} onStart() { ${start.join('\n')} }\n onTimer() { ${timer.join('\n')} }\n}`
        const calls = [START, TIMER, TIMER]
        expect(runCalls(source, calls, true).replies).toEqual(
          runCalls(source, calls, false).replies,
        )
      }),
      { numRuns: 150 * Number(process.env.NETSPLIT_FUZZ ?? 1) },
    )
  })
})

describe('the events of a run', () => {
  test('each lead to a line that could have caused them', () => {
    const { lab, checks, solution } = step
    const code = compileSolution(solution)
    const text = code.split('\n')
    const check = checks.find(({ id }) => id === 'everything-at-once')
    if (check === undefined) throw new Error('there are hidden checks')
    const host = new FunctionHost(code, lab.modules, { lines: true })
    const { trace } = runSeed({ check, seed: 3, host, keepTrace: true })
    const events = trace?.events ?? []
    const expected: Readonly<Record<string, RegExp>> = {
      send: /this\.(send|broadcast)\(/,
      'set-timer': /this\.setTimer\(/,
      'cancel-timer': /this\.cancelTimer\(/,
      write: /this\.disk\.write\(/,
      sync: /this\.disk\.sync\(/,
      receive: /^\s+onMessage\(/,
      timer: /^\s+onTimer\(/,
      boot: /^\s+onStart\(/,
    }
    const seen = new Set<string>()
    for (const { event, line, field } of eventLines(events, host.callLines)) {
      const kind = events[event]?.kind ?? ''
      seen.add(kind)
      // A field that was set before the handler ran has the handler's line.
      const pattern =
        field === undefined
          ? expected[kind]
          : new RegExp(`${field}( \\+)?=|${field} =|on(Start|Message)\\(`)
      expect(text[line - 1], `${kind} ${field ?? ''} of event ${event}`).toMatch(pattern ?? /$^/)
    }
    expect([...seen].sort()).toEqual([...Object.keys(expected), 'observe'].sort())
  })
})
