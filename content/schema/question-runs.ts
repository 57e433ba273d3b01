/** Kinds of questions whose answers are computed: cuts, numbers, orders, claims on histories. */
import { z } from 'zod'
import { baseFields, listOf, slug, text } from './question-parts.ts'

const number = z.number({ error: 'must be a number' })
const node = z.string({ error: 'must be the id of a node' }).min(1)
/** `n1->n2`: a directed link. */
const link = z
  .string({ error: 'must be a link' })
  .regex(/^[a-z0-9]+->[a-z0-9]+$/, 'must look like n1->n2')
const group = listOf(node, { min: 1, what: 'ids of nodes' })

/** What a set of cut links must do; all of them together are the goal. */
const goalPart = z.discriminatedUnion(
  'rule',
  [
    /** No message passes between the groups, in either direction. */
    z.strictObject({ rule: z.literal('separates'), a: group, b: group }),
    /** Every link from one group to the other is cut. */
    z.strictObject({ rule: z.literal('cuts'), from: group, to: group }),
    /** Every link from one group to the other is whole. */
    z.strictObject({ rule: z.literal('keeps'), from: group, to: group }),
    /** Every node of the group reaches every other in both directions, over links or not. */
    z.strictObject({ rule: z.literal('leaves-connected'), group }),
    /** Exactly these nodes have links in both directions to a majority, themselves included. */
    z.strictObject({ rule: z.literal('majority-only-at'), nodes: z.array(node) }),
    /** No more links are cut than this. */
    z.strictObject({ rule: z.literal('at-most'), links: z.int().positive() }),
  ],
  {
    error:
      'must have a rule: separates, cuts, keeps, leaves-connected, majority-only-at or at-most',
  },
)

export type GoalPart = z.infer<typeof goalPart>

/** Choose the links to cut. */
export const cut = z.strictObject({
  kind: z.literal('cut'),
  ...baseFields,
  nodes: listOf(
    z.strictObject({
      id: node,
      name: text('what the node is called').optional(),
      /** Where it is drawn, from 0 to 100. */
      x: number.min(0).max(100),
      y: number.min(0).max(100),
    }),
    { min: 2, what: 'nodes' },
  ),
  /** `all`: every pair, in both directions. */
  links: z.union([z.literal('all'), z.array(link).min(1)], {
    error: 'must be all, or a list of links such as n1->n2',
  }),
  goal: text('what the cut must do, in words'),
  goalParts: listOf(goalPart, { min: 1, what: 'rules that decide' }),
  /** One right answer, to show; tests hold it against the rules. */
  example: listOf(link, { min: 1, what: 'links of a right answer' }),
  /** Sets that many choose. */
  tempting: z
    .array(
      z.strictObject({
        links: listOf(link, { min: 1, what: 'links' }),
        why: text('why it tempts and what still gets through, or what it breaks'),
        misconception: slug.optional(),
      }),
    )
    .default([]),
})

/** A number with a unit. */
export const numberQuestion = z.strictObject({
  kind: z.literal('number'),
  ...baseFields,
  value: number,
  /** The unit of `value`; empty for a bare number. */
  unit: z.string({ error: 'must be a unit; "" for a bare number' }),
  tolerance: z.union(
    [
      z.strictObject({ absolute: number.min(0) }),
      /** A share of the value: 0.01 is one per cent. */
      z.strictObject({ relative: number.positive().max(0.5) }),
    ],
    { error: 'must be absolute: (same unit) or relative: (0.01 is one per cent)' },
  ),
  /** Other units that may be answered in, each with its size in `unit`: `{ s: 1000 }`. */
  units: z.record(z.string(), number.positive()).default({}),
  /** Arithmetic that gives `value`; a test computes it. */
  formula: z
    .string({ error: 'must be arithmetic that gives the value, such as 1000 + 1000 / 3' })
    .regex(
      /^(?:[-+*/%(), .\d]|\bMath\.(?:max|min|floor|ceil|round)\b)+$/,
      'may have numbers, + - * / % ( ) and Math.max, min, floor, ceil, round',
    ),
  /** Wrong values that many give. */
  common: z
    .array(
      z.strictObject({
        value: number,
        why: text('how one gets there and what is wrong with it'),
        misconception: slug,
      }),
    )
    .default([]),
})

const orderItem = z.strictObject({ id: slug, text: text('the event') })

const precedence = z.strictObject({
  first: slug,
  second: slug,
  why: text('why the first must come before the second'),
})

/** Put events in order. Where no pair orders two items, both ways are right. */
export const order = z.strictObject({
  kind: z.literal('order'),
  ...baseFields,
  /** In one right order. */
  items: listOf(orderItem, { min: 3, what: 'events' }),
  /** What must come before what; what follows from several pairs need not be said. */
  before: listOf(precedence, { min: 2, what: 'pairs that must keep their order' }),
  misconception: slug.optional(),
})

/** A history, and claims about it: which did it break? Perhaps none. */
export const claim = z.strictObject({
  kind: z.literal('claim'),
  ...baseFields,
  /** A model of core for reads and writes, or `transactions`. */
  object: z.enum(['register', 'kv', 'transactions'], {
    error: 'must be register, kv or transactions',
  }),
  /** What every key holds before anybody writes. */
  initial: z.union([z.number(), z.string(), z.null()], { error: 'must be a value or null' }),
  /** JSON lines, one an operation, as of grader/core/history/formats; times in milliseconds. */
  history: text('operations, one JSON object a line'),
  /** Levels of core that are asked about, each with why it holds or breaks. */
  claims: listOf(
    z.strictObject({
      level: slug,
      /** True when the history breaks it; a test asks core's checkers. */
      isBroken: z.boolean({ error: 'must be true or false' }),
      why: text('why it holds or breaks, naming operations'),
      /** What somebody believes who gets this claim wrong. */
      misconception: slug.optional(),
    }),
    { min: 2, what: 'claims' },
  ),
})
