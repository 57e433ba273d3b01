/** Which lanes a drawing has, and in which order: neighbours on the network are neighbours here. */
import type { TraceHeader } from '#core'

/**
 * Each client beside the node that it asks first: above it in the upper half of the nodes, below
 * it in the lower half. A client that asks nobody comes last.
 *
 * @param asked the node that each client asks first
 */
export function lanesOf(
  { nodes, clients }: Pick<TraceHeader, 'nodes' | 'clients'>,
  asked: ReadonlyMap<string, string>,
): readonly string[] {
  const lanes: string[] = []
  for (const [index, node] of nodes.entries()) {
    const mine = clients.filter((client) => asked.get(client) === node)
    if (index < nodes.length / 2) lanes.push(...mine, node)
    else lanes.push(node, ...mine)
  }
  return [...lanes, ...clients.filter((client) => !lanes.includes(client))]
}
