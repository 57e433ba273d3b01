/** Drafts against a network that fails and answers late. */
import { beforeEach, describe, expect, it } from 'vitest'
import {
  KEEP_AFTER_MS,
  SAVE_AFTER_MS,
  SAVE_WITHIN_MS,
} from '#app/labs/_workspace/drafts/draft-keeper.ts'
import { findLocal } from '#app/labs/_workspace/drafts/local-drafts.ts'
import { RETRY_MS_MIN } from '#app/labs/_workspace/drafts/save-loop.ts'
import { ADA, DraftWorld, STEP } from './draft-world.ts'
import { fakeStorage } from './fake-browser.ts'

let world: DraftWorld

beforeEach(() => {
  world = new DraftWorld()
})

describe('a draft that is edited', () => {
  it('is untouched at first, and sends nothing', async () => {
    const { state } = world.openTab()
    await world.clock.pass(60_000)
    expect(state()).toBe('untouched')
    expect(world.server.received).toEqual([])
  })

  it('goes to the browser after a moment, and to the server after a pause', async () => {
    const { keeper, state } = world.openTab()
    keeper.edit('one')
    expect(state()).toBe('saving')
    await world.clock.pass(KEEP_AFTER_MS)
    expect(findLocal(world.storage, STEP, undefined).draft).toMatchObject({
      source: 'one',
      isUnsent: true,
    })
    expect(world.server.received).toEqual([])
    await world.clock.pass(SAVE_AFTER_MS)
    expect(world.server.draft?.source).toBe('one')
    expect(state()).toBe('saved')
  })

  it('is saved once for many keys, and now and then while the typing goes on', async () => {
    const { keeper } = world.openTab()
    for (let key = 0; key < 100; key += 1) {
      keeper.edit(`text ${key}`)
      await world.clock.pass(SAVE_WITHIN_MS / 50)
    }
    await world.clock.pass(SAVE_AFTER_MS)
    expect(world.server.draft?.source).toBe('text 99')
    expect(world.server.received.length).toBeGreaterThanOrEqual(2)
    expect(world.server.received.length).toBeLessThanOrEqual(4)
  })

  it('has one saving under way at a time, and then the newest text', async () => {
    const { keeper, replaced } = world.openTab()
    world.server.isHeld = true
    keeper.edit('one')
    await world.clock.pass(SAVE_AFTER_MS)
    keeper.edit('two')
    await world.clock.pass(SAVE_AFTER_MS)
    keeper.edit('three')
    await world.clock.pass(SAVE_AFTER_MS)
    expect(world.server.received.map(({ source }) => source)).toEqual(['one'])
    world.server.release()
    await world.clock.pass(SAVE_AFTER_MS)
    expect(world.server.received.map(({ source }) => source)).toEqual(['one', 'three'])
    expect(world.server.draft?.source).toBe('three')
    expect(replaced).toEqual([])
  })

  it('makes no guest of a stranger who changed nothing but spaces', async () => {
    const { keeper, state } = world.openTab()
    keeper.edit(' starter\n')
    await world.clock.pass(SAVE_WITHIN_MS)
    expect(state()).toBe('in-browser')
    keeper.leave()
    expect(world.server.received).toEqual([])
  })

  it('says when no place keeps it', async () => {
    const full = fakeStorage()
    full.setItem = () => {
      throw new Error('full')
    }
    world.isOnline = false
    const { keeper, state } = world.openTab({}, full)
    keeper.edit('one')
    await world.clock.pass(SAVE_AFTER_MS)
    expect(state()).toBe('nowhere')
  })
})

describe('a network that fails', () => {
  it('is tried again by itself, ever less often, until the server has the text', async () => {
    const { keeper, state } = world.openTab()
    world.server.faults.push(...Array.from({ length: 4 }, () => ({ kind: 'failed' }) as const))
    keeper.edit('one')
    await world.clock.pass(SAVE_AFTER_MS)
    expect(state()).toBe('failing')
    await world.clock.pass(RETRY_MS_MIN * (1 + 2 + 4))
    expect(world.server.received.length).toBe(4)
    expect(state()).toBe('failing')
    await world.clock.pass(RETRY_MS_MIN * 8)
    expect(world.server.draft?.source).toBe('one')
    expect(state()).toBe('saved')
  })

  it('is not hurried by typing', async () => {
    const { keeper } = world.openTab()
    world.server.faults.push(...Array.from({ length: 20 }, () => ({ kind: 'failed' }) as const))
    for (let key = 0; key < 10; key += 1) {
      keeper.edit(`text ${key}`)
      await world.clock.pass(2_000)
    }
    // After 1.5, 3.5, 7.5 and 15.5 seconds.
    expect(world.server.received.length).toBe(4)
  })

  it('is tried at once when it comes back', async () => {
    const { keeper, state } = world.openTab({ owner: ADA })
    world.isOnline = false
    keeper.sleep()
    keeper.edit('one')
    await world.clock.pass(SAVE_AFTER_MS)
    expect(state()).toBe('offline')
    await world.clock.pass(3_600_000)
    expect(findLocal(world.storage, STEP, ADA).draft).toMatchObject({
      source: 'one',
      isUnsent: true,
    })
    world.isOnline = true
    await keeper.wake()
    expect(world.server.draft?.source).toBe('one')
    expect(state()).toBe('saved')
  })

  it('loses an answer without harm', async () => {
    const { keeper, replaced } = world.openTab()
    world.server.losesAnswers = true
    keeper.edit('one')
    await world.clock.pass(SAVE_AFTER_MS)
    world.server.losesAnswers = false
    keeper.edit('two')
    await world.clock.pass(RETRY_MS_MIN)
    expect(world.server.draft?.source).toBe('two')
    expect(world.server.aside).toEqual([])
    expect(replaced).toEqual([])
  })

  it('does not try again what the server refuses, until the text changes', async () => {
    const { keeper } = world.openTab()
    world.server.faults.push({ kind: 'refused', error: 'The code is longer than 64 kB.' })
    keeper.edit('too long')
    await world.clock.pass(60_000)
    expect(world.server.received.length).toBe(1)
    expect(keeper.snapshot.saving).toEqual({
      kind: 'refused',
      error: 'The code is longer than 64 kB.',
    })
    keeper.edit('shorter')
    await world.clock.pass(SAVE_AFTER_MS)
    expect(world.server.draft?.source).toBe('shorter')
  })
})

describe('the next visit', () => {
  it('opens with what the server has', async () => {
    world.openTab().keeper.edit('one')
    await world.clock.pass(SAVE_AFTER_MS)
    const elsewhere = world.openTab({}, fakeStorage())
    expect(elsewhere.keeper.snapshot).toMatchObject({ source: 'one', isEdited: true })
    expect(elsewhere.state()).toBe('saved')
  })

  it('sends what was typed last before the page went away', async () => {
    const { keeper } = world.openTab({ owner: ADA })
    world.isOnline = false
    keeper.edit('on the train')
    keeper.end()
    world.isOnline = true
    const { keeper: next } = world.openTab({ owner: ADA })
    expect(next.snapshot.source).toBe('on the train')
    await world.clock.pass(0)
    expect(world.server.draft?.source).toBe('on the train')
  })

  it('saves as it goes away, once though it is told twice', async () => {
    const { keeper } = world.openTab({ owner: ADA })
    keeper.edit('one')
    keeper.leave()
    keeper.leave()
    await world.clock.pass(0)
    expect(world.server.received.length).toBe(1)
    expect(world.server.draft?.source).toBe('one')
  })

  it('knows its own text again, although it did not see the answer', async () => {
    const { keeper } = world.openTab({ owner: ADA })
    world.server.isHeld = true
    keeper.edit('one')
    keeper.end()
    world.server.release()
    await world.clock.pass(0)
    const { keeper: next, replaced, state } = world.openTab({ owner: ADA })
    next.edit('two')
    await world.clock.pass(SAVE_AFTER_MS)
    expect(state()).toBe('saved')
    expect(world.server.draft?.source).toBe('two')
    expect(replaced).toEqual([])
  })
})
