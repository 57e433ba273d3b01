/** One draft in two tabs, on two machines, and of one person under two names. */
import { beforeEach, describe, expect, it } from 'vitest'
import { SAVE_AFTER_MS } from '#app/labs/_workspace/drafts/draft-keeper.ts'
import { findLocal, keepLocal } from '#app/labs/_workspace/drafts/local-drafts.ts'
import { ADA, DraftWorld, GUEST, STEP } from './draft-world.ts'
import { fakeStorage } from './fake-browser.ts'

let world: DraftWorld

beforeEach(() => {
  world = new DraftWorld()
})

describe('two tabs and two machines', () => {
  it('keep both texts, and tell of the one that gave way', async () => {
    world.server.owner = ADA
    world.server.draft = { source: 'base', version: 'v0', savedAt: '2026-11-21T09:00:00.000Z' }
    const one = world.openTab()
    const two = world.openTab({}, fakeStorage())
    one.keeper.edit('from one')
    await world.clock.pass(SAVE_AFTER_MS)
    two.keeper.edit('from two')
    await world.clock.pass(SAVE_AFTER_MS)
    expect(world.server.draft.source).toBe('from two')
    expect(world.server.aside).toEqual(['from one'])
    expect([one.replaced, two.replaced]).toEqual([[], ['a1']])
  })

  it('follow each other while only one of them edits', async () => {
    world.server.owner = ADA
    const one = world.openTab()
    const two = world.openTab({}, fakeStorage())
    one.keeper.edit('from one')
    await world.clock.pass(SAVE_AFTER_MS)
    await two.keeper.wake()
    expect(two.newer).toEqual(['from one'])
    expect(two.keeper.snapshot.source).toBe('from one')
    two.keeper.edit('from two')
    await world.clock.pass(SAVE_AFTER_MS)
    expect(world.server.aside).toEqual([])
    await one.keeper.wake()
    expect(one.keeper.snapshot.source).toBe('from two')
  })

  it('keep what was edited offline meanwhile, on both sides', async () => {
    world.server.owner = ADA
    world.server.draft = { source: 'base', version: 'v0', savedAt: '2026-11-21T09:00:00.000Z' }
    const train = fakeStorage()
    const one = world.openTab({}, train)
    world.isOnline = false
    one.keeper.edit('on the train')
    await world.clock.pass(SAVE_AFTER_MS)
    one.keeper.end()
    world.isOnline = true
    const home = world.openTab({}, fakeStorage())
    home.keeper.edit('at home')
    await world.clock.pass(SAVE_AFTER_MS)
    const back = world.openTab({}, train)
    await world.clock.pass(0)
    expect(world.server.draft.source).toBe('on the train')
    expect(world.server.aside).toEqual(['at home'])
    expect(back.replaced).toEqual(['a1'])
  })
})

describe('a guest who signs up or in', () => {
  it('takes what never reached the server along', async () => {
    world.isOnline = false
    world.server.owner = GUEST
    world.openTab({ owner: GUEST }).keeper.edit('unsent')
    await world.clock.pass(SAVE_AFTER_MS)
    world.isOnline = true
    world.server.owner = ADA
    const { keeper } = world.openTab({ owner: ADA })
    expect(keeper.snapshot.source).toBe('unsent')
    await world.clock.pass(0)
    expect(world.server.draft?.source).toBe('unsent')
    // Nobody who uses this browser later finds it.
    expect(findLocal(world.storage, STEP, { id: 'eve', isGuest: false })).toEqual({ unsent: [] })
  })

  it('loses neither of two texts that never reached the server', async () => {
    world.isOnline = false
    world.openTab({ owner: ADA }).keeper.edit('as Ada')
    await world.clock.pass(SAVE_AFTER_MS)
    world.openTab({ owner: undefined }).keeper.edit('as a stranger')
    await world.clock.pass(SAVE_AFTER_MS)
    world.isOnline = true
    world.server.owner = ADA
    const { keeper } = world.openTab({ owner: ADA })
    expect(keeper.snapshot.source).toBe('as a stranger')
    await world.clock.pass(0)
    expect(world.server.draft?.source).toBe('as a stranger')
    expect(world.server.aside).toEqual(['as Ada'])
  })

  it('does not see what somebody else with an account wrote here', () => {
    keepLocal(world.storage, STEP, {
      source: "Ada's",
      savedAt: 1,
      bases: [],
      isUnsent: true,
      owner: ADA,
    })
    expect(world.openTab({ owner: { id: 'eve', isGuest: false } }).keeper.snapshot.source).toBe(
      'starter',
    )
    expect(world.openTab({ owner: undefined }).keeper.snapshot.source).toBe('starter')
  })
})
