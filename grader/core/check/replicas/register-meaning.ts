/** What replicated registers mean: which writes a reader may still see, and which are over. */
import { printJson } from '../../json.ts'
import type { Json } from '../../trace/event.ts'
import type { Claim } from '../claim.ts'
import { type Judgement, type KnownUpdates, replicaClaim } from './replica-claim.ts'
import type { Command, Update, UpdateOptions } from './updates-known.ts'

/** `{ op: 'write', value }` changes a register; every write of a run has a value of its own. */
export function isRegisterUpdate({ op }: Command): boolean {
  return op === 'write'
}

/** The values that a register shows: a list of siblings, one value, or none (null). */
function valuesOf(shown: Json): readonly Json[] {
  if (Array.isArray(shown)) return shown
  return shown === null ? [] : [shown]
}

function writeOf(value: Json, writes: readonly Update[]): Update | undefined {
  return writes.find(({ command }) => command.value === value)
}

function nameOf({ command }: Update): string {
  return JSON.stringify(command.value)
}

/** A later write that surely knew of this one: their order is not a matter of opinion. */
function overwriteOf({ bit }: Update, writes: readonly Update[]): Update | undefined {
  return writes.find(({ before }) => (before.sure & bit) !== 0n)
}

/** Shows only what was written. */
const judgeOrigin: Judgement = ({ possible }, shown) => {
  const stranger = valuesOf(shown).find((value) => writeOf(value, possible) === undefined)
  if (stranger === undefined) return undefined
  return { what: `shows ${printJson(stranger)}, of which it cannot have heard`, updates: [] }
}

/** Does not show what a later write replaced that knew of it. */
const judgeOverwritten: Judgement = ({ sure, possible }, shown) => {
  for (const value of valuesOf(shown)) {
    const write = writeOf(value, possible)
    const later = write === undefined ? undefined : overwriteOf(write, sure)
    if (write === undefined || later === undefined) continue
    const what = `shows ${nameOf(write)}, but has ${nameOf(later)} too, which ${later.node} wrote when it knew of ${nameOf(write)}`
    return { what, updates: [write, later] }
  }
  return undefined
}

/** Shows something once anything was written. */
const judgeSomething: Judgement = ({ sure }, shown) => {
  const write = sure.at(-1)
  if (write === undefined || valuesOf(shown).length > 0) return undefined
  return { what: `shows no value, but has ${nameOf(write)}`, updates: [write] }
}

/** Shows every write that no other one that it may have replaced. */
const judgeSiblings: Judgement = (known: KnownUpdates, shown) => {
  for (const write of known.sure) {
    const isOver = known.possible.some(({ before }) => (before.possible & write.bit) !== 0n)
    if (isOver || valuesOf(shown).includes(write.command.value ?? null)) continue
    const what = `shows ${printJson(shown)} without ${nameOf(write)}, which no write that it has heard of knew`
    return { what, updates: [write] }
  }
  return undefined
}

/** What a kind of register means. */
export const REGISTER_JUDGEMENTS = {
  'last-writer': [judgeOrigin, judgeSomething, judgeOverwritten],
  'multi-value': [judgeOrigin, judgeSomething, judgeSiblings, judgeOverwritten],
} as const satisfies Readonly<Record<string, readonly Judgement[]>>

type Whole = Pick<UpdateOptions, 'isWhole'>

function registerClaim(claim: Pick<Claim, 'id' | 'sentence' | 'source' | 'ask'>, judge: Judgement) {
  return (options: Whole = {}): Claim =>
    replicaClaim({ ...options, isUpdate: isRegisterUpdate, judge, claim })
}

/** A register shows only what was written, and something once anything was. */
export const showsWhatWasWritten = registerClaim(
  {
    id: 'shows-what-was-written',
    sentence: 'A register shows writes that have reached it, and something once one has.',
    source: 'Shapiro et al. 2011, INRIA RR-7506, section 3.2 (registers)',
    ask: 'Where does this value come from, or where did the last one go?',
  },
  (known, shown) => judgeOrigin(known, shown) ?? judgeSomething(known, shown),
)

/** A write replaces the values that its node knew. */
export const replacesWhatItSaw = registerClaim(
  {
    id: 'replaces-what-it-saw',
    sentence: 'A write replaces every value that its node knew when it was written.',
    source: 'Shapiro et al. 2011, INRIA RR-7506, section 3.2; Lamport 1978, Time, Clocks',
    ask: 'By what does the node tell which of the two values is the later one?',
  },
  judgeOverwritten,
)

/** A multi-value register keeps all writes that do not know of each other. */
export const keepsSiblings = registerClaim(
  {
    id: 'keeps-siblings',
    sentence: 'A value stays until a write that knew of it replaces it.',
    source: 'Shapiro et al. 2011, INRIA RR-7506, section 3.2.2 (MV-Register)',
    ask: 'Which write took this value away, and how could the node tell that it did not know of it?',
  },
  judgeSiblings,
)
