/**
 * One item left, two shop fronts, two customers. How fresh a front's look at the stock is, and
 * whether the sale is made under a condition, are two different questions; only one of them
 * keeps the shop from selling the item twice.
 */
import { DEFAULT_BUDGETS } from '#core'
import { type ShopSettings, ShopStock } from '#systems/shop-stock/shop-stock.ts'
import { MS, NEAR } from '../../figures/network.ts'
import { latencyMs, operationsOf, textOf } from '../../figures/operations.ts'
import type { RunFigure } from '../../schema/figure.ts'

type Choice = {
  readonly look: ShopSettings['look']
  readonly sell: ShopSettings['sell']
}

const TIMEOUT = 300 * MS

export const figure: RunFigure<Choice> = {
  kind: 'run',
  node: ShopStock,
  seed: 6,
  controls: [
    {
      id: 'look',
      legend: 'A front looks at',
      options: [
        { id: 'copy', name: 'its own copy of the stock' },
        { id: 'fresh', name: 'the stock itself', detail: 'a linearizable read' },
      ],
    },
    {
      id: 'sell',
      legend: 'and then writes',
      options: [
        { id: 'write', name: 'the number that it computed' },
        { id: 'conditional', name: 'only if the stock is still what it saw' },
      ],
    },
  ],
  first: { look: 'fresh', sell: 'write' },
  predict: {
    question: 'One item is left. How many customers are told that they have it?',
    options: [
      { id: '0', name: 'none' },
      { id: '1', name: 'one' },
      { id: '2', name: 'both' },
    ],
  },
  scenario({ look, sell }) {
    const settings = { stock: 1, look, sell, checkoutMs: 40 } satisfies ShopSettings
    const buy = { kind: 'buy' }
    return {
      id: `last-item-${look}-${sell}`,
      nodes: ['n1', 'n2', 'n3'],
      clients: ['c1', 'c2'],
      network: NEAR,
      nemesis: [],
      operations: [
        { at: 20 * MS, client: 'c1', node: 'n2', body: buy, timeoutMicros: TIMEOUT },
        { at: 30 * MS, client: 'c2', node: 'n3', body: buy, timeoutMicros: TIMEOUT },
      ],
      settings: { ...settings },
      safetyMicros: 240 * MS,
      livenessMicros: 0,
      budgets: DEFAULT_BUDGETS,
    }
  },
  tell(trace) {
    const customers = operationsOf(trace)
    const sold = customers.filter(({ answer }) => answer === 'sold')
    const slowest = Math.max(...customers.map((each) => latencyMs(each) ?? 0))
    return {
      outcome: String(sold.length),
      verdict:
        sold.length > 1
          ? 'One item, and two customers who were told that it is theirs.'
          : `${sold[0]?.client ?? 'Nobody'} got the item; the other was told that it is sold out.`,
      why:
        sold.length > 1
          ? 'Both fronts saw 1, and both wrote 0. The number was right when they looked, and looking is not taking.'
          : 'The keeper compared and changed in one step. The front that came second was told the true stock.',
      properties: [{ name: 'No more is sold than there was', holds: sold.length <= 1 }],
      measures: [{ name: 'slowest customer', value: `${slowest} ms` }],
      marks: sold.length > 1 ? sold.slice(1).map(({ operation }) => operation) : [],
    }
  },
  messageLabel(body) {
    const { type, to, stock } = JSON.parse(body) as {
      readonly type: string
      readonly to?: number
      readonly stock?: number
    }
    if (to !== undefined) return `stock := ${to}`
    return stock === undefined ? type : `${type} ${stock}`
  },
  stateLabel: ({ stock }) => textOf(stock ?? null),
  expected: {
    'copy,write': '2',
    'copy,conditional': '1',
    'fresh,write': '2',
    'fresh,conditional': '1',
  },
  summary:
    'Two fronts sell at the same time. If a front writes the number that it computed, both customers ' +
    'are told that they have the last item, whether the front looked at its copy or at the stock ' +
    'itself. If the change is made only while the stock is still what the front saw, one customer gets ' +
    'the item, even when the front looked at an old copy. A fresh read does not prevent the error; a condition does.',
}
