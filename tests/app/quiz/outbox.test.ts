/** The outbox counts each answer once, keeps their order and loses none. */
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { Outbox, type Sending, type WaitingEntry } from '#app/_quiz/offline/outbox.ts'
import type { Receipt, SentEntry, SentReviews } from '#app/_quiz/wire.ts'

let storage: readonly WaitingEntry[]
/** What the server has, in the order in which it came. */
let stored: string[]
let asked: SentReviews[]
let laters: (() => void)[]
/** How the network treats each parcel in turn; fine when none is left. */
let weather: ('fine' | 'lost' | 'answer lost' | 'busy')[]

beforeEach(() => {
  storage = []
  stored = []
  asked = []
  laters = []
  weather = []
})

function serve(reviews: SentReviews): Sending {
  if (reviews.entries.some(({ cardId }) => cardId === 'question/broken')) {
    return { kind: 'refused', status: 400, error: 'One of them is broken.' }
  }
  const receipts = reviews.entries.map(({ id }): Receipt => {
    const isKnown = stored.includes(id)
    if (!isKnown) stored.push(id)
    return { id, status: isKnown ? 'known' : 'stored', isBeside: id.startsWith('beside') }
  })
  const owner = { id: reviews.ownerId ?? 'guest', isGuest: true }
  return { kind: 'stored', stored: { owner, receipts } }
}

/** A page with the storage of this browser. */
function page(): Outbox {
  return new Outbox({
    read: () => storage,
    write: (waiting) => {
      storage = waiting
    },
    send: (reviews) => {
      asked.push(reviews)
      const now = weather.shift() ?? 'fine'
      if (now === 'lost') return Promise.resolve({ kind: 'away' })
      if (now === 'busy') {
        return Promise.resolve({ kind: 'refused', status: 429, error: 'Wait a moment.' })
      }
      const answer = serve(reviews)
      return Promise.resolve(now === 'answer lost' ? { kind: 'away' } : answer)
    },
    later: (run) => laters.push(run),
  })
}

function entry(id: string, cardId = 'question/q'): SentEntry {
  const at = '2026-11-21T12:00:00Z'
  return { kind: 'suspend', id, cardId, at, timeZone: 'UTC' }
}

describe('the outbox', () => {
  it('gives the receipt of what was sent, and keeps nothing', async () => {
    const box = page()
    await box.open('ada')
    expect(await box.put(entry('a'))).toMatchObject({ id: 'a', status: 'stored' })
    expect(storage).toEqual([])
    expect(box.state()).toMatchObject({ waiting: 0, isAway: false })
  })

  it('keeps what could not be sent, says so, and sends it in its order', async () => {
    const box = page()
    await box.open('ada')
    weather = ['lost', 'lost']
    expect(await box.put(entry('a'))).toBeUndefined()
    expect(await box.put(entry('b'))).toBeUndefined()
    expect(box.state()).toMatchObject({ waiting: 2, isAway: true })
    await box.flush()
    expect(stored).toEqual(['a', 'b'])
    expect(box.state()).toMatchObject({ waiting: 0, isAway: false })
  })

  it('tries again by itself, and does not pile up tries', async () => {
    const box = page()
    await box.open('ada')
    weather = ['lost', 'lost']
    await box.put(entry('a'))
    await box.put(entry('b'))
    expect(laters.length).toBe(1)
    laters[0]?.()
    await box.flush()
    expect(stored).toEqual(['a', 'b'])
  })

  it('survives that the page is closed, even between storing and hearing of it', async () => {
    const box = page()
    await box.open('ada')
    weather = ['answer lost']
    await box.put(entry('a'))
    expect(stored).toEqual(['a'])
    const next = page()
    await next.open('ada')
    expect(stored).toEqual(['a'])
    expect(asked.length).toBe(2)
    expect(storage).toEqual([])
  })

  it('counts each entry once and in order in every weather, with two tabs', async () => {
    const steps = fc.array(
      fc.record({
        tab: fc.nat(1),
        weather: fc.constantFrom('fine', 'lost', 'answer lost', 'busy'),
        act: fc.constantFrom('put', 'flush', 'reload'),
      }),
      { maxLength: 30 },
    )
    await fc.assert(
      fc.asyncProperty(steps, async (acts) => {
        storage = []
        stored = []
        weather = []
        const tabs = [page(), page()]
        for (const tab of tabs) await tab.open('ada')
        const made: string[] = []
        for (const [index, act] of acts.entries()) {
          weather = [act.weather]
          if (act.act === 'put') {
            made.push(`e${index}`)
            await tabs[act.tab]?.put(entry(`e${index}`))
          } else if (act.act === 'flush') {
            await tabs[act.tab]?.flush()
          } else {
            tabs[act.tab] = page()
            await tabs[act.tab]?.open('ada')
          }
        }
        weather = []
        await tabs[0]?.flush()
        expect(stored).toEqual(made)
        expect(storage).toEqual([])
      }),
    )
  })

  it('gives a stranger’s entries to the guest whom the first one makes', async () => {
    const box = page()
    await box.open(undefined)
    await box.put(entry('a'))
    await box.put(entry('b'))
    expect(asked.map(({ ownerId }) => ownerId)).toEqual([undefined, 'guest'])
  })

  it('never sends what is somebody else’s', async () => {
    storage = [{ ownerId: 'bob', entry: entry('b') }]
    const box = page()
    await box.open('ada')
    await box.put(entry('a'))
    expect(stored).toEqual(['a'])
    expect(box.state()).toMatchObject({ waiting: 0, ofOthers: 1 })
    const bobs = page()
    await bobs.open('bob')
    expect(stored).toEqual(['a', 'b'])
  })

  it('goes on when one entry is refused for good, and reports it', async () => {
    storage = ['a', 'x', 'b'].map((id) => ({
      ownerId: 'ada',
      entry: entry(id, id === 'x' ? 'question/broken' : 'question/q'),
    }))
    const box = page()
    await box.open('ada')
    expect(stored).toEqual(['a', 'b'])
    expect(storage).toEqual([])
    expect(box.state().reports).toEqual([
      { id: 'x', status: 'refused', why: 'One of them is broken.' },
    ])
  })

  it('reports that another device answered too, and says why the server waits', async () => {
    const box = page()
    await box.open('ada')
    await box.put(entry('beside-1'))
    expect(box.state().reports).toMatchObject([{ id: 'beside-1', isBeside: true }])
    weather = ['busy']
    await box.put(entry('c'))
    expect(box.state()).toMatchObject({ waiting: 1, isAway: false, trouble: 'Wait a moment.' })
  })
})
