/** What the step about tombstones is tried in: people who write, and in the end erase everything. */
import {
  type Claim,
  type ClientOperation,
  convergesWithin,
  editTakesEffect,
  forgetsWhatIsGone,
  type NemesisStep,
  oneListOrder,
  Prng,
  showsWhatWasTyped,
} from '#core'
import { MS, SECOND } from '../shared-scenarios/units.ts'
import { ask } from './scenarios.ts'

/** How long after the last request a node may keep what nobody needs. */
const QUIET_MICROS = SECOND

/** The most telling first. What a node has applied survives its crashes here. */
export const FORGETTING_CLAIMS: readonly Claim[] = [
  editTakesEffect({ memory: 'durable' }),
  showsWhatWasTyped({ memory: 'durable' }),
  oneListOrder(),
  forgetsWhatIsGone({ bytesMax: 1_000, withinMicros: QUIET_MICROS }),
  convergesWithin({ withinMicros: 2 * SECOND, state: 'text' }),
]

/** The first node's client takes character after character away until nothing can be left. */
export function eraseAll(fromMicros: number, count: number): readonly ClientOperation[] {
  return Array.from({ length: count }, (_, index) =>
    ask('n1', fromMicros + index * 12 * MS, { id: `erase-${index}`, op: 'remove', index: 0 }),
  )
}

/** For a while nothing gets from the third node to the second, whatever both can say to the first. */
export const THIRD_CANNOT_TELL_SECOND: readonly NemesisStep[] = [
  { at: 300 * MS, fault: { kind: 'one-way', from: ['n3'], to: ['n2'], name: 'silent' } },
  { at: 1_100 * MS, fault: { kind: 'heal', name: 'silent' } },
]

/**
 * The first writes backwards and erases, which it knows to be stable and the second does not; it starts
 * again, writes, and erases some of that.
 */
export function writesAgain(seed: number): readonly ClientOperation[] {
  const prng = new Prng(seed, 'writes again')
  const count = prng.between(3, 5)
  const again = prng.between(3, 4)
  const commands = [
    ...letters('abcde', count).map((char, turn) => ({ at: 320 + turn * 12, index: 0, char })),
    ...letters('abcde', count).map((_, index) => ({ at: 400 + index * 12, index: 0 })),
    ...letters('vwxyz', again).map((char, index) => ({ at: 750 + index * 12, index, char })),
    { at: 820, index: prng.between(1, again - 1) },
  ]
  return commands.map(({ at, ...edit }, number) =>
    ask('n1', at * MS, {
      id: `c1-${number}`,
      op: 'char' in edit ? 'insert' : 'remove',
      ...edit,
    }),
  )
}

/** The first node fails when all that it wrote and erased is stable, and comes back soon. */
export const FIRST_STARTS_AGAIN: readonly NemesisStep[] = [
  {
    at: 680 * MS,
    fault: {
      kind: 'crash',
      target: { kind: 'node', node: 'n1' },
      unsynced: 'lost',
      moment: { kind: 'now' },
      downMicros: 30 * MS,
    },
  },
]

/**
 * The third types behind a letter that the first removes, and the second, which hears of the removal
 * but not yet of that letter, types before it.
 */
export function typesUnderARemoval(seed: number): readonly ClientOperation[] {
  const prng = new Prng(seed, 'under a removal')
  return [
    ask('n1', 20 * MS, { id: 'c1-1', op: 'insert', index: 0, char: 'a' }),
    ask('n1', 40 * MS, { id: 'c1-2', op: 'insert', index: 1, char: 'b' }),
    ask('n3', prng.between(470, 495) * MS, { id: 'c3-1', op: 'insert', index: 2, char: 'γ' }),
    ask('n1', 500 * MS, { id: 'c1-3', op: 'remove', index: 1 }),
    ask('n2', prng.between(533, 545) * MS, { id: 'c2-1', op: 'insert', index: 1, char: 'X' }),
  ]
}

function letters(alphabet: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => alphabet.charAt(index))
}
