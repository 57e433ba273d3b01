/** What readers did: merging in any order, keeping it in the browser, sending it on. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type KeptProgress, parseKept } from '#app/_progress/local-progress.ts'
import { whereToResume } from '#app/_progress/next-lesson.ts'
import {
  countDone,
  type LessonProgress,
  mergeProgress,
  type Progress,
  type Signal,
  withSignal,
} from '#app/_progress/progress.ts'
import { ProgressKeeper } from '#app/_progress/progress-keeper.ts'
import { questionId } from '#content/schema/question-id.ts'

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString()

/** A lesson after these signals, one a second. */
function after(...signals: readonly Signal[]): LessonProgress {
  let lesson = withSignal(undefined, { kind: 'opened' }, at(0))
  for (const [index, signal] of signals.entries()) {
    lesson = withSignal(lesson, signal, at(index + 1))
  }
  return lesson
}

const READ: Signal = { kind: 'read' }
const used = (name: string): Signal => ({ kind: 'used-figure', name })
const answer = (question: string, isRight: boolean): Signal => ({
  kind: 'answered',
  question,
  isRight,
})

describe('a signal', () => {
  it('is noted once, and the last try at a question counts', () => {
    const lesson = after(used('a'), used('a'), answer('q1', false), answer('q1', true), READ, READ)
    expect(lesson.figures).toEqual(['a'])
    expect(lesson.answers).toEqual({ q1: { isRight: true, at: at(4) } })
    expect(lesson.readAt).toBe(at(5))
    expect(lesson.touchedAt).toBe(at(6))
    expect(after(answer('q1', true), answer('q1', false)).answers.q1?.isRight).toBe(false)
  })

  it('counts for what the lesson has, and no longer for what it had', () => {
    const lesson = after(used('old'), used('a'), answer('q1', true), answer('gone', true))
    const outline = { figures: ['a', 'b'], questions: ['q1', 'q2'] }
    expect(countDone(outline, lesson)).toEqual({ figuresUsed: 1, answersRight: 1 })
    expect(countDone(outline, undefined)).toEqual({ figuresUsed: 0, answersRight: 0 })
  })

  it('belongs to a question by its words', () => {
    expect(questionId('What  is\n a lease?')).toBe(questionId('What is a lease?'))
    expect(questionId('What is a lease?')).not.toBe(questionId('What is a lock?'))
    expect(questionId('')).toMatch(/^[0-9a-f]{8}$/)
  })
})

const time = fc.integer({ min: 0, max: 5 }).map(at)
const name = fc.constantFrom('a', 'b', 'c')
const lesson: fc.Arbitrary<LessonProgress> = fc.record({
  openedAt: time,
  touchedAt: time,
  readAt: fc.option(time, { nil: undefined }),
  place: name,
  figures: fc.uniqueArray(name).map((names) => names.toSorted()),
  answers: fc.dictionary(name, fc.record({ isRight: fc.boolean(), at: time })),
})
const progress: fc.Arbitrary<Progress> = fc.dictionary(name, lesson)

describe('merging', () => {
  it('does not depend on order, and again changes nothing', () => {
    fc.assert(
      fc.property(progress, progress, progress, (one, two, three) => {
        const merged = mergeProgress(one, two)
        expect(mergeProgress(two, one)).toEqual(merged)
        expect(mergeProgress(merged, two)).toEqual(merged)
        expect(mergeProgress(merged, three)).toEqual(mergeProgress(one, mergeProgress(two, three)))
      }),
    )
  })
})

describe('what the browser keeps', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(progress, (lessons) => {
        const kept: KeptProgress = { ownerId: 'ada', lessons }
        expect(parseKept(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
      }),
    )
  })

  it('may be anything, and is then nothing', () => {
    for (const odd of [null, 7, [], { lessons: 3 }, { lessons: { a: 1, b: { openedAt: 'x' } } }]) {
      expect(parseKept(odd)).toEqual({ ownerId: null, lessons: {} })
    }
  })
})

/** A keeper in a browser that keeps `kept`, with its clock and timers in the hands of the test. */
function browser(kept: KeptProgress = { ownerId: null, lessons: {} }) {
  const world = {
    kept,
    sent: [] as Progress[],
    refuses: false,
    due: [] as (() => void)[],
    second: 9,
  }
  const keeper = new ProgressKeeper({
    read: () => world.kept,
    write: (next) => {
      world.kept = next
    },
    send: (lessons) => {
      if (world.refuses) return Promise.reject(new Error('offline'))
      world.sent.push(lessons)
      return Promise.resolve()
    },
    now: () => at(world.second++),
    later: (run) => world.due.push(run),
  })
  const pass = async () => {
    for (const run of world.due.splice(0)) run()
    await Promise.resolve()
  }
  return { world, keeper, pass }
}

describe('the keeper', () => {
  it('keeps a stranger’s progress in the browser and sends it nowhere', async () => {
    const { world, keeper, pass } = browser()
    keeper.open({ ownerId: undefined, lessons: {} })
    keeper.record('else', READ)
    await pass()
    expect(world.kept).toMatchObject({ ownerId: null, lessons: { else: { readAt: at(9) } } })
    expect(world.sent).toEqual([])
  })

  it('gives what a stranger did to the one who signs in, once', async () => {
    const { world, keeper, pass } = browser({ ownerId: null, lessons: { else: after(READ) } })
    const server = { 'the-map': after() }
    expect(Object.keys(keeper.open({ ownerId: 'ada', lessons: server }))).toEqual([
      'the-map',
      'else',
    ])
    await pass()
    expect(world.sent).toEqual([{ else: after(READ) }])
    expect(world.kept.ownerId).toBe('ada')
    keeper.open({ ownerId: 'ada', lessons: { ...server, else: after(READ) } })
    await pass()
    expect(world.sent).toHaveLength(1)
  })

  it('shows nobody what somebody else did in this browser', async () => {
    const { world, keeper, pass } = browser({ ownerId: 'eve', lessons: { else: after(READ) } })
    expect(keeper.open({ ownerId: 'ada', lessons: {} })).toEqual({})
    await pass()
    expect(world.sent).toEqual([])
    expect(keeper.open({ ownerId: undefined, lessons: {} })).toEqual({})
  })

  it('sends again what the server did not take', async () => {
    const { world, keeper, pass } = browser()
    keeper.open({ ownerId: 'ada', lessons: {} })
    world.refuses = true
    keeper.record('else', used('a'))
    await pass()
    await pass()
    world.refuses = false
    keeper.record('else', READ)
    await pass()
    expect(world.sent).toHaveLength(1)
    expect(world.sent[0]?.else).toMatchObject({ figures: ['a'], readAt: at(10) })
  })

  it('takes along what another tab wrote, and tells whoever listens', () => {
    const { world, keeper } = browser()
    keeper.open({ ownerId: undefined, lessons: {} })
    world.kept = { ownerId: null, lessons: { else: after(used('b')) } }
    const heard: Progress[] = []
    const stop = keeper.subscribe((lessons) => heard.push(lessons))
    keeper.record('else', used('a'))
    stop()
    keeper.record('else', READ)
    expect(heard).toHaveLength(1)
    expect(heard[0]?.else?.figures).toEqual(['a', 'b'])
  })
})

describe('where to go on', () => {
  const lessons = ['one', 'two', 'three'].map((slug) => ({ slug, title: slug.toUpperCase() }))

  it('is nowhere for those who have not begun or have read all', () => {
    expect(whereToResume(lessons, {})).toBeUndefined()
    const all = Object.fromEntries(lessons.map(({ slug }) => [slug, after(READ)]))
    expect(whereToResume(lessons, all)).toBeUndefined()
  })

  it('is the place that was left', () => {
    const left = after({ kind: 'came-to', place: 'recall' })
    expect(whereToResume(lessons, { one: after(READ), two: left, gone: after() })).toEqual(
      whereToResume(lessons, { two: left }),
    )
    expect(whereToResume(lessons, { two: left })).toMatchObject({
      href: '/learn/two#recall',
      isBegun: true,
    })
  })

  it('is the next unread lesson after one that was read', () => {
    expect(whereToResume(lessons, { two: after(READ) })).toMatchObject({
      href: '/learn/three',
      isBegun: false,
    })
    expect(whereToResume(lessons, { three: after(READ) })?.href).toBe('/learn/one')
  })
})
