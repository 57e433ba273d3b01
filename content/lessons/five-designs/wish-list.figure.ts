/**
 * A wish list on a telephone and a laptop. It holds a book and a lamp. During a cut both devices change
 * it; what is on it afterwards is a matter of how the two lists are merged.
 */
import { DEFAULT_BUDGETS, present } from '#core'
import { MergingSet, type SetCommand, type SetSettings } from '#systems/merging-set/merging-set.ts'
import { MS, NEAR } from '../../figures/network.ts'
import { operationsOf } from '../../figures/operations.ts'
import type { RunFigure } from '../../schema/figure.ts'

type Choice = {
  readonly merge: SetSettings['merge']
  readonly story: 'adds' | 'removal' | 'again'
}

const INITIAL = ['book', 'lamp'] as const
const TIMEOUT = 200 * MS

const add = (value: string): SetCommand => ({ kind: 'add', value })
const remove = (value: string): SetCommand => ({ kind: 'remove', value })
const READ: SetCommand = { kind: 'read' }

/** What each device does during the cut, and what should be on the list afterwards. */
const STORIES: Readonly<
  Record<
    Choice['story'],
    { readonly phone: SetCommand; readonly laptop: SetCommand; readonly wished: readonly string[] }
  >
> = {
  adds: { phone: add('mug'), laptop: add('rug'), wished: ['book', 'lamp', 'mug', 'rug'] },
  removal: { phone: remove('lamp'), laptop: add('mug'), wished: ['book', 'mug'] },
  again: { phone: remove('lamp'), laptop: add('lamp'), wished: ['book', 'lamp'] },
}

export const figure: RunFigure<Choice> = {
  kind: 'run',
  node: MergingSet,
  seed: 2,
  controls: [
    {
      id: 'merge',
      legend: 'Two lists are merged by',
      options: [
        { id: 'whole', name: 'keeping the later one', detail: 'last writer wins' },
        { id: 'union', name: 'keeping all of both', detail: 'union' },
        { id: 'tags', name: 'a tag for each addition', detail: 'OR-Set' },
      ],
    },
    {
      id: 'story',
      legend: 'During the cut',
      options: [
        { id: 'adds', name: 'both devices add something' },
        { id: 'removal', name: 'one removes the lamp, one adds a mug' },
        { id: 'again', name: 'one removes the lamp, one adds it anew' },
      ],
    },
  ],
  first: { merge: 'union', story: 'removal' },
  predict: {
    question: 'What is wrong with the list afterwards?',
    options: [
      { id: 'right', name: 'nothing' },
      { id: 'lost', name: 'something that was added is missing' },
      { id: 'back', name: 'something that was removed is back' },
    ],
  },
  scenario({ merge, story }) {
    const { phone, laptop } = STORIES[story]
    const settings = { merge, initial: INITIAL } satisfies SetSettings
    const ask = { timeoutMicros: TIMEOUT }
    return {
      id: `wish-list-${merge}-${story}`,
      nodes: ['n1', 'n2'],
      clients: ['c1', 'c2'],
      network: NEAR,
      nemesis: [
        { at: 20 * MS, fault: { kind: 'partition', groups: [['n1'], ['n2']] } },
        { at: 150 * MS, fault: { kind: 'heal' } },
      ],
      operations: [
        { at: 60 * MS, client: 'c1', node: 'n1', body: { ...phone }, ...ask },
        { at: 70 * MS, client: 'c2', node: 'n2', body: { ...laptop }, ...ask },
        { at: 330 * MS, client: 'c1', node: 'n1', body: { ...READ }, ...ask },
        { at: 335 * MS, client: 'c2', node: 'n2', body: { ...READ }, ...ask },
      ],
      settings: { ...settings },
      safetyMicros: 380 * MS,
      livenessMicros: 0,
      budgets: DEFAULT_BUDGETS,
    }
  },
  tell(trace, { merge, story }) {
    const reads = operationsOf(trace).filter(({ startedAt }) => startedAt >= 300 * MS)
    const [left, right] = reads.map(({ answer }) => answer as readonly string[])
    const list = present(left, 'c1 reads at the end')
    const other = present(right, 'c2 reads at the end')
    const { wished } = STORIES[story]
    const isLost = wished.some((element) => !list.includes(element))
    const isBack = list.some((element) => !wished.includes(element))
    const outcome = isLost ? 'lost' : isBack ? 'back' : 'right'
    return {
      outcome,
      verdict: `Both devices show ${list.join(', ')}.`,
      why: WHY[merge === 'union' && outcome === 'back' ? 'union' : outcome] ?? '',
      properties: [
        { name: 'Both devices agree', holds: list.join() === other.join() },
        { name: 'Nothing that was added is missing', holds: !isLost },
        { name: 'Nothing that was removed is back', holds: !isBack },
      ],
      marks: outcome === 'right' ? [] : reads.map(({ operation }) => operation),
    }
  },
  answerLabel(body, command) {
    const { kind } = JSON.parse(command) as SetCommand
    return kind === 'read' ? (JSON.parse(body) as readonly string[]).join(', ') : 'ok'
  },
  messageLabel(body) {
    const { state } = JSON.parse(body) as { readonly state?: { readonly list: readonly string[] } }
    return state === undefined ? '' : things(state.list.length)
  },
  isNoise: (body) => (JSON.parse(body) as { readonly type: string }).type === 'got',
  stateLabel: ({ list }) => (Array.isArray(list) ? things(list.length) : ''),
  expected: {
    'whole,adds': 'lost',
    'whole,removal': 'back',
    'whole,again': 'right',
    'union,adds': 'right',
    'union,removal': 'back',
    'union,again': 'right',
    'tags,adds': 'right',
    'tags,removal': 'right',
    'tags,again': 'right',
  },
  summary:
    'A list of book and lamp is changed on two devices during a cut. Keeping the later list loses what ' +
    'one device added, or undoes its removal. Keeping all of both lists loses nothing, and brings ' +
    'back what was removed. With a tag for each addition both devices end with what their owner ' +
    'wished; a lamp that is removed here and added anew there stays, since the removal had not ' +
    'seen the new addition.',
}

const WHY: Readonly<Record<string, string>> = {
  right: 'In this story the rule keeps what was wished on both devices.',
  lost: 'The list is one value to this rule. Of two lists that did not know of each other it keeps one whole, and drops the other whole.',
  back: 'The later of the two lists still had the lamp, and the whole of the earlier list was dropped, its removal included.',
  union:
    'Nothing in the merge tells “was removed” from “was never there”, so the other side’s copy counts.',
}

function things(count: number): string {
  return count === 1 ? '1 thing' : `${count} things`
}
