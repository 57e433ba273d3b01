/** One cart on two coasts: who serves while the cable is cut, and how two carts become one again. */

import { CALM_MS, MS } from '#content/figures/network.ts'
import { operationsOf, type RunOperation } from '#content/figures/operations.ts'
import { figureScenario } from '#content/figures/scenario.ts'
import type { RunFigure } from '#content/schema/figure.ts'
import type { Trace } from '#core'
import {
  type CartCommand,
  type CartMerge,
  type CartSettings,
  SharedCart,
} from '#systems/shared-cart/shared-cart.ts'

type Serves = 'both' | 'east' | 'neither'
type Choice = { readonly serves: Serves; readonly merge: CartMerge }

const SERVING: Readonly<Record<Serves, readonly string[]>> = {
  both: ['n1', 'n2'],
  east: ['n1'],
  neither: [],
}
const CUT_AT = 60 * MS
const HEAL_AT = 520 * MS
/** Looks from here on are after the heal. */
const LATER_AT = 640 * MS

export const figure: RunFigure<Choice> = {
  kind: 'run',
  node: SharedCart,
  seed: 3,
  controls: [
    {
      id: 'serves',
      legend: 'While the cable is cut',
      options: [
        { id: 'both', name: 'both coasts serve' },
        { id: 'east', name: 'only the east serves' },
        { id: 'neither', name: 'neither serves' },
      ],
    },
    {
      id: 'merge',
      legend: 'Two carts become one by',
      options: [
        { id: 'latest', name: 'keeping the latest', detail: 'by clock' },
        { id: 'union', name: 'keeping all items of both' },
        { id: 'observed', name: 'adding all adds, then removing what was seen and removed' },
      ],
    },
  ],
  first: { serves: 'both', merge: 'latest' },
  predict: {
    question: 'What is in the cart after the cable is mended?',
    options: [
      { id: 'book lamp', name: 'book, lamp', detail: 'as if nobody had done anything' },
      { id: 'book kettle', name: 'book, kettle', detail: 'the east’s changes alone' },
      { id: 'book lamp pen', name: 'book, lamp, pen', detail: 'the west’s changes alone' },
      { id: 'book kettle pen', name: 'book, kettle, pen', detail: 'everybody’s changes' },
      { id: 'book kettle lamp pen', name: 'book, kettle, lamp, pen', detail: 'the lamp is back' },
    ],
  },
  scenario: ({ serves, merge }) =>
    figureScenario({
      id: `one-cart-${serves}-${merge}`,
      nodes: ['n1', 'n2'],
      clients: ['c1', 'c2'],
      delayMs: CALM_MS,
      nemesis: [
        { at: CUT_AT, fault: { kind: 'partition', groups: [['n1'], ['n2']] } },
        { at: HEAL_AT, fault: { kind: 'heal' } },
      ],
      operations: [
        operation(190, 'c1', { kind: 'remove', item: 'lamp' }),
        operation(260, 'c1', { kind: 'add', item: 'kettle' }),
        operation(330, 'c2', { kind: 'look' }),
        operation(400, 'c2', { kind: 'add', item: 'pen' }),
        operation(660, 'c1', { kind: 'look' }),
        operation(660, 'c2', { kind: 'look' }),
      ],
      settings: {
        merge,
        serves: SERVING[serves],
        items: ['book', 'lamp'],
        newsEveryMs: 40,
        cutOffAfterMs: 90,
      } satisfies CartSettings,
      lengthMs: 740,
    }),
  tell(trace) {
    const left = cartAfter(trace)
    const turnedAway = operationsOf(trace).filter(({ outcome }) => outcome === 'fail')
    const surprises = surprisesOf(trace, left)
    const old = oldLooks(trace)
    return {
      outcome: left.join(' '),
      verdict: `In the end both coasts show ${left.join(', ')}.`,
      why: why(turnedAway.length, surprises),
      properties: [
        { name: 'nobody was turned away', holds: turnedAway.length === 0 },
        { name: 'nobody was shown an old cart', holds: old.length === 0 },
        { name: 'every change that was confirmed is in the cart', holds: surprises.length === 0 },
      ],
      measures: [
        { name: 'turned away', value: String(turnedAway.length) },
        { name: 'shown an old cart', value: String(old.length) },
        { name: 'confirmed and undone', value: surprises.join(', ') || 'nothing' },
      ],
      marks: old.map((look) => look.operation),
    }
  },
  messageLabel: () => '',
  commandLabel: (body) => {
    const command = JSON.parse(body) as CartCommand
    return command.kind === 'look' ? 'look' : `${command.kind} ${command.item}`
  },
  answerLabel: (body) => (JSON.parse(body) as readonly string[]).join(', '),
  stateLabel: ({ items }) => (Array.isArray(items) ? items.join(', ') : ''),
  expected: {
    'both,latest': 'book lamp pen',
    'both,union': 'book kettle lamp pen',
    'both,observed': 'book kettle pen',
    'east,latest': 'book kettle',
    'east,union': 'book kettle',
    'east,observed': 'book kettle',
    'neither,latest': 'book lamp',
    'neither,union': 'book lamp',
    'neither,observed': 'book lamp',
  },
  summary:
    'A cart with a book and a lamp has a copy on each coast. While the cable is cut, the east removes the lamp and adds a kettle, and the west looks and adds a pen. If both coasts serve, nobody is turned away, the west is shown an old cart, and the merge decides: the latest cart loses the kettle and brings the lamp back, the union keeps everything and brings the lamp back, and the observed-remove set ends with book, kettle and pen. If only the east serves, two requests in the west are refused and nothing is undone; if neither serves, four are refused.',
}

function operation(atMs: number, client: 'c1' | 'c2', body: CartCommand) {
  const node = client === 'c1' ? 'n1' : 'n2'
  return { atMs, client, node, body, timeoutMs: 60 }
}

/** The cart that both coasts show after the heal; both, should they differ. */
function cartAfter(trace: Trace): readonly string[] {
  const looks = operationsOf(trace).filter(({ startedAt }) => startedAt >= LATER_AT)
  const carts = new Set(looks.map(({ answer }) => JSON.stringify(answer)))
  return [...carts].flatMap((cart) => JSON.parse(cart) as string[])
}

function confirmedChanges(trace: Trace): readonly CartCommand[] {
  return operationsOf(trace)
    .filter(({ outcome }) => outcome === 'ok')
    .map(({ command }) => command as unknown as CartCommand)
}

/** Changes that a shopper was told had been made, and that the cart does not show in the end. */
function surprisesOf(trace: Trace, left: readonly string[]): readonly string[] {
  return confirmedChanges(trace).flatMap((command) => {
    if (command.kind === 'look') return []
    const isIn = left.includes(command.item)
    return isIn === (command.kind === 'add') ? [] : [`${command.kind} ${command.item}`]
  })
}

/** Looks before the heal that do not show what had been confirmed before them. */
function oldLooks(trace: Trace): readonly RunOperation[] {
  const operations = operationsOf(trace)
  return operations.filter((look) => {
    if (look.outcome !== 'ok' || look.startedAt >= LATER_AT) return false
    if ((look.command as unknown as CartCommand).kind !== 'look') return false
    const shown = look.answer as readonly string[]
    return operations.some(({ command, outcome, endedAt }) => {
      const change = command as unknown as CartCommand
      if (change.kind === 'look' || outcome !== 'ok') return false
      if (endedAt === undefined || endedAt > look.startedAt) return false
      return shown.includes(change.item) !== (change.kind === 'add')
    })
  })
}

function why(turnedAway: number, surprises: readonly string[]): string {
  if (surprises.length > 0) {
    return `Confirmed and then undone: ${surprises.join(', ')}. The merge did that, and nobody was asked.`
  }
  return turnedAway > 0
    ? `${turnedAway} requests were refused, so there was nothing to merge.`
    : 'Adds made on either side stay, and a remove takes away what its shopper had seen. Nothing confirmed was undone.'
}
