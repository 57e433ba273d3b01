/** What clients ask of registers. */
import type { DrawCommand } from '../shared-scenarios/replicas.ts'

/** Writes and reads; each write has a value of its own, in no order that a stamp could borrow. */
export const registerCommand: DrawCommand = (prng, client, number) => {
  if (prng.chance(300)) return { op: 'read' }
  const letter = prng.pick(['k', 'p', 'a', 't', 'f', 'w'])
  return { op: 'write', value: `${letter}${number}${client}` }
}
