/** Code that does not return: only a kill from outside ends it. */
import { type Attack, atLoad, HIDDEN_PROMISE, inHandler } from './attack.ts'

const CLASSES = ['time-limit'] as const

export const neverReturn: readonly Attack[] = [
  { id: 'endless loop in a handler', source: inHandler('for (;;);'), outcomes: CLASSES },
  { id: 'endless loop at load', source: atLoad('for (;;);'), outcomes: CLASSES },
  {
    id: 'loop that catches whatever stops it',
    source: inHandler('for (;;) { try { for (;;); } catch {} finally { for (;;); } }'),
    outcomes: CLASSES,
  },
  {
    id: 'regular expression that backtracks',
    source: inHandler("/(x+x+)+y/.test('x'.repeat(64))"),
    outcomes: CLASSES,
  },
  {
    id: 'native search through a huge array-like',
    source: inHandler('Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)'),
    outcomes: CLASSES,
  },
  {
    id: 'native printing of a huge BigInt',
    source: inHandler('((1n << 60000000n) - 1n).toString()'),
    outcomes: CLASSES,
  },
  {
    id: 'thrown proxy whose traps loop',
    source: inHandler(
      'throw new Proxy({}, { get() { for (;;); }, getPrototypeOf() { for (;;); } })',
    ),
    outcomes: CLASSES,
  },
  {
    id: 'thrown error whose message loops',
    source: inHandler(
      "throw Object.defineProperty(new Error('x'), 'message', { get() { for (;;); } })",
    ),
    outcomes: CLASSES,
  },
  {
    id: 'rejected promise with a proxy whose traps loop',
    source: inHandler(
      `${HIDDEN_PROMISE}.reject(new Proxy({}, { get() { for (;;); }, getPrototypeOf() { for (;;); } }))`,
    ),
    outcomes: CLASSES,
  },
  {
    id: 'microtasks that never end',
    source: inHandler(`const again = () => { ${HIDDEN_PROMISE}.resolve().then(again) }; again()`),
    outcomes: CLASSES,
  },
]
