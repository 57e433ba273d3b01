/** One violation for each thing that the checker has a name for, and what it says of it. */
import type { Json } from '#core'

export interface Planted {
  readonly model: string
  readonly init?: Json
  readonly kind: string
  readonly says: string
  readonly stuck: number
  readonly text: string
}

export const PLANTED: readonly Planted[] = [
  {
    model: 'register',
    kind: 'stale-read',
    says: 'c2 read x = 1, which is out of date: c1 wrote x = 2, and returned before c2 asked; before that, c1 wrote x = 1.',
    stuck: 2,
    text: `
      c1 write x 1 -> null @ 1..2
      c1 write x 2 -> null @ 3..4
      c2 read x -> 1 @ 5..6`,
  },
  {
    model: 'register',
    kind: 'stale-read',
    says: 'c2 read x = null, which is out of date: c1 wrote x = 1, and returned before c2 asked; null is the value from the beginning.',
    stuck: 1,
    text: `
      c1 write x 1 -> null @ 1..2
      c2 read x -> null @ 3..4`,
  },
  {
    model: 'register',
    kind: 'stale-read',
    says: 'c3 read x = 1, which is out of date: c2 read x = 2, and returned before c3 asked; before that, c1 wrote x = 1.',
    stuck: 3,
    text: `
      c1 write x 1 -> null @ 1..2
      c1 write x 2 -> null @ 3..9
      c2 read x -> 2 @ 4..5
      c3 read x -> 1 @ 6..7`,
  },
  {
    model: 'register',
    kind: 'value-from-nowhere',
    says: 'c2 read x = 7, but nobody ever wrote 7.',
    stuck: 1,
    text: `
      c1 write x 1 -> null @ 1..2
      c2 read x -> 7 @ 3..4`,
  },
  {
    model: 'register',
    kind: 'read-of-the-future',
    says: 'c2 read x = 1, but that value was written only later: c1 wrote x = 1.',
    stuck: 0,
    text: `
      c2 read x -> 1 @ 1..2
      c1 write x 1 -> null @ 3..4`,
  },
  {
    model: 'cas-register',
    init: 0,
    kind: 'value-from-nowhere',
    says: 'c2 read x = 1, but nobody was told to have written 1: c1 failed to change x from 0 to 1: it was not 0.',
    stuck: 1,
    text: `
      c1 cas x [0,1] -> false @ 1..5
      c2 read x -> 1 @ 2..3`,
  },
  {
    model: 'cas-register',
    init: 0,
    kind: 'lost-update',
    says: 'c1 changed x from 0 to 1, and c2 changed x from 0 to 2: both found 0, so one update is lost.',
    stuck: 1,
    text: `
      c1 cas x [0,1] -> true @ 1..3
      c2 cas x [0,2] -> true @ 2..4`,
  },
  {
    model: 'cas-register',
    init: 0,
    kind: 'not-linearizable',
    says: 'c2 failed to change x from 1 to 5: it was not 1, and no order has a place for that: the longest one that explains what happened until then ends when c1 wrote x = 1, which leaves 1.',
    stuck: 1,
    text: `
      c1 write x 1 -> null @ 1..2
      c2 cas x [1,5] -> false @ 3..4`,
  },
  {
    model: 'kv',
    init: '',
    kind: 'lost-update',
    says: 'c3 read k = "b", but before that, c1 appended "a" to k.',
    stuck: 2,
    text: `
      c1 append k "a" -> null @ 1..2
      c2 append k "b" -> null @ 1..3
      c3 get k -> "b" @ 4..5`,
  },
  {
    model: 'counter',
    init: 0,
    kind: 'lost-update',
    says: 'c3 read n = 1, but it had been at least 2 since c2 added 1 to n.',
    stuck: 2,
    text: `
      c1 increment n -> null @ 1..3
      c2 increment n -> null @ 2..4
      c3 read n -> 1 @ 5..6`,
  },
  {
    model: 'counter',
    init: 0,
    kind: 'value-from-nowhere',
    says: 'c2 read n = 5, but it cannot have been more than 1 by then.',
    stuck: 1,
    text: `
      c1 increment n -> null @ 1..2
      c2 read n -> 5 @ 3..4`,
  },
  {
    model: 'counter',
    init: 0,
    kind: 'lost-update',
    says: 'c1 added 1 to n and got 1, and c2 added 1 to n and got 1: the same answer to both, so one addition is lost.',
    stuck: 1,
    text: `
      c1 increment n -> 1 @ 1..3
      c2 increment n -> 1 @ 2..4`,
  },
  {
    model: 'set',
    init: [],
    kind: 'lost-update',
    says: 'c2 read s and got [], but before that, c1 added 1 to s, and nobody removed it.',
    stuck: 1,
    text: `
      c1 add s 1 -> null @ 1..2
      c2 read s -> [] @ 3..4`,
  },
  {
    model: 'set',
    init: [],
    kind: 'stale-read',
    says: 'c2 found 1 in s, which is out of date: c1 removed 1 from s before, and nobody added it again.',
    stuck: 2,
    text: `
      c1 add s 1 -> true @ 1..2
      c1 remove s 1 -> true @ 3..4
      c2 contains s 1 -> true @ 5..6`,
  },
  {
    model: 'set',
    init: [],
    kind: 'value-from-nowhere',
    says: 'c2 read s and got [9], but nobody ever added 9.',
    stuck: 0,
    text: 'c2 read s -> [9] @ 1..2',
  },
  {
    model: 'set',
    init: [],
    kind: 'read-of-the-future',
    says: 'c2 found 1 in s, but 1 was added only later: c1 added 1 to s.',
    stuck: 0,
    text: `
      c2 contains s 1 -> true @ 1..2
      c1 add s 1 -> null @ 3..4`,
  },
  {
    model: 'queue',
    init: [],
    kind: 'duplicate-delivery',
    says: 'c2 dequeued 1 from q, and c3 dequeued 1 from q: the same item twice, though it was enqueued once.',
    stuck: 2,
    text: `
      c1 enqueue q 1 -> null @ 1..2
      c2 dequeue q -> 1 @ 3..4
      c3 dequeue q -> 1 @ 5..6`,
  },
  {
    model: 'queue',
    init: [],
    kind: 'out-of-order',
    says: 'c2 dequeued 2 from q, but 1 came before it and was still there: c1 enqueued 1 in q, and only then c1 enqueued 2 in q.',
    stuck: 2,
    text: `
      c1 enqueue q 1 -> null @ 1..2
      c1 enqueue q 2 -> null @ 3..4
      c2 dequeue q -> 2 @ 5..6
      c2 dequeue q -> 1 @ 7..8`,
  },
  {
    model: 'queue',
    init: [],
    kind: 'missed-item',
    says: 'c2 found q empty, but before that, c1 enqueued 1 in q, and nobody had taken that item.',
    stuck: 1,
    text: `
      c1 enqueue q 1 -> null @ 1..2
      c2 dequeue q -> null @ 3..4`,
  },
  {
    model: 'queue',
    init: [],
    kind: 'value-from-nowhere',
    says: 'c2 dequeued 8 from q, but nobody ever enqueued 8.',
    stuck: 0,
    text: 'c2 dequeue q -> 8 @ 1..2',
  },
  {
    model: 'queue',
    init: [],
    kind: 'read-of-the-future',
    says: 'c2 dequeued 1 from q, but that item came only later: c1 enqueued 1 in q.',
    stuck: 0,
    text: `
      c2 dequeue q -> 1 @ 1..2
      c1 enqueue q 1 -> null @ 3..4`,
  },
  {
    model: 'log',
    init: [],
    kind: 'lost-update',
    says: 'c1 appended "a" to l at index 0, and c2 appended "b" to l at index 0: two entries cannot be in one place.',
    stuck: 1,
    text: `
      c1 append l "a" -> 0 @ 1..3
      c2 append l "b" -> 0 @ 2..4`,
  },
  {
    model: 'log',
    init: [],
    kind: 'lost-update',
    says: 'c3 read l and got ["b"], but before that, c1 appended "a" to l.',
    stuck: 2,
    text: `
      c1 append l "a" -> null @ 1..2
      c2 append l "b" -> null @ 3..4
      c3 read l -> ["b"] @ 5..6`,
  },
  {
    model: 'log',
    init: [],
    kind: 'forked-log',
    says: 'c3 read l and got ["a","b"], and c4 read l and got ["b","a"]: they differ at index 0.',
    stuck: 3,
    text: `
      c1 append l "a" -> null @ 1..3
      c2 append l "b" -> null @ 2..4
      c3 read l -> ["a","b"] @ 5..6
      c4 read l -> ["b","a"] @ 7..8`,
  },
  {
    model: 'log',
    init: [],
    kind: 'value-from-nowhere',
    says: 'c2 read l and got ["z"], but nobody ever appended "z".',
    stuck: 0,
    text: 'c2 read l -> ["z"] @ 1..2',
  },
  {
    model: 'log',
    init: [],
    kind: 'read-of-the-future',
    says: 'c2 read l and got ["a"], but "a" was appended only later: c1 appended "a" to l.',
    stuck: 0,
    text: `
      c2 read l -> ["a"] @ 1..2
      c1 append l "a" -> null @ 3..4`,
  },
  {
    model: 'lock',
    kind: 'two-holders',
    says: 'c2 acquired the lock m while c1 held it: c1 acquired the lock m before, and had not released it.',
    stuck: 1,
    text: `
      c1 acquire m -> true @ 1..2
      c2 acquire m -> true @ 3..4
      c1 release m -> true @ 5..6`,
  },
  {
    model: 'lock',
    kind: 'release-without-lock',
    says: 'c2 released the lock m, but had never acquired it.',
    stuck: 1,
    text: `
      c1 acquire m -> true @ 1..2
      c2 release m -> true @ 3..4`,
  },
]
