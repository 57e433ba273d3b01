/**
 * The rules of a game in which the learner plays the network of a store that is given: the
 * store itself must have done what it does. Judged from the messages of the kit `quorum-network`.
 */

import { canonicalText, jsonFields, printJson } from '../../json.ts'
import type { Json, MessageId, NodeId, OperationId, TraceEvent } from '../../trace/event.ts'
import type { WorldView } from '../../trace/world-view.ts'
import type { Claim, Violation } from '../claim.ts'
import { copiesIn, copiesOf, isAsNew, type ShownCopy, showsCopies } from './copies.ts'
import { Requests, UNKNOWN_OUTCOME } from './requests.ts'

export interface GivenStore {
  readonly r: number
  readonly w: number
  readonly replicasOf: (key: string, nodes: readonly NodeId[]) => readonly NodeId[]
}

/** How far the time of a version may be from its writer's clock. */
const CLOCK_MS_MAX = 20

interface Letter {
  readonly type: string
  readonly operation: OperationId
  readonly copy: Json
}

/** What a coordinator has heard, and the copy that it sends out. */
interface Heard {
  readonly node: NodeId
  readonly confirmed: Set<NodeId>
  readonly fetched: Map<NodeId, ShownCopy | undefined>
  copy: string | undefined
}

type Broken = (why: string, nodes: readonly NodeId[]) => Violation

/** Every answer comes from a quorum, every copy from a put, and every message from the store. */
export function storeIsAsGiven(rules: GivenStore): Claim {
  return {
    id: 'store-is-as-given',
    sentence: 'The store does what it does: only the ways of its messages are yours.',
    source: 'the rules of the game',
    ask: 'Which line of yours does something else than to choose a delay or a node?',
    monitor() {
      const game = new Game(rules)
      return {
        kinds: ['invoke', 'request', 'observe', 'send', 'receive', 'reply', 'skew'],
        onEvent(event, view) {
          return game.look(event, view, (why, nodes) => ({
            event: event.id,
            message: `${why}.`,
            related: [],
            nodes,
          }))
        },
      }
    },
  }
}

class Game {
  readonly #rules: GivenStore
  readonly #requests = new Requests()
  readonly #heard = new Map<OperationId, Heard>()
  /** Copies that puts have sent out. */
  readonly #put = new Set<string>()
  readonly #clocksMs = new Map<NodeId, number>()

  constructor(rules: GivenStore) {
    this.#rules = rules
  }

  look(event: TraceEvent, view: WorldView, broken: Broken): Violation | undefined {
    this.#requests.look(event)
    switch (event.kind) {
      case 'skew':
        this.#clocksMs.set(event.node, event.offsetMicros / 1_000)
        return undefined
      case 'request': {
        const heard = { node: event.node, confirmed: new Set<NodeId>(), fetched: new Map() }
        this.#heard.set(event.operation, { ...heard, copy: undefined })
        return undefined
      }
      case 'observe':
        return showsCopies(event.fields) ? this.#shown(event, broken) : undefined
      case 'send':
        return this.#sent(event, view, broken)
      case 'receive':
        this.#received(event.node, event.from, event.message, view)
        return undefined
      case 'reply':
        return this.#replied(event, broken)
      default:
        return undefined
    }
  }

  #shown(event: TraceEvent & { readonly kind: 'observe' }, broken: Broken): Violation | undefined {
    for (const [key, copy] of copiesIn(event.fields.copies ?? null)) {
      if (this.#put.has(textOf(key, copy))) continue
      return broken(
        `${event.node} keeps ${key} = ${printJson(copy.value)}, which no put has sent`,
        [event.node],
      )
    }
    return undefined
  }

  #sent(
    event: TraceEvent & { readonly kind: 'send' },
    view: WorldView,
    broken: Broken,
  ): Violation | undefined {
    const { node, to, at } = event
    const letter = letterIn(view.content(event.message))
    const heard = this.#heard.get(letter.operation)
    const request = this.#requests.of(letter.operation)
    const foul = (what: string) => broken(`${node} sends ${to} ${what}`, [node])
    if (heard === undefined || request === undefined)
      return foul('something that belongs to no request')
    const shown = copiesOf(view.node(node))
    const own = shown === 'nothing yet' ? undefined : shown.get(request.key)
    switch (letter.type) {
      case 'Fetch':
        return heard.node === node ? undefined : foul('a Fetch of another node')
      case 'Fetched':
        return sameCopy(copyIn(letter.copy), own) ? undefined : foul('a copy that it does not have')
      case 'Stored': {
        const stored = copyIn(JSON.parse(heard.copy ?? 'null') as Json)
        const has =
          own !== undefined && stored !== undefined && isAsNew(own.version, stored.version)
        return has ? undefined : foul('a confirmation of what it has not stored')
      }
      case 'Store': {
        const copy = copyIn(letter.copy)
        const text = canonicalText(letter.copy)
        const clockMs = at / 1_000 + (this.#clocksMs.get(node) ?? 0)
        const isHonest =
          copy !== undefined &&
          heard.node === node &&
          copy.value === request.value &&
          copy.version.writer === node &&
          Math.abs(copy.version.number - clockMs) <= CLOCK_MS_MAX &&
          (heard.copy ?? text) === text
        if (!isHonest) return foul('a copy that is not that of the put')
        heard.copy = text
        this.#put.add(textOf(request.key, copy))
        return undefined
      }
      default:
        return foul(`a ${letter.type === '' ? 'message without a type' : letter.type}`)
    }
  }

  #received(node: NodeId, from: NodeId, message: MessageId, view: WorldView): void {
    const letter = letterIn(view.content(message))
    const heard = this.#heard.get(letter.operation)
    const key = this.#requests.of(letter.operation)?.key ?? ''
    if (heard?.node !== node || !this.#rules.replicasOf(key, view.nodeIds).includes(from)) return
    if (letter.type === 'Stored') heard.confirmed.add(from)
    if (letter.type === 'Fetched') heard.fetched.set(from, copyIn(letter.copy))
  }

  #replied(event: TraceEvent & { readonly kind: 'reply' }, broken: Broken): Violation | undefined {
    const heard = this.#heard.get(event.operation)
    const request = this.#requests.of(event.operation)
    if (event.outcome === 'fail' || heard === undefined || request === undefined) return undefined
    const answer = JSON.parse(event.body) as Json
    const foul = (what: string) =>
      broken(`${event.node} answers ${event.client} ${what}`, [event.node])
    if (request.op === 'put') {
      const isQuorum = heard.confirmed.size >= this.#rules.w
      return isQuorum || answer === UNKNOWN_OUTCOME
        ? undefined
        : foul('before a quorum has confirmed')
    }
    if (heard.fetched.size < this.#rules.r) return foul('before a quorum has answered')
    let newest: ShownCopy | undefined
    for (const copy of heard.fetched.values()) {
      if (copy !== undefined && (newest === undefined || isAsNew(copy.version, newest.version))) {
        newest = copy
      }
    }
    return answer === (newest?.value ?? null)
      ? undefined
      : foul('with something else than the newest copy')
  }
}

function letterIn(content: Json): Letter {
  const { type, id, copy = null } = jsonFields(content) ?? {}
  return {
    type: typeof type === 'string' ? type : '',
    operation: typeof id === 'number' ? id : 0,
    copy,
  }
}

function copyIn(copy: Json): ShownCopy | undefined {
  return copiesIn({ '': copy }).get('')
}

function sameCopy(a: ShownCopy | undefined, b: ShownCopy | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return textOf('', a) === textOf('', b)
}

function textOf(key: string, { value, version }: ShownCopy): string {
  return canonicalText([key, value, version.number, version.writer])
}
