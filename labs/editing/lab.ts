/** The lab “Working apart”: what its folder holds. */
import * as kit from '../kit/index.ts'
import type { Lab } from '../kit/lab.ts'
import * as cartKit from './kits/cart.ts'
import * as forgettingKit from './kits/forgetting.ts'
import * as operationsKit from './kits/operations.ts'
import * as stockKit from './kits/stock.ts'
import * as textKit from './kits/text.ts'
import * as typingKit from './kits/typing.ts'
import { operations } from './steps/01-operations/step.ts'
import { text } from './steps/02-text/step.ts'
import { interleaving } from './steps/03-interleaving/step.ts'
import { longSession } from './steps/04-session/step.ts'
import { mapAndCart } from './steps/05-map-and-cart/step.ts'
import { forgetting } from './steps/06-forgetting/step.ts'
import { stock } from './steps/07-stock/step.ts'

export const editing: Lab = {
  id: 'editing',
  version: 2,
  title: 'Working apart: text, carts and stock',
  summary:
    'Let people edit the same list, text and cart while they cannot hear each other, and sell a stock that must not run out.',
  steps: [operations, text, interleaving, longSession, mapAndCart, forgetting, stock],
  modules: {
    netsplit: kit,
    'netsplit/operations': operationsKit,
    'netsplit/text': textKit,
    'netsplit/typing': typingKit,
    'netsplit/cart': cartKit,
    'netsplit/forgetting': forgettingKit,
    'netsplit/stock': stockKit,
  },
  ribbons: [],
  noise: ['Progress'],
  lessons: ['eventual-consistency'],
}
