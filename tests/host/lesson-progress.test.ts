/** Progress in lessons on a real database: merged, one reader's alone, and adopted from a guest. */
import { describe, expect, it, vi } from 'vitest'
import type { LessonProgress, Progress } from '#app/_progress/progress.ts'
import { adoptGuest } from '#app/_server/adopt-guest.ts'
import { readOwnProgress } from '#app/_server/progress.ts'
import { storeProgress } from '#app/_server/progress-store.ts'
import { db } from '#db'
import { usePeople } from '../support/people.ts'

/** Who asks; sessions have tests of their own. */
const asking = vi.hoisted(() => ({ id: '' }))
vi.mock('#app/_server/session.ts', () => ({
  readUser: () => Promise.resolve(asking.id === '' ? undefined : { id: asking.id }),
}))

usePeople(['ada', 'guest'])

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString()

function lesson(change: Partial<LessonProgress> = {}): LessonProgress {
  return { openedAt: at(1), touchedAt: at(1), place: '', figures: [], answers: {}, ...change }
}

async function progressOf(id: string): Promise<Progress> {
  asking.id = id
  return (await readOwnProgress()).lessons
}

const EARLY = lesson({ figures: ['a'], answers: { '0000000a': { isRight: false, at: at(1) } } })
const LATE = lesson({
  touchedAt: at(9),
  readAt: at(9),
  place: 'recall',
  figures: ['b'],
  answers: { '0000000a': { isRight: true, at: at(8) } },
})
const BOTH = { ...LATE, figures: ['a', 'b'] }

describe('progress', () => {
  it('is merged with what is stored, in whichever order it comes', async () => {
    await storeProgress('ada', { else: LATE })
    await storeProgress('ada', { else: EARLY, 'the-map': EARLY })
    expect(await progressOf('ada')).toEqual({ else: BOTH, 'the-map': EARLY })
  })

  it('is merged even when two tabs store at the same moment', async () => {
    await Promise.all([storeProgress('ada', { else: LATE }), storeProgress('ada', { else: EARLY })])
    expect(await progressOf('ada')).toEqual({ else: BOTH })
  })

  it('is shown to its reader, and to nobody else', async () => {
    await storeProgress('ada', { else: LATE })
    expect(await progressOf('guest')).toEqual({})
    expect(await progressOf('')).toEqual({})
  })

  it('of a guest becomes the account’s', async () => {
    await storeProgress('ada', { else: EARLY })
    await storeProgress('guest', { else: LATE, measuring: EARLY })
    await adoptGuest({ guestId: 'guest', accountId: 'ada' })
    expect(await progressOf('ada')).toEqual({ else: BOTH, measuring: EARLY })
    expect(await db.lessonProgress.count()).toBe(2)
  })
})
