/** Where a session stood: found again by the same learner on the same day, and by nobody else. */
import { describe, expect, it } from 'vitest'
import { emptyMemory, parseMemory } from '#app/quiz/_session/session-memory.ts'

const SESSION = { name: 'due', day: '2026-11-21', ownerId: 'ada' }
const KEPT = {
  ...SESSION,
  currentId: 'question/two',
  drafts: { 'question/two': { answer: { kind: 'one', option: 'x' }, confidence: 75 } },
  done: { 'question/one': { entryId: 'e', share: 1 } },
  aside: ['question/three'],
  undone: [],
}

describe('a session that was left', () => {
  it('is found again, with what was chosen', () => {
    expect(parseMemory(KEPT, SESSION)).toEqual(KEPT)
  })

  it('goes on with what is still to do', () => {
    const memory = parseMemory({ ...KEPT, currentId: 'question/one' }, SESSION)
    expect(memory.currentId).toBeUndefined()
    expect(memory.done).toEqual(KEPT.done)
  })

  it('of a stranger becomes the guest’s whom the first answer made', () => {
    expect(parseMemory({ ...KEPT, ownerId: null }, SESSION)).toEqual(KEPT)
  })

  it('of another day, of another kind or of somebody else is not taken up', () => {
    for (const change of [{ day: '2026-11-20' }, { name: 'cap' }, { ownerId: 'bob' }]) {
      expect(parseMemory({ ...KEPT, ...change }, SESSION)).toEqual(emptyMemory(SESSION))
    }
  })

  it('that cannot be read is begun anew', () => {
    for (const kept of [null, 'x', {}, { ...KEPT, drafts: { a: { answer: { kind: 'no' } } } }]) {
      expect(parseMemory(kept, SESSION)).toEqual(emptyMemory(SESSION))
    }
  })
})
