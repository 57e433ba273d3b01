/** Where the replicas of a key live: nodes in a ring, and each key begins at a place of its own. */
import type { NodeId } from '../kit/node.ts'

/**
 * All nodes in the order in which they are preferred for `key`: the first N of them are its
 * replicas (DeCandia et al. 2007, Dynamo, sections 4.2 and 4.3, without virtual nodes).
 */
export function preferenceList(key: string, nodes: readonly NodeId[]): readonly NodeId[] {
  let sum = 0
  for (let index = 0; index < key.length; index++) sum += key.charCodeAt(index)
  const start = nodes.length === 0 ? 0 : sum % nodes.length
  return [...nodes.slice(start), ...nodes.slice(0, start)]
}
