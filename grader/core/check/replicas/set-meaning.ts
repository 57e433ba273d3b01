/** What replicated sets mean: what was added is there, unless a removal took it away. */
import { printJson } from '../../json.ts'
import type { Json } from '../../trace/event.ts'
import type { Claim } from '../claim.ts'
import { type Judgement, replicaClaim } from './replica-claim.ts'
import type { Command, Update, UpdateOptions } from './updates-known.ts'

/** `{ op: 'add' | 'remove', element }` changes a set. */
export function isSetUpdate({ op }: Command): boolean {
  return op === 'add' || op === 'remove'
}

type Elements = ReadonlyMap<string, { readonly adds: Update[]; readonly removes: Update[] }>

/** The updates of each element. */
function byElement(updates: readonly Update[]): Elements {
  const found = new Map<string, { readonly adds: Update[]; readonly removes: Update[] }>()
  for (const update of updates) {
    const { op, element } = update.command
    if (typeof element !== 'string') continue
    const known = found.get(element) ?? { adds: [], removes: [] }
    found.set(element, known)
    if (op === 'add') known.adds.push(update)
    else known.removes.push(update)
  }
  return found
}

function shows(shown: Json, element: string): boolean {
  return Array.isArray(shown) && shown.includes(element)
}

/** Says that an element should be there; `why` follows its name. */
function missing(shown: Json, element: string, why: string, updates: readonly Update[]) {
  const name = JSON.stringify(element)
  return { what: `shows ${printJson(shown)} without ${name}, ${why}`, updates }
}

/** Nothing is in a set that nobody added, and nothing twice. */
const judgeOrigin: Judgement = ({ possible }, shown) => {
  if (!Array.isArray(shown)) {
    return { what: `shows ${printJson(shown)}, which is no list of elements`, updates: [] }
  }
  const twice = shown.find((element, place) => shown.indexOf(element) !== place)
  if (twice !== undefined) return { what: `shows ${printJson(twice)} twice`, updates: [] }
  const known = byElement(possible)
  const stranger = shown.find((element) => (known.get(String(element))?.adds.length ?? 0) === 0)
  if (stranger === undefined) return undefined
  const what = `shows ${printJson(stranger)}, of whose addition it cannot have heard`
  return { what, updates: [] }
}

/** What was added and never removed is there. */
const judgeAdditions: Judgement = ({ sure, possible }, shown) => {
  const mayHave = byElement(possible)
  for (const [element, { adds }] of byElement(sure)) {
    const [add] = adds
    const removes = mayHave.get(element)?.removes ?? []
    if (add === undefined || shows(shown, element) || removes.some(tookAway)) continue
    return missing(shown, element, 'which was added and never removed', [add])
  }
  return undefined
}

/** A removal does nothing on a node that does not show the element. */
function tookAway({ command: { element }, before }: Update): boolean {
  return typeof element === 'string' && shows(before.shown, element)
}

/** In a two-phase set a removal is final. */
const judgeFinalRemovals: Judgement = ({ sure }, shown) => {
  for (const [element, { removes }] of byElement(sure)) {
    const remove = removes.find(tookAway)
    if (remove === undefined || !shows(shown, element)) continue
    const what = `shows ${JSON.stringify(element)}, which ${remove.node} removed`
    return { what, updates: [remove] }
  }
  return undefined
}

/** An addition that no removal had heard of keeps its element. */
const judgeAddWins: Judgement = (known, shown) => {
  const mayHave = byElement(known.possible)
  for (const [element, { adds }] of byElement(known.sure)) {
    if (shows(shown, element)) continue
    const removes = mayHave.get(element)?.removes ?? []
    const add = adds.find(({ bit }) =>
      removes.every(({ before }) => (before.possible & bit) === 0n),
    )
    if (add === undefined) continue
    const why =
      removes.length === 0
        ? 'which was added and never removed'
        : `although no removal had heard of the addition on ${add.node}`
    return missing(shown, element, why, [add, ...removes])
  }
  return undefined
}

/** A removal takes away every addition that it had heard of. */
const judgeObservedRemovals: Judgement = (known, shown) => {
  const surely = byElement(known.sure)
  for (const [element, { adds }] of byElement(known.possible)) {
    if (!shows(shown, element)) continue
    const removes = surely.get(element)?.removes ?? []
    const isGone = ({ bit }: Update) => removes.some(({ before }) => (before.sure & bit) !== 0n)
    const [remove] = removes
    if (remove === undefined || !adds.every(isGone)) continue
    const what = `shows ${JSON.stringify(element)}, although each of its additions was known where it was removed`
    return { what, updates: [...adds, remove] }
  }
  return undefined
}

/** What a kind of set means; the grow-only set is a two-phase set that nobody removes from. */
export const SET_JUDGEMENTS = {
  'two-phase': [judgeOrigin, judgeAdditions, judgeFinalRemovals],
  'add-wins': [judgeOrigin, judgeAddWins, judgeObservedRemovals],
} as const satisfies Readonly<Record<string, readonly Judgement[]>>

type Whole = Pick<UpdateOptions, 'isWhole'>

function setClaim(claim: Pick<Claim, 'id' | 'sentence' | 'source' | 'ask'>, judge: Judgement) {
  return (options: Whole = {}): Claim =>
    replicaClaim({ ...options, isUpdate: isSetUpdate, judge, claim })
}

/** A set shows no element that nobody added. */
export const nothingFromNowhere = setClaim(
  {
    id: 'nothing-from-nowhere',
    sentence: 'A set shows only elements of whose addition it has heard, each once.',
    source: 'Shapiro et al. 2011, INRIA RR-7506, section 3.3 (sets)',
    ask: 'Where does this element come from?',
  },
  judgeOrigin,
)

/** A set shows what was added and never removed. */
export const additionsStay = setClaim(
  {
    id: 'additions-stay',
    sentence: 'What was added and not removed is there, on every node that has heard of it.',
    source: 'Shapiro et al. 2011, INRIA RR-7506, sections 3.3.1 and 3.3.2 (G-Set, 2P-Set)',
    ask: 'When did the node have this element last, and what took it away?',
  },
  judgeAdditions,
)

/** A two-phase set does not show what was removed. */
export const removedForGood = setClaim(
  {
    id: 'removed-for-good',
    sentence: 'What was removed is gone for good, on every node that has heard of the removal.',
    source: 'Shapiro et al. 2011, INRIA RR-7506, section 3.3.2 (2P-Set)',
    ask: 'What does the node still know of the removal when the element comes to it again?',
  },
  judgeFinalRemovals,
)

/** An observed-remove set keeps what was added concurrently with its removal. */
export const addWins = setClaim(
  {
    id: 'add-wins',
    sentence: 'An addition that no removal had heard of keeps its element in the set.',
    source: 'Shapiro et al. 2011, INRIA RR-7506, section 3.3.5 (OR-Set)',
    ask: 'How does the node tell this addition from the ones that were removed?',
  },
  judgeAddWins,
)

/** An observed-remove set does not show what was removed with all its additions. */
export const removesWhatItSaw = setClaim(
  {
    id: 'removes-what-it-saw',
    sentence: 'An element is gone once each of its additions was known to a removal.',
    source: 'Shapiro et al. 2011, INRIA RR-7506, section 3.3.5 (OR-Set)',
    ask: 'Which addition still keeps the element, and had the removal heard of it?',
  },
  judgeObservedRemovals,
)
