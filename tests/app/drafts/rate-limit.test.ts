/** Floods are bounded, one key at a time. */
import { expect, it } from 'vitest'
import { RateLimit } from '#app/_server/rate-limit.ts'

it('lets a burst in, then as many as the minute allows', () => {
  let nowMs = 0
  const limit = new RateLimit({ burst: 3, perMinute: 6, nowMs: () => nowMs })
  const take = () => limit.take('a')
  expect([take(), take(), take(), take()]).toEqual([true, true, true, false])
  nowMs = 9_999
  expect(take()).toBe(false)
  nowMs = 10_000
  expect([take(), take()]).toEqual([true, false])
  nowMs = 3_600_000
  expect([take(), take(), take(), take()]).toEqual([true, true, true, false])
})

it('counts each key by itself, and forgets the least recent of too many', () => {
  const limit = new RateLimit({ burst: 1, perMinute: 1, nowMs: () => 0 })
  expect([limit.take('first'), limit.take('second'), limit.take('first')]).toEqual([
    true,
    true,
    false,
  ])
  for (let key = 0; key < 10_000; key += 1) limit.take(`key ${key}`)
  expect([limit.take('first'), limit.take('key 9999')]).toEqual([true, false])
})
