/**
 * One shop, four operations, four ways to be on the far side: c1 does something beside home, and
 * a moment later c2 asks from 80 ms away.
 */
import type { Json, Trace } from '#core'
import { type ShopCommand, type ShopSettings, ShopStore } from '#systems/shop-store/shop-store.ts'
import { answerTo } from '../../figures/answers.ts'
import { farSideLinks } from '../../figures/far-side.ts'
import { MS } from '../../figures/network.ts'
import { latencyMs, textOf } from '../../figures/operations.ts'
import { figureScenario } from '../../figures/scenario.ts'
import type { RunFigure, Told } from '../../schema/figure.ts'

const NODES = ['n1', 'n2', 'n3']
const RTT_MS = 80

type Operation = 'browse' | 'add' | 'stock' | 'pay'

interface ShopChoice extends Record<string, string> {
  readonly operation: Operation
  readonly link: 'whole' | 'cut'
}

interface Turn {
  readonly settings: ShopSettings
  readonly first: ShopCommand
  readonly second: ShopCommand
  /** What c2 gets when it misses nothing of what c1 did. */
  readonly fresh: Json
}

const TURNS: Readonly<Record<Operation, Turn>> = {
  browse: {
    settings: { price: 10, stock: 3 },
    first: { kind: 'reprice', price: 12 },
    second: { kind: 'browse' },
    fresh: 12,
  },
  add: {
    settings: { price: 10, stock: 3 },
    first: { kind: 'add', item: 'lamp' },
    second: { kind: 'add', item: 'book' },
    fresh: ['book', 'lamp'],
  },
  stock: {
    settings: { price: 10, stock: 3 },
    first: { kind: 'pay' },
    second: { kind: 'stock' },
    fresh: 2,
  },
  pay: {
    settings: { price: 10, stock: 1 },
    first: { kind: 'pay' },
    second: { kind: 'pay' },
    fresh: 'sold out',
  },
}

function tell(trace: Trace, { operation }: ShopChoice): Told {
  const got = answerTo(trace, 'c2')
  const waitMs = latencyMs(got) ?? 0
  const isNear = waitMs < RTT_MS
  const isFresh = JSON.stringify(got.answer) === JSON.stringify(TURNS[operation].fresh)
  const outcome = got.outcome === 'info' ? 'none' : isNear ? 'near' : 'far'
  const said = `c2 got ${textOf(got.answer)}`
  const verdicts = {
    none: 'c2 got no answer.',
    near: `${said} at once${isFresh ? '.' : ', and it misses what c1 had done.'}`,
    far: `${said} after ${waitMs} ms, and it misses nothing.`,
  }
  return {
    outcome,
    verdict: verdicts[outcome],
    why: WHY[outcome],
    properties: [
      { name: 'c2 got an answer', holds: outcome !== 'none' },
      { name: 'It missed nothing', holds: outcome !== 'none' && isFresh },
      { name: 'It waited for no journey', holds: outcome === 'near' },
    ],
    marks: outcome === 'none' || !isFresh ? [got.operation] : [],
  }
}

const WHY = {
  none: 'n3 has asked home, and nothing comes back through a cut.',
  near: 'n3 answered with what it has, and asked nobody.',
  far: 'n3 asked home, where every sale is known.',
} as const

export const figure: RunFigure<ShopChoice> = {
  kind: 'run',
  node: ShopStore,
  seed: 1,
  controls: [
    {
      id: 'operation',
      legend: 'c1 does one thing beside home; then c2, far away,',
      options: [
        { id: 'browse', name: 'looks at the price', detail: 'which c1 has just raised' },
        { id: 'add', name: 'adds to the shared cart', detail: 'to which c1 has just added' },
        { id: 'stock', name: 'asks what is left', detail: 'after c1 has bought one' },
        { id: 'pay', name: 'pays', detail: 'for the last one, which c1 has bought' },
      ],
    },
    {
      id: 'link',
      legend: 'The far side is',
      options: [
        { id: 'whole', name: 'Connected', detail: `${RTT_MS} ms away` },
        { id: 'cut', name: 'Cut off' },
      ],
    },
  ],
  first: { operation: 'browse', link: 'whole' },
  predict: {
    question: 'What does c2 get?',
    options: [
      { id: 'near', name: 'An answer at once' },
      { id: 'far', name: 'An answer after a journey' },
      { id: 'none', name: 'No answer' },
    ],
  },
  scenario({ operation, link }) {
    const { settings, first, second } = TURNS[operation]
    return figureScenario({
      id: `shop-${operation}-${link}`,
      nodes: NODES,
      clients: ['c1', 'c2'],
      delayMs: [RTT_MS / 2, RTT_MS / 2],
      nemesis: [
        ...farSideLinks(NODES, RTT_MS),
        ...(link === 'whole'
          ? []
          : ([
              { at: 10 * MS, fault: { kind: 'partition', groups: [['n1', 'n2'], ['n3']] } },
            ] as const)),
      ],
      operations: [
        { atMs: 50, client: 'c1', node: 'n1', body: { ...first }, timeoutMs: 200 },
        // After c1 has its answer, and before word of it can have reached n3.
        { atMs: 80, client: 'c2', node: 'n3', body: { ...second }, timeoutMs: 200 },
      ],
      settings,
      lengthMs: 300,
    })
  },
  tell,
  messageLabel: (body) => (JSON.parse(body) as { readonly type: string }).type,
  expected: {
    'browse,whole': 'near',
    'browse,cut': 'near',
    'add,whole': 'near',
    'add,cut': 'near',
    'stock,whole': 'far',
    'stock,cut': 'none',
    'pay,whole': 'far',
    'pay,cut': 'none',
  },
  summary:
    'Looking at the price and adding to the cart are answered at once at the far side, connected or cut off, and miss what c1 did a moment before. Asking what is left and paying wait for a journey when connected and miss nothing: the second buyer of the last item is told that it is sold out. When cut off they get no answer. One shop, two classes.',
}
