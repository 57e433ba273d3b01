/** The host of figures and models: instances, crashes, and code that throws. */
import { describe, expect, it } from 'vitest'
import { DEFAULT_BUDGETS, decodeReply, type HandlerCall } from '#core'
import { Node } from '#kit/node.ts'
import { ClassHost } from '#systems/class-host.ts'

class Counter extends Node<number> {
  static override readonly watched = ['count']
  count = 0
  override onMessage(_from: string, step: number) {
    if (step < 0) throw new RangeError('no way back')
    this.count += step
  }
}

const start = (id: string): HandlerCall => ({
  kind: 'start',
  nowMicros: 0,
  config: { id, nodes: ['n1', 'n2'], seed: 1, disk: {}, settings: {} },
})
const message = (body: string): HandlerCall => ({ kind: 'message', nowMicros: 1, from: 'n2', body })
const read = (reply: string) => decodeReply(reply, DEFAULT_BUDGETS)
const shows = (count: number) => ({
  kind: 'effects',
  effects: [{ kind: 'observe', fields: { count } }],
})

describe('ClassHost', () => {
  it('gives each node an instance of its own', () => {
    const host = new ClassHost(Counter)
    expect(read(host.call('n1', start('n1')))).toEqual(shows(0))
    expect(read(host.call('n2', start('n2')))).toEqual(shows(0))
    expect(read(host.call('n1', message('2')))).toEqual(shows(2))
    expect(read(host.call('n2', message('5')))).toEqual(shows(5))
  })

  it('forgets everything when a node starts anew', () => {
    const host = new ClassHost(Counter)
    host.call('n1', start('n1'))
    host.call('n1', message('2'))
    expect(read(host.call('n1', start('n1')))).toEqual(shows(0))
  })

  it('turns what the class throws into a reply', () => {
    const host = new ClassHost(Counter)
    host.call('n1', start('n1'))
    expect(read(host.call('n1', message('-1')))).toMatchObject({
      kind: 'threw',
      thrown: { name: 'RangeError', message: 'no way back' },
    })
  })

  it('does nothing for a node that has not started', () => {
    expect(read(new ClassHost(Counter).call('n1', message('1')))).toEqual({
      kind: 'effects',
      effects: [],
    })
  })
})
