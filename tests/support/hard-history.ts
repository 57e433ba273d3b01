/** A history that no search decides within a test, and whose question is easily stated. */

const VALUES = 7

/**
 * All compare-and-sets between seven values at once, each once and three twice, as JSON lines.
 * A legal order would be a walk that uses each edge of a graph once; there is none, because
 * too many edges leave one vertex, and a search by states must try nearly all subsets.
 */
export function hardHistory(): string {
  const edges: (readonly [number, number])[] = []
  for (let from = 0; from < VALUES; from += 1) {
    for (let to = 0; to < VALUES; to += 1) if (from !== to) edges.push([from, to])
  }
  edges.push([0, 1], [0, 2], [0, 3])
  const entries = (type: 'invoke' | 'ok') =>
    edges.map((value, process) => JSON.stringify({ process, type, f: 'cas', value }))
  return [...entries('invoke'), ...entries('ok')].join('\n')
}
