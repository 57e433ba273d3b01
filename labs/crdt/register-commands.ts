/** What clients ask of registers. */
import type { DrawCommand } from '../shared-scenarios/replicas.ts'

const WORDS = ['kiwi', 'plum', 'apple', 'thyme', 'fig', 'walnut']

/** Writes and reads; each write has a value of its own, in no order that a stamp could borrow. */
export const registerCommand: DrawCommand = (prng, _client, number) => {
  if (prng.chance(300)) return { op: 'read' }
  return { op: 'write', value: `${prng.pick(WORDS)} ${number}` }
}
