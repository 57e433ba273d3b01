/** What the kit promises to a learner, and what it says when it is used wrongly. */
import { describe, expect, test } from 'vitest'
import { DEFAULT_BUDGETS, decodeReply, type Effect, type HandlerCall, type Reply } from '#core'
import { FunctionHost } from '#kit/function-host.ts'
import { raft } from '#labs/raft/lab.ts'
import { compileSolution } from '../../scripts/power/lab-corpus.ts'

const START: HandlerCall = {
  kind: 'start',
  nowMicros: 1_500,
  config: { id: 'n1', nodes: ['n1', 'n2', 'n3'], seed: 7, disk: { k: '{"a":1}' }, settings: {} },
}

/** Runs `body` as the start handler of a node and reads its reply. */
function start(body: string): Reply {
  return replyOf(`export class My extends Node { onStart() { ${body} } }`)
}

function replyOf(source: string, call: HandlerCall = START): Reply {
  const host = new FunctionHost(
    compileSolution(`import { Node } from 'netsplit'\n${source}`),
    raft.modules,
  )
  const first = decodeReply(host.call('n1', START), DEFAULT_BUDGETS)
  return call === START ? first : decodeReply(host.call('n1', call), DEFAULT_BUDGETS)
}

function effects(reply: Reply): readonly Effect[] {
  if (reply.kind !== 'effects') throw new Error(`expected effects, got ${JSON.stringify(reply)}`)
  return reply.effects
}

function thrown(reply: Reply): string {
  return reply.kind === 'threw' ? reply.thrown.message : JSON.stringify(reply)
}

describe('effects', () => {
  test('come in the order in which the handler asked for them', () => {
    const body = `
      this.send('n2', { a: [1, 'x'] })
      this.setTimer('t', 1.5)
      this.cancelTimer('t')
      this.disk.write('k', { b: 2 })
      this.disk.sync()
      this.deliver('v')
      this.note('hello')`
    expect(effects(start(body))).toEqual([
      { kind: 'send', to: 'n2', body: '{"a":[1,"x"]}' },
      { kind: 'set-timer', name: 't', delayMicros: 1_500 },
      { kind: 'cancel-timer', name: 't' },
      { kind: 'write', key: 'k', value: '{"b":2}' },
      { kind: 'sync' },
      { kind: 'apply', value: '"v"' },
      { kind: 'note', text: 'hello' },
    ])
  })

  test('broadcast goes to all others', () => {
    const to = effects(start('this.broadcast(1)')).map(
      (effect) => effect.kind === 'send' && effect.to,
    )
    expect(to).toEqual(['n2', 'n3'])
  })

  test('a message is copied: changing it later changes nothing', () => {
    const body = 'const m = { n: 1 }; this.send("n2", m); m.n = 2'
    expect(effects(start(body))).toEqual([{ kind: 'send', to: 'n2', body: '{"n":1}' }])
  })

  test('watched fields are shown once for each call, and only when they changed', () => {
    const source = `export class My extends Node {
      static watched = ['a', 'b']
      a = 1; b = { deep: [] }
      onTimer() { this.b.deep.push(1); this.a = 1 }
    }`
    expect(effects(replyOf(source))).toEqual([
      { kind: 'observe', fields: { a: 1, b: { deep: [] } } },
    ])
    const timer: HandlerCall = { kind: 'timer', nowMicros: 2_000, name: 't' }
    expect(effects(replyOf(source, timer))).toEqual([
      { kind: 'observe', fields: { b: { deep: [1] } } },
    ])
  })
})

describe('what a node can read', () => {
  test('its disk, as a fresh copy each time', () => {
    const body = 'this.disk.read("k").a = 9; this.note(JSON.stringify(this.disk.read("k")))'
    expect(effects(start(body))).toEqual([{ kind: 'note', text: '{"a":1}' }])
  })

  test('its own writes, synced or not', () => {
    const body = 'this.disk.write("x", 5); this.note(String(this.disk.read("x")))'
    expect(effects(start(body)).at(-1)).toEqual({ kind: 'note', text: '5' })
  })

  test('its clock in milliseconds and randomness that follows the seed', () => {
    const body = 'this.note(`${this.now()} ${this.randomInt(1, 6)} ${this.random()}`)'
    const [first] = effects(start(body))
    expect(first).toEqual(effects(start(body))[0])
    expect(first?.kind === 'note' && first.text).toMatch(/^1.5 [1-6] 0\.\d+$/)
  })
})

describe('mistakes get a message that names them', () => {
  test.each([
    ['this.send("n9", 1)', 'send: there is no node "n9"; the nodes are n1, n2, n3'],
    ['this.send("n2", undefined)', 'send: the message must be plain data, not undefined'],
    ['this.send("n2", { s: new Set() })', 'a Set cannot be copied as it is'],
    ['this.setTimer("t", NaN)', 'the delay must be a number of milliseconds, 0 or more, not NaN'],
    ['this.setTimer("", 5)', 'setTimer: the name must be a string of 1 to 200 characters'],
    ['this.randomInt(5, 1)', 'randomInt(5, 1) needs whole numbers, the smaller first'],
    ['this.reply(undefined, 1)', 'the first argument must be the request'],
    ['return Promise.resolve()', 'onStart returned a promise'],
    ['new My()', 'do not call `new` on it yourself'],
    ['throw "text"', 'text'],
    [
      'throw Object.defineProperty(new Error(), "message", { get() { throw 1 } })',
      'cannot be read',
    ],
  ])('%s', (body, message) => {
    expect(thrown(start(body))).toContain(message)
  })

  test.each([
    ['export const nothing = 1', 'export one class that extends Node'],
    ['export class A extends Node {}; export class B extends Node {}', 'not 2'],
    ['export class A extends Node { async onTimer() {} }', 'onTimer must not be async'],
    ['import "fs"; export class A extends Node {}', 'cannot import "fs"'],
  ])('%s', (source, message) => {
    expect(thrown(replyOf(source))).toContain(message)
  })

  test('an error tells the line of the compiled text that it came from', () => {
    const reply = replyOf('export class A extends Node {\n  onStart() {\n    null.x\n  }\n}')
    const code = compileSolution(
      "import { Node } from 'netsplit'\nexport class A extends Node {\n  onStart() {\n    null.x\n  }\n}",
    )
    const line = code.split('\n').findIndex((text) => text.includes('null.x')) + 1
    expect(reply).toMatchObject({ kind: 'threw', thrown: { line } })
  })
})
