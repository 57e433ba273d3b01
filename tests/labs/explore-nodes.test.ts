/** Nodes that are put back from text: they are what they were, or it is said why they cannot be. */
import { describe, expect, test } from 'vitest'
import type { HandlerCall, StartConfig, StepResult } from '#core'
import { FunctionLiveHost, FunctionStepHost } from '#kit/state/function-step-host.ts'
import { writePlain } from '#kit/state/plain-data.ts'
import { readPlain } from '#kit/state/read-plain.ts'
import { nodeRenamer } from '#kit/state/rename-nodes.ts'
import { raft } from '#labs/raft/lab.ts'
import { compileSolution } from '../../scripts/power/lab-corpus.ts'

const CONFIG: StartConfig = { id: 'n1', nodes: ['n1', 'n2', 'n3'], seed: 0, disk: {}, settings: {} }
const START: HandlerCall = { kind: 'start', nowMicros: 0, config: CONFIG }

function timer(name: string): HandlerCall {
  return { kind: 'timer', nowMicros: 0, name }
}

function hostOf(body: string, before = ''): FunctionStepHost {
  const source = `import { Node } from 'netsplit'\n${before}\nexport class My extends Node { ${body} }`
  return new FunctionStepHost(compileSolution(source), raft.modules)
}

function stepped(result: StepResult): { reply: string; state: string } {
  if (result.kind !== 'stepped') throw new Error(result.why)
  return result
}

describe('a node that is put back', () => {
  test('has its fields, its class and all that the kit gives', () => {
    const host = hostOf(`
      count = 0
      seen = new Map()
      get double() { return this.count * 2 }
      onTimer(name) {
        this.count++
        this.seen.set(name, this.count)
        this.note([this.constructor.name, this.double, this.seen.size, this.id, this.peers,
          this.nodes.length, this.settings.limit, this.disk.read('k'), this.now(),
          this instanceof My].join(' '))
      }`)
    const config = { ...CONFIG, settings: { limit: 3 }, disk: { k: '"kept"' } }
    const first = stepped(host.step(config, null, { ...START, config }))
    const second = stepped(host.step(config, first.state, timer('a')))
    const third = stepped(host.step(config, second.state, timer('b')))
    expect(third.reply).toContain('My 4 2 n1 n2,n3 3 3 kept 0 true')
  })

  test('runs neither constructor nor field initialisers again', () => {
    const host = hostOf(`
      set = this.setTimer('first', 1)
      constructor() { super(); this.send('n2', 'made') }`)
    const { state, reply } = stepped(host.step(CONFIG, null, START))
    expect(reply).toContain('made')
    expect(stepped(host.step(CONFIG, state, timer('x'))).reply).toBe('O')
  })

  test('draws as it does when it lives on, whatever its initialisers drew', () => {
    const body = 'first = this.random()\n onTimer() { this.second = this.randomInt(1, 1000) }'
    const code = compileSolution(
      `import { Node } from 'netsplit'\nexport class My extends Node { ${body} }`,
    )
    const live = new FunctionLiveHost(code, raft.modules)
    const { state } = stepped(live.call('n1', START))
    const steps = new FunctionStepHost(code, raft.modules)
    expect(steps.step(CONFIG, null, START)).toMatchObject({ state })
    expect(steps.step(CONFIG, state, timer('x'))).toEqual(live.call('n1', timer('x')))
  })

  test('shows the watched fields that the call changed, and no others', () => {
    const host = hostOf(`static watched = ['a', 'b']
      a = 1; b = [1]
      onTimer() { this.b.push(2) }`)
    const { state, reply } = stepped(host.step(CONFIG, null, START))
    expect(reply).toContain('{"a":1,"b":[1]}')
    const after = stepped(host.step(CONFIG, state, timer('x')))
    expect(after.reply).toContain('{"b":[1,2]}')
    expect(after.reply).not.toContain('"a"')
  })

  test('does the same at each equal call: randomness and clock included', () => {
    const host = hostOf(`
      onTimer() { this.drawn = [this.random(), this.randomInt(1, 1000), this.now()] }`)
    const { state } = stepped(host.step(CONFIG, null, START))
    const once = host.step(CONFIG, state, timer('x'))
    expect(host.step(CONFIG, stepped(once).state, timer('x'))).toEqual(once)
  })

  test('leaves nothing behind when it changes what it was told', () => {
    const host =
      hostOf(`onTimer() { this.settings.limit = 9; this.note(String(this.settings.limit)) }
      onMessage() { this.note(String(this.settings.limit)) }`)
    const config = { ...CONFIG, settings: { limit: 3 } }
    const { state } = stepped(host.step(config, null, { ...START, config }))
    host.step(config, state, timer('x'))
    const message = { kind: 'message', nowMicros: 0, from: 'n2', body: '1' } as const
    expect(stepped(host.step(config, state, message)).reply).toContain('3')
  })

  test('throws as it would in a run, with its line', () => {
    const { reply } = stepped(hostOf(`\nonStart() {\n null.x }`).step(CONFIG, null, START))
    expect(reply).toMatch(/^E\["TypeError",.*,\d+,\d+\]$/)
  })
})

describe('a node that cannot be put back says why', () => {
  test.each([
    ['#votes = 0\n onStart() { this.#votes++ }', 'write `private votes` instead'],
    ['#count() {}\n onTimer() { this.#count() }', '`#count` of class My cannot be read'],
    ['handle = () => 1', 'field `handle` holds a function'],
    ['onStart() { this.peers.push("n9") }', 'field `peers` was changed'],
  ])('%s', (body, why) => {
    expect(hostOf(body).step(CONFIG, null, START)).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining(why) as string,
    })
  })

  test.each([
    ['a string', 'onStart() { this.note("see #3 and a.#b"); this.note(\'x.#y\') }'],
    ['a comment', '/* this.#votes */ onStart() { // this.#votes\n }'],
    ['a template with a number', 'onStart() { this.note(`#${1}`) }'],
  ])('%s with a # is no private member', (_name, body) => {
    expect(hostOf(body).step(CONFIG, null, START).kind).toBe('stepped')
  })

  test('private members are found in templates', () => {
    const host = hostOf('#votes = 0\n onStart() { this.note(`${this.#votes}`) }')
    expect(host.step(CONFIG, null, START).kind).toBe('refused')
  })
})

describe('a node that lives on', () => {
  test('remembers the same, call by call, as one that is put back', () => {
    const source = raftSource()
    const steps = new FunctionStepHost(source, raft.modules)
    const live = new FunctionLiveHost(source, raft.modules)
    const vote = JSON.stringify({ type: 'RequestVote', term: 3, candidateId: 'n2' })
    const calls: readonly HandlerCall[] = [
      timer('election'),
      { kind: 'message', nowMicros: 0, from: 'n2', body: vote },
      timer('election'),
      timer('heartbeat'),
    ]
    let expected = live.call('n1', START)
    let found = steps.step(CONFIG, null, START)
    expect(found).toEqual(expected)
    for (const call of calls) {
      expected = live.call('n1', call)
      found = steps.step(CONFIG, stepped(found).state, call)
      expect(found).toEqual(expected)
    }
  })
})

function raftSource(): string {
  return compileSolution(`
    import { RaftNode } from 'netsplit/raft'
    export class Raft extends RaftNode {
      votes = new Set()
      onStart() { this.setTimer('election', this.randomInt(150, 300)) }
      onTimer(name) { this.currentTerm++; this.votes.add(name); this.broadcast({ draws: this.random() }) }
      onMessage(from, message) { this.votedFor = from; this.currentTerm = message.term }
    }`)
}

describe('renaming', () => {
  const swap = new Map([
    ['n1', 'n2'],
    ['n2', 'n1'],
  ])

  test('reaches every part of a memory, and keeps its text canonical', () => {
    const text = writePlain({
      votedFor: 'n1',
      votes: new Set(['n1', 'n3']),
      next: new Map([['n2', 1]]),
      at: { n1: ['n2', 'not n2'] },
    })
    expect(readPlain(nodeRenamer.memory(text, swap))).toEqual({
      votedFor: 'n2',
      votes: new Set(['n2', 'n3']),
      next: new Map([['n1', 1]]),
      at: { n2: ['n1', 'not n2'] },
    })
    expect(nodeRenamer.memory(nodeRenamer.memory(text, swap), swap)).toBe(text)
  })

  test('reaches messages, and names of timers and keys', () => {
    expect(nodeRenamer.json('{"leader":"n1","log":[{"by":"n3"}]}', swap)).toBe(
      '{"leader":"n2","log":[{"by":"n3"}]}',
    )
    expect(nodeRenamer.name('heartbeat n2', swap)).toBe('heartbeat n1')
    expect(nodeRenamer.name('n22', swap)).toBe('n22')
  })
})
