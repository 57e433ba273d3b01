/** What clients ask of sets. */
import type { DrawCommand } from '../shared-scenarios/replicas.ts'

/** Additions, removals and reads of `count` elements: few, so that they meet. */
export function setCommand(count: number): DrawCommand {
  const elements = Array.from({ length: count }, (_, index) => `e${index + 1}`)
  return (prng) => {
    const draw = prng.between(1, 10)
    if (draw <= 2) return { op: 'read' }
    return { op: draw <= 7 ? 'add' : 'remove', element: prng.pick(elements) }
  }
}
