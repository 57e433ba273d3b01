/**
 * One shopping cart with a copy on each node. Shoppers add, remove and look; each node tells
 * the others what it has. Two things are settled by the scenario:
 *
 * - `serves`: which nodes still serve while they cannot hear the others. The rest refuse.
 * - `merge`: what a node makes of its own cart and one that it is sent:
 *   - `latest`: the cart that was changed last replaces the other (last writer wins, by clock);
 *   - `union`: of two carts that were changed without knowledge of each other, all items of
 *     both, as the shopping cart of Dynamo did (DeCandia et al. 2007, section 4.4);
 *   - `observed`: an item stays unless a remove saw it being added (an observed-remove set:
 *     Shapiro et al. 2011).
 *
 * Nothing is promised about what a shopper sees meanwhile. When all nodes hear each other again
 * they come to hold the same cart, whatever the merge. `latest` may lose adds, `union` brings
 * removed items back, `observed` does neither.
 */
import { Node, type NodeId, type Request } from '#kit/node.ts'

export type CartMerge = 'latest' | 'union' | 'observed'

export type CartCommand =
  | { readonly kind: 'add' | 'remove'; readonly item: string }
  | { readonly kind: 'look' }

/** What the scenario sets. */
export type CartSettings = {
  readonly merge: CartMerge
  readonly serves: readonly NodeId[]
  readonly items: readonly string[]
  readonly newsEveryMs: number
  /** A node that heard nobody for so long knows that it is cut off. */
  readonly cutOffAfterMs: number
}

interface Cart {
  /** Each add has a tag of its own; the item is in the cart while one of its tags lives. */
  readonly tags: Readonly<Record<string, string>>
  /** Tags whose item was removed. */
  readonly removed: readonly string[]
  /** How many changes of each node went into it. */
  readonly version: Readonly<Record<NodeId, number>>
  /** When it was last changed, on the clock of the node that changed it, and by whom. */
  readonly changedAtMs: number
  readonly changedBy: NodeId
}

interface CartNews {
  readonly cart: Cart
}

export class SharedCart extends Node<CartNews, CartCommand, readonly string[]> {
  static override readonly watched: readonly string[] = ['items']

  readonly rules = this.settings as unknown as CartSettings
  cart: Cart = {
    tags: Object.fromEntries(this.rules.items.map((item) => [`start-${item}`, item])),
    removed: [],
    version: {},
    changedAtMs: 0,
    changedBy: '',
  }
  heardAtMs = this.now()

  get items(): readonly string[] {
    const { tags, removed } = this.cart
    const living = Object.entries(tags).filter(([tag]) => !removed.includes(tag))
    return [...new Set(living.map(([, item]) => item))].sort()
  }

  override onStart() {
    this.setTimer('news', this.rules.newsEveryMs)
  }

  override onRequest(request: Request<CartCommand>) {
    const isCutOff = this.now() - this.heardAtMs > this.rules.cutOffAfterMs
    if (isCutOff && !this.rules.serves.includes(this.id)) {
      this.refuse(request, 'cut off from the other coast')
      return
    }
    this.change(request.command)
    this.reply(request, this.items)
  }

  override onMessage(_from: NodeId, { cart }: CartNews) {
    this.heardAtMs = this.now()
    this.cart = this.merged(this.cart, cart)
  }

  override onTimer() {
    this.broadcast({ cart: this.cart })
    this.setTimer('news', this.rules.newsEveryMs)
  }

  change(command: CartCommand) {
    if (command.kind === 'look') return
    const { tags, removed, version } = this.cart
    const changes = (version[this.id] ?? 0) + 1
    const changed = {
      version: { ...version, [this.id]: changes },
      changedAtMs: this.now(),
      changedBy: this.id,
    }
    if (command.kind === 'add') {
      const tag = `${this.id}-${changes}`
      this.cart = { tags: { ...tags, [tag]: command.item }, removed, ...changed }
    } else {
      const seen = Object.keys(tags).filter((tag) => tags[tag] === command.item)
      this.cart = { tags, removed: allOf(removed, seen), ...changed }
    }
  }

  merged(mine: Cart, theirs: Cart): Cart {
    const later = isLater(theirs, mine) ? theirs : mine
    const tags = { ...mine.tags, ...theirs.tags }
    const version = newest(mine.version, theirs.version)
    switch (this.rules.merge) {
      case 'latest':
        return later
      case 'observed':
        return { ...later, tags, removed: allOf(mine.removed, theirs.removed), version }
      case 'union':
        if (knows(mine, theirs)) return mine
        if (knows(theirs, mine)) return theirs
        return { ...later, tags, removed: removedByBoth(mine, theirs), version }
    }
  }
}

/** By clock, and by name where the clocks agree, so that all nodes choose alike. */
function isLater(one: Cart, other: Cart): boolean {
  if (one.changedAtMs !== other.changedAtMs) return one.changedAtMs > other.changedAtMs
  return one.changedBy > other.changedBy
}

/** True when every change that went into `other` went into `one` too. */
function knows(one: Cart, other: Cart): boolean {
  return Object.entries(other.version).every(
    ([node, changes]) => (one.version[node] ?? 0) >= changes,
  )
}

function newest(one: Cart['version'], other: Cart['version']): Cart['version'] {
  const nodes = allOf(Object.keys(one), Object.keys(other))
  return Object.fromEntries(nodes.map((node) => [node, Math.max(one[node] ?? 0, other[node] ?? 0)]))
}

/** To a union, an item that one of the two still has is an item. */
function removedByBoth(one: Cart, other: Cart): readonly string[] {
  const lives = ({ tags, removed }: Cart, tag: string) =>
    tags[tag] !== undefined && !removed.includes(tag)
  return allOf(one.removed, other.removed).filter((tag) => !lives(one, tag) && !lives(other, tag))
}

function allOf(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])].sort()
}
