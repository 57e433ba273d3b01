/** One order of all characters: no two nodes, and no two moments, disagree about two of them. */
import { printJson } from '../../json.ts'
import type { EventId, NodeId } from '../../trace/event.ts'
import type { Claim } from '../claim.ts'
import type { TextClaimOptions } from './text-claims.ts'

/** Who was the first to show one character right before another. */
interface Witness {
  readonly before: string
  readonly after: string
  readonly node: NodeId
  readonly event: EventId
  readonly text: string
}

const RELATED_MAX = 4

/**
 * The strong list specification (Attiya et al. 2016, conditions 1b and 2): one order of all characters
 * that were ever there explains every text that was ever shown. Each text says of each two
 * neighbours which comes first; an order exists as long as these do not lead round in a circle,
 * and a circle may lead through characters that are erased by now.
 */
export function oneListOrder({ state = 'text' }: TextClaimOptions = {}): Claim {
  return {
    id: 'one-list-order',
    sentence: 'All texts that are ever shown have their characters in one order.',
    source:
      'Attiya et al. 2016, Specification and Complexity of Collaborative Text Editing (strong list specification, conditions 1b and 2)',
    ask: 'What settles where this character goes, and does every node have the same of it?',
    monitor() {
      const followers = new Map<string, Map<string, Witness>>()
      const shownBefore = new Map<NodeId, string>()
      return {
        kinds: ['observe'],
        onEvent(event) {
          const text = event.kind === 'observe' ? event.fields[state] : undefined
          if (event.kind !== 'observe' || typeof text !== 'string') return undefined
          const from = firstNews(shownBefore.get(event.node) ?? '', text)
          shownBefore.set(event.node, text)
          const chars = Array.from(text.slice(from))
          for (const [index, after] of chars.entries()) {
            const before = chars[index - 1]
            if (before === undefined || followers.get(before)?.has(after) === true) continue
            const way = before === after ? [] : wayFrom(after, before, followers)
            if (way === undefined) {
              const known = followers.get(before) ?? new Map<string, Witness>()
              followers.set(before, known)
              known.set(after, { before, after, node: event.node, event: event.id, text })
              continue
            }
            return {
              event: event.id,
              message: messageOf({ before, after, node: event.node, text }, way),
              related: [...new Set(way.map(({ event: shown }) => shown))]
                .filter((shown) => shown !== event.id)
                .sort((a, b) => a - b)
                .slice(-RELATED_MAX),
              nodes: [...new Set([...way.map(({ node }) => node), event.node])],
            }
          }
          return undefined
        },
      }
    },
  }
}

/** Where a text begins to differ from the one before: up to there, all is known. */
function firstNews(before: string, text: string): number {
  let index = 0
  while (index < text.length && text.charAt(index) === before.charAt(index)) index++
  return Math.max(0, index - 1)
}

function messageOf(
  { before, after, node, text }: Omit<Witness, 'event'>,
  way: readonly Witness[],
): string {
  const shows = `${node} shows ${printJson(text)}, with ${printJson(before)} before ${printJson(after)}`
  const [only] = way
  if (only !== undefined && way.length === 1) {
    return `${shows}; ${only.node} showed ${printJson(only.text)}, with ${printJson(after)} before ${printJson(before)}.`
  }
  const steps = way.map((one) => `${printJson(one.before)} before ${printJson(one.after)}`)
  return `${shows}, but other texts had ${steps.join(', ')}.`
}

/** The shortest way along neighbours from one character to another; undefined when none leads there. */
function wayFrom(
  from: string,
  to: string,
  followers: ReadonlyMap<string, ReadonlyMap<string, Witness>>,
): readonly Witness[] | undefined {
  const cameBy = new Map<string, Witness | undefined>([[from, undefined]])
  for (const char of cameBy.keys()) {
    if (char === to) break
    for (const [next, witness] of followers.get(char) ?? []) {
      if (!cameBy.has(next)) cameBy.set(next, witness)
    }
  }
  if (!cameBy.has(to)) return undefined
  const way: Witness[] = []
  for (let step = cameBy.get(to); step !== undefined; step = cameBy.get(step.before)) {
    way.unshift(step)
  }
  return way
}
