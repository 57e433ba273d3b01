/**
 * A learner's node as text and back. What belongs to the kit (its name, the other nodes,
 * the disk) is not in the text: whoever restores a node gives it these anew.
 */
import { Node } from '../node.ts'
import { NotPlainDataError, writePlain } from './plain-data.ts'
import { readPlain } from './read-plain.ts'

/** A class of nodes; learners' classes take no arguments. */
export type NodeClass = (new () => Node) & { readonly watched?: readonly string[] }

/** Fields that the constructor of `Node` sets. */
const FIELDS_OF_THE_KIT: ReadonlySet<string> = new Set([
  'id',
  'nodes',
  'peers',
  'settings',
  'disk',
] satisfies (keyof Node)[])

/**
 * The text of all fields that the learner's class and its lab's base class have set.
 * @throws NotPlainDataError when a field holds what cannot be text
 */
export function snapshot(node: Node): string {
  refuseChangedKit(node)
  return writePlain(node, FIELDS_OF_THE_KIT)
}

/**
 * A node of this class with the fields of `text`. Only the kit's own constructor runs: the
 * learner's, and all that it might do, ran when the node started. To be called where a
 * node may be made (see `withRuntime`).
 */
export function restore(nodeClass: NodeClass, text: string): Node {
  const node = Reflect.construct(Node, [], nodeClass) as Node
  const fields = readPlain(text)
  for (const name of Object.keys(fields)) {
    Object.defineProperty(node, name, {
      value: fields[name],
      writable: true,
      enumerable: true,
      configurable: true,
    })
  }
  return node
}

/** What the learner changed there would be lost. */
function refuseChangedKit({ id, nodes, peers }: Node): void {
  const others = nodes.filter((node) => node !== id)
  if (peers.length === others.length && peers.every((peer, index) => peer === others[index])) return
  throw new NotPlainDataError(
    'field `peers` was changed: leave it as it is and keep what changes in a field of your own',
  )
}

/** Strings and comments, which may hold anything; and the uses of private names. */
const PRIVATE_USES =
  /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\/.*|\/\*[^]*?\*\/|[.]\s*(#[\w$]+)|(#[\w$]+)\s+in\b/g

/**
 * Why nodes of this class cannot be put back, or undefined when they can: nobody but the
 * class itself can read its `#private` members.
 */
export function whyNotRestorable(nodeClass: NodeClass): string | undefined {
  let type: unknown = nodeClass
  while (typeof type === 'function' && type !== Node) {
    for (const [, member, tested] of String(type).matchAll(PRIVATE_USES)) {
      const name = member ?? tested
      if (name === undefined) continue
      const plain = name.slice(1)
      return `\`${name}\` of class ${type.name} cannot be read from outside: write \`private ${plain}\` instead`
    }
    type = Object.getPrototypeOf(type)
  }
  return undefined
}
