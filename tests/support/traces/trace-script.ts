/**
 * Traces written by hand, one event a line, for tests of claims and meters.
 *
 *     nodes n1 n2 n3                       who is there (this is the default)
 *     clients c1 c2                        (as well)
 *     n1 shows role=leader log=1:a,2:b     watched fields; a log is term:command, or - when empty
 *     n1 sends n2 RequestVote term=1       messages are numbered from 1
 *     n2 receives 1
 *     repeat 1                             a duplicate, with a number of its own
 *     lose 1
 *     n1 writes key value · n1 syncs · n1 ticks election · n1 applies index=1 command=a
 *     c1 asks n1 kind=read                 operations are numbered from 1
 *     c1 retries 1 n2                      the same request again, to another node
 *     n1 takes 1 · n1 replies 1 ok 7 · c1 gets 1 ok 7
 *     cut 1: n1 c1 | n2 n3 · cut 2: n1 > n2 · heal 1
 *     n1 crashes · n1 restarts · n1 pauses · n1 resumes · n1 skews offset=200 drift=50000
 *     liveness · end · end budget
 *
 * All nodes start at time 0. Each line is a millisecond after the one before it; `@50` in
 * front of a line sets the time in milliseconds.
 */
import type { Json, Link, NodeId, Trace, TraceEvent, TraceHeader } from '#core'
import { fieldsOf, valueOf } from './script-values.ts'

/** A trace with the line of the script that each event came from. */
export interface ScriptedTrace extends Trace {
  readonly lines: readonly string[]
}

const MICROS_PER_MS = 1_000

/** Reads a script. */
export function traceOf(script: string): ScriptedTrace {
  const lines = script
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  const named = (word: string) => lines.find((line) => line.startsWith(`${word} `))?.split(/\s+/)
  const nodes = named('nodes')?.slice(1) ?? ['n1', 'n2', 'n3']
  const clients = named('clients')?.slice(1) ?? ['c1', 'c2']
  const header: TraceHeader = { version: 2, scenario: 'by-hand', seed: 1, nodes, clients }
  const writer = new EventWriter(header)
  for (const node of nodes) writer.add(`${node} starts`)
  for (const line of lines) {
    if (!/^(nodes|clients) /.test(line)) writer.add(line)
  }
  return { header, events: writer.events, lines: writer.lines }
}

class EventWriter {
  readonly events: TraceEvent[] = []
  readonly lines: string[] = []
  readonly #header: TraceHeader
  #now = 0
  readonly #calls = new Map<NodeId, number>()
  readonly #incarnations = new Map<NodeId, number>()
  readonly #messages: { readonly from: NodeId; readonly to: NodeId; readonly event: number }[] = []
  /** With the event that tells of each last: the call, or a node's answer to it. */
  readonly #operations: { readonly client: string; event: number }[] = []

  constructor(header: TraceHeader) {
    this.#header = header
  }

  add(line: string): void {
    const [, time, text = ''] = /^(?:@(\S+)\s+)?(.*)$/.exec(line) ?? []
    const isStart = text.endsWith(' starts')
    if (time !== undefined) this.#now = Math.round(Number(time) * MICROS_PER_MS)
    else if (!isStart) this.#now += MICROS_PER_MS
    const draft = this.#draft(text)
    const base = { cause: -1, ...draft, id: this.events.length, at: this.#now }
    this.events.push(base as unknown as TraceEvent)
    this.lines.push(text)
  }

  #draft(text: string): Draft {
    const words = text.split(/\s+/)
    const [first = '', verb = '', ...rest] = words
    switch (first) {
      case 'cut':
        return cutOf(text)
      case 'heal':
        return { kind: 'heal', cut: Number(verb) }
      case 'repeat':
        return this.#repeat(Number(verb))
      case 'lose': {
        const { from, to, event } = this.#message(Number(verb))
        const message = Number(verb)
        return { kind: 'drop', message, from, to, reason: 'loss', cut: 0, cause: event }
      }
      case 'liveness':
        return { kind: 'phase', phase: 'liveness' }
      case 'end':
        return { kind: 'end', reason: verb === '' ? 'horizon' : verb, detail: 'over' }
      default:
        if (this.#header.clients.includes(first)) return this.#client(first, verb, rest)
        if (this.#header.nodes.includes(first)) return this.#node(first, verb, rest)
        throw new Error(`the script names nobody "${first}" in: ${text}`)
    }
  }

  #node(node: NodeId, verb: string, rest: readonly string[]): Draft {
    return (
      this.#call(node, verb, rest) ??
      this.#fault(node, verb, rest) ??
      this.#effect(node, verb, rest)
    )
  }

  #call(node: NodeId, verb: string, [first = '']: readonly string[]): Draft | undefined {
    const draft = this.#callDraft(node, verb, first)
    if (draft !== undefined) this.#calls.set(node, this.events.length)
    return draft
  }

  #callDraft(node: NodeId, verb: string, first: string): Draft | undefined {
    switch (verb) {
      case 'starts':
      case 'restarts': {
        const incarnation = (this.#incarnations.get(node) ?? 0) + 1
        this.#incarnations.set(node, incarnation)
        return { kind: 'boot', node, incarnation }
      }
      case 'receives': {
        const { from, event } = this.#message(Number(first))
        return { kind: 'receive', node, from, message: Number(first), cause: event }
      }
      case 'ticks':
        return { kind: 'timer', node, name: first }
      case 'takes': {
        const { client, event } = this.#operation(Number(first))
        return { kind: 'request', node, client, operation: Number(first), cause: event }
      }
      default:
        return undefined
    }
  }

  #fault(node: NodeId, verb: string, rest: readonly string[]): Draft | undefined {
    switch (verb) {
      case 'crashes':
        return { kind: 'crash', node, writesLost: 0, tornKey: null }
      case 'pauses':
        return { kind: 'pause', node }
      case 'resumes':
        return { kind: 'resume', node }
      case 'throws':
        return { kind: 'threw', node, name: 'Error', message: 'thrown' }
      case 'skews': {
        const { offset = 0, drift = 0 } = fieldsOf(rest)
        return {
          kind: 'skew',
          node,
          offsetMicros: Number(offset) * MICROS_PER_MS,
          driftPpm: Number(drift),
        }
      }
      default:
        return undefined
    }
  }

  #effect(node: NodeId, verb: string, rest: readonly string[]): Draft {
    const [first = '', ...others] = rest
    const cause = this.#calls.get(node) ?? -1
    switch (verb) {
      case 'shows':
        return { kind: 'observe', node, fields: fieldsOf(rest), cause }
      case 'sends': {
        const [type = '', ...fields] = others
        this.#messages.push({ from: node, to: first, event: this.events.length })
        const body = JSON.stringify({ type, ...fieldsOf(fields) })
        return { kind: 'send', node, to: first, message: this.#messages.length, body, cause }
      }
      case 'writes':
        return { kind: 'write', node, key: first, value: JSON.stringify(valueOf(others)), cause }
      case 'syncs':
        return { kind: 'sync', node, cause }
      case 'applies':
        return { kind: 'apply', node, value: JSON.stringify(valueOf(rest)), cause }
      case 'notes':
        return { kind: 'note', node, text: rest.join(' '), cause }
      case 'replies': {
        const [outcome = '', ...body] = others
        const asked = this.#operation(Number(first))
        asked.event = this.events.length
        const answer = {
          client: asked.client,
          operation: Number(first),
          outcome,
          body: JSON.stringify(valueOf(body)),
        }
        return { kind: 'reply', node, ...answer, cause }
      }
      default:
        throw new Error(`the script has no verb "${verb}"`)
    }
  }

  #client(client: string, verb: string, [first = '', ...rest]: readonly string[]): Draft {
    if (verb === 'asks') {
      this.#operations.push({ client, event: this.events.length })
      const operation = this.#operations.length
      return { kind: 'invoke', client, operation, node: first, body: JSON.stringify(valueOf(rest)) }
    }
    if (verb === 'retries') {
      const { event: cause } = this.#operation(Number(first))
      const [node = ''] = rest
      return { kind: 'retry', client, operation: Number(first), node, cause }
    }
    if (verb !== 'gets') throw new Error(`a client cannot "${verb}"`)
    const [outcome = '', ...body] = rest
    const { event: cause } = this.#operation(Number(first))
    const answer = { outcome, body: JSON.stringify(valueOf(body)) }
    return { kind: 'complete', client, operation: Number(first), ...answer, cause }
  }

  #repeat(message: number): Draft {
    const original = this.#message(message)
    this.#messages.push({ ...original, event: this.events.length })
    const { from, to, event: cause } = original
    return { kind: 'duplicate', message, copy: this.#messages.length, from, to, cause }
  }

  #message(number: number) {
    const message = this.#messages[number - 1]
    if (message === undefined) throw new Error(`the script sends no message ${number}`)
    return message
  }

  #operation(number: number) {
    const operation = this.#operations[number - 1]
    if (operation === undefined) throw new Error(`no client of the script asks for ${number}`)
    return operation
  }
}

type Draft = { readonly kind: TraceEvent['kind'] } & {
  readonly [name: string]: Json | readonly Link[]
}

/** `cut 1: n1 c1 | n2 n3`, or `cut 1: n1 > n2`. */
function cutOf(text: string): Draft {
  const [, number, label = ''] = /^cut (\d+): (.*)$/.exec(text) ?? []
  const sides = label.split(/[|>]/).map((side) => side.trim().split(/\s+/))
  const links = sides.flatMap((side, index) =>
    sides
      .filter((_, other) => (label.includes('>') ? other > index : other !== index))
      .flatMap((other) => side.flatMap((from) => other.map((to) => ({ from, to })))),
  )
  return { kind: 'cut', cut: Number(number), label, links }
}
