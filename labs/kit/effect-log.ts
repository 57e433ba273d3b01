/**
 * Collects what a handler asks for and turns it into the reply text (see
 * grader/core/sim/effect.ts). It checks what the learner passed and answers with a
 * message that names what was wrong.
 */
import { type ChosenFate, type Effect, encodeEffect, type Json } from '#core'
import type { LineRecorder } from './line-recorder.ts'

/** Milliseconds are the learner's unit, whole microseconds the simulator's. */
const MICROS_PER_MS = 1_000
const NAME_LENGTH_MAX = 200
const NOTE_LENGTH_MAX = 2_000

/** A call to the kit with something it cannot use. */
export class KitError extends Error {
  override readonly name = 'KitError'
}

export class EffectLog {
  readonly #nodes: readonly string[]
  readonly #lines: LineRecorder | undefined
  #text = ''

  constructor(nodes: readonly string[], lines?: LineRecorder) {
    this.#nodes = nodes
    this.#lines = lines
  }

  /**
   * Returns all effects so far as one reply and forgets them. Watched fields come first:
   * the handler had changed them before any effect left the node.
   */
  take(changed: { readonly [name: string]: Json } | undefined): string {
    const observed = changed === undefined ? '' : encodeEffect({ kind: 'observe', fields: changed })
    const reply = `O${observed}${this.#text}`
    this.#text = ''
    return reply
  }

  clear(): void {
    this.#text = ''
  }

  send(to: string, message: unknown, fate?: ChosenFate): void {
    if (!this.#nodes.includes(to)) {
      throw new KitError(
        `send: there is no node ${show(to)}; the nodes are ${this.#nodes.join(', ')}`,
      )
    }
    const body = toJson(message, 'send: the message')
    this.#add({ kind: 'send', to, body, ...(fate === undefined ? {} : { fate }) })
  }

  setTimer(name: string, delayMs: number): void {
    checkName(name, 'setTimer')
    if (typeof delayMs !== 'number' || !Number.isFinite(delayMs) || delayMs < 0) {
      throw new KitError(
        `setTimer(${show(name)}): the delay must be a number of milliseconds, 0 or more, not ${show(delayMs)}`,
      )
    }
    const delayMicros = Math.min(Math.round(delayMs * MICROS_PER_MS), Number.MAX_SAFE_INTEGER)
    this.#add({ kind: 'set-timer', name, delayMicros: Math.min(delayMicros, 1e14) })
  }

  cancelTimer(name: string): void {
    checkName(name, 'cancelTimer')
    this.#add({ kind: 'cancel-timer', name })
  }

  /** Returns the stored JSON text. */
  write(key: string, value: unknown): string {
    checkName(key, 'disk.write')
    const text = toJson(value, `disk.write(${show(key)}): the value`)
    this.#add({ kind: 'write', key, value: text })
    return text
  }

  sync(): void {
    this.#add({ kind: 'sync' })
  }

  reply(operation: number, outcome: 'ok' | 'fail', result: unknown): void {
    const body = toJson(result === undefined ? null : result, 'reply: the result')
    this.#add({ kind: 'reply', operation, outcome, body })
  }

  apply(value: unknown): void {
    this.#add({ kind: 'apply', value: toJson(value, 'deliver: the value') })
  }

  note(text: string): void {
    this.#add({ kind: 'note', text: String(text).slice(0, NOTE_LENGTH_MAX) })
  }

  #add(effect: Effect): void {
    this.#lines?.effect()
    this.#text += encodeEffect(effect)
  }
}

function checkName(name: unknown, where: string): void {
  if (typeof name !== 'string' || name.length === 0 || name.length > NAME_LENGTH_MAX) {
    throw new KitError(
      `${where}: the name must be a string of 1 to ${NAME_LENGTH_MAX} characters, not ${show(name)}`,
    )
  }
}

/** JSON text of plain data. Sets and maps do not survive JSON, so they are refused with a hint. */
function toJson(value: unknown, what: string): string {
  const text = JSON.stringify(value, refuseCollections)
  if (text === undefined) throw new KitError(`${what} must be plain data, not ${show(value)}`)
  return text
}

function refuseCollections(_key: string, value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) {
    const kind = value instanceof Map ? 'Map' : 'Set'
    throw new KitError(`a ${kind} cannot be copied as it is: pass an array of its entries, [...it]`)
  }
  return value
}

function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 80))
  return String(value).slice(0, 80)
}
