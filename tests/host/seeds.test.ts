import { describe, expect, it } from 'vitest'
import { hiddenSeeds, seedBaseOf, seedsOfVisible } from '#host/seeds.ts'

const SECRET = 'a secret that only tests know'
const CHECK = { id: 'deaf-leader', seedCount: 5 }

describe('seeds', () => {
  it('of visible checks are those of the browser', () => {
    expect(seedsOfVisible({ seedCount: 3 })).toEqual([1, 2, 3])
  })

  it('of hidden checks follow from submission and secret', () => {
    const base = seedBaseOf(SECRET, 'submission-1')
    expect(hiddenSeeds(SECRET, base, CHECK)).toEqual(hiddenSeeds(SECRET, base, CHECK))
    expect(seedBaseOf(SECRET, 'submission-2')).not.toBe(base)
    expect(hiddenSeeds('another secret', base, CHECK)).not.toEqual(hiddenSeeds(SECRET, base, CHECK))
    const other = { ...CHECK, id: 'another-check' }
    expect(hiddenSeeds(SECRET, base, other)).not.toEqual(hiddenSeeds(SECRET, base, CHECK))
  })

  it('are whole numbers that the simulator takes and the database stores', () => {
    const base = seedBaseOf(SECRET, 'submission-1')
    expect(base >= 0n && base < 2n ** 63n).toBe(true)
    for (const seed of hiddenSeeds(SECRET, base, CHECK)) {
      expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32).toBe(true)
    }
  })
})
