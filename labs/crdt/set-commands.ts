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

/** Each client adds an element that nobody ever had, and removes it soon after. */
export function comingAndGoing(): DrawCommand {
  const present = new Map<string, string>()
  return (prng, client, number) => {
    const element = present.get(client)
    if (element !== undefined) {
      if (prng.chance(200)) return { op: 'read' }
      present.delete(client)
      return { op: 'remove', element }
    }
    const added = `e${number}`
    present.set(client, added)
    return { op: 'add', element: added }
  }
}
