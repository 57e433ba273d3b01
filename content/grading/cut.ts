/** Judges a set of cut links by the rules of its goal. Links are directed: `n1->n2`. */
import type { CutKey } from '../schema/compiled-question.ts'
import type { GoalPart } from '../schema/question-runs.ts'

export type CutGrade =
  | { readonly isRight: true }
  /** The first rule that is broken, and by which links or nodes, as a sentence. */
  | { readonly isRight: false; readonly message: string }

type Network = Pick<CutKey, 'nodes' | 'links'>

/**
 * @param chosen the links to cut, each once
 * @throws RangeError when the network has no such link
 */
export function gradeCut(
  key: Pick<CutKey, 'nodes' | 'links' | 'goalParts'>,
  chosen: readonly string[],
): CutGrade {
  const unknown = chosen.find((link) => !key.links.includes(link))
  if (unknown !== undefined) throw new RangeError(`There is no link ${unknown} here.`)
  const cut = new Set(chosen)
  for (const part of key.goalParts) {
    const message = problemWith(part, key, cut)
    if (message !== undefined) return { isRight: false, message }
  }
  return { isRight: true }
}

function problemWith(
  part: GoalPart,
  network: Network,
  cut: ReadonlySet<string>,
): string | undefined {
  switch (part.rule) {
    case 'separates':
      return (
        wholeAmong(between(network, part.a, part.b), cut) ??
        wholeAmong(between(network, part.b, part.a), cut)
      )
    case 'cuts':
      return wholeAmong(between(network, part.from, part.to), cut)
    case 'keeps': {
      const missing = between(network, part.from, part.to).find((link) => cut.has(link))
      return missing && `${spoken(missing)} must stay whole, and you cut it.`
    }
    case 'leaves-connected':
      return unconnected(part.group, network, cut)
    case 'majority-only-at':
      return wrongMajority(part.nodes, network, cut)
    case 'at-most':
      return cut.size > part.links
        ? `You cut ${cut.size} links; ${part.links} are enough.`
        : undefined
  }
}

/** The links of the network that lead from one group to the other. */
function between(
  { links }: Network,
  from: readonly string[],
  to: readonly string[],
): readonly string[] {
  return links.filter((link) => {
    const [sender = '', receiver = ''] = link.split('->')
    return from.includes(sender) && to.includes(receiver)
  })
}

function wholeAmong(links: readonly string[], cut: ReadonlySet<string>): string | undefined {
  const whole = links.find((link) => !cut.has(link))
  return whole && `Messages from ${whole.replace('->', ' to ')} still get through.`
}

function unconnected(
  group: readonly string[],
  network: Network,
  cut: ReadonlySet<string>,
): string | undefined {
  for (const from of group) {
    const reached = reachableFrom(from, network, cut)
    const missed = group.find((node) => !reached.has(node))
    if (missed !== undefined) return `${missed} can no longer be reached from ${from}.`
  }
  return undefined
}

function reachableFrom(
  start: string,
  { links }: Network,
  cut: ReadonlySet<string>,
): ReadonlySet<string> {
  const reached = new Set([start])
  // A set may grow while it is walked; what is added is walked too.
  for (const node of reached) {
    for (const link of links) {
      const [sender, receiver = ''] = link.split('->')
      if (sender === node && !cut.has(link)) reached.add(receiver)
    }
  }
  return reached
}

function wrongMajority(
  wanted: readonly string[],
  { nodes, links }: Network,
  cut: ReadonlySet<string>,
): string | undefined {
  const isWhole = (link: string) => links.includes(link) && !cut.has(link)
  for (const node of nodes) {
    const peers = nodes.filter(
      (other) => other !== node && isWhole(`${node}->${other}`) && isWhole(`${other}->${node}`),
    )
    const has = (peers.length + 1) * 2 > nodes.length
    if (has === wanted.includes(node)) continue
    const others = peers.length === 0 ? 'nobody else' : peers.join(' and ')
    return has
      ? `${node} still talks with ${others} both ways: that is a majority.`
      : `${node} talks with ${others} both ways: that is no majority, and it should have one.`
  }
  return undefined
}

function spoken(link: string): string {
  return `The link from ${link.replace('->', ' to ')}`
}
