/** Comments on code in newer submissions, the list of reviews, saved comments, words with code. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countLines, isRangeOf, placesIn, rangeText } from '#app/_classes/reviews/comment-place.ts'
import { splitInlineCode } from '#app/_classes/reviews/inline-code.ts'
import { findSaved } from '#app/_classes/reviews/saved-comments.ts'
import {
  arrangeWorklist,
  nextToReview,
  REVIEW_STATES,
  type ReviewState,
  reviewStateOf,
} from '#app/_classes/reviews/worklist.ts'

const line = (number: number) => ({ firstLine: number, lastLine: number })

describe('a comment in a newer submission', () => {
  const BEFORE = 'one\ntwo\nthree\nfour\n'

  test.each([
    ['one\ntwo\nthree\nfour\n', 2, 3, { kind: 'here', firstLine: 2, lastLine: 3 }],
    ['zero\none\ntwo\nthree\nfour\n', 2, 3, { kind: 'here', firstLine: 3, lastLine: 4 }],
    ['one\ntwo\nTHREE\nfour\n', 2, 3, { kind: 'outdated' }],
    ['one\ntwo\nbetween\nthree\nfour\n', 2, 3, { kind: 'outdated' }],
    ['one\nfour\n', 2, 2, { kind: 'outdated' }],
    ['one\nfour\n', 4, 4, { kind: 'here', firstLine: 2, lastLine: 2 }],
  ])('%#: is where its lines are, or outdated', (after, firstLine, lastLine, place) => {
    expect(placesIn(BEFORE, after)({ firstLine, lastLine })).toEqual(place)
  })

  const texts = fc
    .array(fc.constantFrom('a', 'b', 'c', 'this.send()', '}'), { minLength: 1, maxLength: 25 })
    .map((lines) => lines.join('\n'))
  const ranges = fc
    .tuple(fc.integer({ min: 1, max: 25 }), fc.nat({ max: 4 }))
    .map(([firstLine, more]) => ({ firstLine, lastLine: firstLine + more }))

  test('stands at lines with the very same text, in any two texts', () => {
    fc.assert(
      fc.property(texts, texts, ranges, (before, after, range) => {
        fc.pre(isRangeOf(range, countLines(before)))
        const place = placesIn(before, after)(range)
        if (place.kind === 'outdated') return
        const cut = (text: string, from: number, to: number) => text.split('\n').slice(from - 1, to)
        expect(cut(after, place.firstLine, place.lastLine)).toEqual(
          cut(before, range.firstLine, range.lastLine),
        )
      }),
    )
  })

  test('of the same text stays where it is', () => {
    fc.assert(
      fc.property(texts, ranges, (text, range) => {
        fc.pre(isRangeOf(range, countLines(text)))
        expect(placesIn(text, text)(range)).toEqual({ kind: 'here', ...range })
      }),
    )
  })

  test('never loses its place to lines put before or after', () => {
    fc.assert(
      fc.property(texts, ranges, fc.nat({ max: 5 }), (text, range, count) => {
        fc.pre(isRangeOf(range, countLines(text)))
        const more = Array.from({ length: count }, (_, at) => `// new ${at}\n`).join('')
        expect(placesIn(text, `${more}${text}`)(range)).toEqual({
          kind: 'here',
          firstLine: range.firstLine + count,
          lastLine: range.lastLine + count,
        })
      }),
    )
  })
})

describe('lines', () => {
  test.each([
    ['', 1],
    ['a', 1],
    ['a\n', 1],
    ['a\nb', 2],
    ['a\n\n', 2],
  ])('of %j are %i', (text, count) => {
    expect(countLines(text)).toBe(count)
  })

  test.each([
    [line(0), false],
    [line(1), true],
    [line(4), false],
    [{ firstLine: 2, lastLine: 1 }, false],
    [{ firstLine: 1, lastLine: 1.5 }, false],
    [{ firstLine: 1, lastLine: 3 }, true],
  ])('%j are in a text of three: %s', (range, expected) => {
    expect(isRangeOf(range, 3)).toBe(expected)
  })

  test('are named as people say it', () => {
    expect([rangeText(line(4)), rangeText({ firstLine: 4, lastLine: 7 })]).toEqual([
      'line 4',
      'lines 4 to 7',
    ])
  })
})

describe('words with code', () => {
  const piece = (text: string) => splitInlineCode(text).map(({ kind, text: own }) => [kind, own])

  test('have code between backticks of one line only', () => {
    expect(piece('Use `majority` here')).toEqual([
      ['plain', 'Use '],
      ['code', 'majority'],
      ['plain', ' here'],
    ])
    expect(piece('a ` alone')).toEqual([['plain', 'a ` alone']])
    expect(piece('a `b\nc` d')).toEqual([['plain', 'a `b\nc` d']])
  })

  test('lose nothing but backticks, and never read HTML', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const all = splitInlineCode(text)
        const whole = all.map(({ kind, text: own }) => (kind === 'code' ? `\`${own}\`` : own))
        expect(whole.join('')).toBe(text)
      }),
    )
    expect(piece('<img src=x onerror=alert(1)>')).toEqual([
      ['plain', '<img src=x onerror=alert(1)>'],
    ])
  })
})

describe('the list of reviews', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 10, day))
  const row = (userId: string, state: ReviewState, day?: number, sectionId?: string) => ({
    userId,
    name: userId,
    sectionId,
    state,
    handedInAt: day === undefined ? undefined : at(day),
  })

  test.each([
    [undefined, undefined, 'nothing'],
    [3, undefined, 'waiting'],
    [3, 'draft', 'draft'],
    [3, 5, 'published'],
    [6, 5, 'newer'],
    [undefined, 5, 'published'],
  ] as const)('handed in on %s, review %s: %s', (handed, review, state) => {
    const handedInAt = handed === undefined ? undefined : at(handed)
    const made =
      review === undefined
        ? undefined
        : review === 'draft'
          ? ({ state: 'draft', publishedAt: undefined } as const)
          : ({ state: 'published', publishedAt: at(review) } as const)
    expect(reviewStateOf({ handedInAt, review: made })).toBe(state)
  })

  const ROWS = [
    row('ada', 'published', 2, 'monday'),
    row('bob', 'waiting', 4, 'friday'),
    row('eve', 'nothing'),
    row('dan', 'newer', 3, 'monday'),
  ]
  const named = (query: Partial<Parameters<typeof arrangeWorklist>[1]>) =>
    arrangeWorklist(ROWS, { state: 'all', section: '', order: 'name', ...query }).map(
      ({ userId }) => userId,
    )

  test('is filtered and put in order, whoever handed in nothing last', () => {
    expect(named({})).toEqual(['ada', 'bob', 'dan', 'eve'])
    expect(named({ order: 'oldest' })).toEqual(['ada', 'dan', 'bob', 'eve'])
    expect(named({ order: 'newest' })).toEqual(['bob', 'dan', 'ada', 'eve'])
    expect(named({ section: 'monday' })).toEqual(['ada', 'dan'])
    expect(named({ state: 'waiting' })).toEqual(['bob'])
  })

  test('goes on to whoever waits, round to its beginning, and never to the one at hand', () => {
    expect(nextToReview(ROWS, undefined)?.userId).toBe('bob')
    expect(nextToReview(ROWS, 'bob')?.userId).toBe('dan')
    expect(nextToReview(ROWS, 'dan')?.userId).toBe('bob')
    expect(nextToReview([row('bob', 'waiting', 1)], 'bob')).toBeUndefined()
    expect(nextToReview([row('ada', 'published', 1)], undefined)).toBeUndefined()
  })

  test('reaches everybody who waits by going on', () => {
    const rows = fc.array(fc.constantFrom(...REVIEW_STATES), { maxLength: 12 })
    fc.assert(
      fc.property(rows, (states) => {
        const all = states.map((state, index) => row(`l${index}`, state, 1))
        const waiting = all.filter(({ state }) => ['waiting', 'draft', 'newer'].includes(state))
        const met = new Set<string>()
        let one = nextToReview(all, undefined)
        while (one !== undefined && !met.has(one.userId)) {
          met.add(one.userId)
          one = nextToReview(all, one.userId)
        }
        expect(met.size).toBe(waiting.length)
      }),
    )
  })
})

describe('saved comments', () => {
  const saved = (id: string, text: string, uses: number) => ({ id, title: id, text, uses })
  const ALL = [saved('Lock', 'take the lock first', 1), saved('Term', 'check the term first', 7)]

  test('are found by any of their words, the most used first', () => {
    const ids = (typed: string) => findSaved(ALL, typed).map(({ id }) => id)
    expect(ids('')).toEqual(['Term', 'Lock'])
    expect(ids('FIRST')).toEqual(['Term', 'Lock'])
    expect(ids('lock take')).toEqual(['Lock'])
    expect(ids('nothing')).toEqual([])
  })
})
