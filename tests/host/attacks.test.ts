/**
 * Hostile submissions end as they deserve, whatever they try; nothing leaks, nothing stays,
 * and whoever hands in next is graded as if nothing had happened.
 *
 * Each goes through the real `grade` and the real sandbox, with one check and two seeds
 * where a submission has hundreds. `NETSPLIT_ATTACKS=all` also runs those that only differ
 * in how they reach a limit, which takes some minutes.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { SUBMISSION_PACKED_BYTES_MAX } from '#host/kept-runs.ts'
import type { Ending } from './attacks/attack.ts'
import { CORPUS } from './attacks/corpus.ts'
import { endingOf, holds, recordedBytes, unprintableTexts, wordsOf } from './attacks/grading.ts'
import { builtIns, type Holdings, holdings, MemoryMeter } from './attacks/household.ts'
import { gradeSource, REFERENCE, SEED_SECRET, useSandbox } from './sandbox-fixture.ts'

vi.mock('#labs/hidden-checks.ts', () => ({ hiddenChecks: () => [] }))
vi.mock('#labs/index.ts', async (original) => {
  const { findStep } = await original<typeof import('#labs/index.ts')>()
  const first: typeof findStep = (...names) => {
    const found = findStep(...names)
    if (found === undefined) return undefined
    return { ...found, step: { ...found.step, visible: found.step.visible.slice(0, 1) } }
  }
  return { findStep: first }
})
vi.mock('#host/seeds.ts', async (original) => ({
  ...(await original<typeof import('#host/seeds.ts')>()),
  seedsOfVisible: () => [1, 2],
}))

const ATTACK_MS_MAX = 300_000
const RUNS_ALL = process.env.NETSPLIT_ATTACKS === 'all'
/** Far more than a worker may hold: a look at memory may come late on a busy machine. */
const WORKER_BYTES_MAX = 1_073_741_824
const GRADER_GROWTH_MAX = 805_306_368
/** In the grader's environment. `intruders.test.ts` looks for files as well. */
const CANARY = 'canary-5f0c2a7e91d4'

const sandbox = useSandbox()
const meter = new MemoryMeter()
const endings = new Map<string, Ending | 'our-fault'>()
let before: Holdings
const builtInsBefore = builtIns()

beforeAll(async () => {
  process.env.NETSPLIT_CANARY = CANARY
  // The first grading starts what the grader keeps: the compiler, a spare worker.
  await expectHonestPasses()
  before = holdings()
})
afterAll(() => {
  delete process.env.NETSPLIT_CANARY
  meter.stop()
  writeTable()
})

async function expectHonestPasses(): Promise<void> {
  const { outcome, checks } = await gradeSource(sandbox().pool, REFERENCE)
  expect({ outcome, passed: checks.map(({ seedsPassed }) => seedsPassed) }).toEqual({
    outcome: 'passed',
    passed: [2],
  })
}

describe.each(CORPUS)('$name', ({ attacks }) => {
  const chosen = attacks.filter(({ runs }) => runs === undefined || RUNS_ALL)

  for (const { id, title, source, expected, isHonest, says } of chosen) {
    it.concurrent(`${id}: ${title}`, { timeout: ATTACK_MS_MAX }, async () => {
      const grade = await gradeSource(sandbox().pool, source)
      const ending = endingOf(grade)
      endings.set(id, ending)
      expect(expected, grade.fault ?? wordsOf(grade)).toContain(ending)
      expect(ending === 'pass' && isHonest !== true).toBe(false)
      if (says !== undefined) expect(wordsOf(grade)).toMatch(says)
      expect(unprintableTexts(grade)).toEqual([])
      expect(holds(grade, CANARY) || holds(grade, SEED_SECRET)).toBe(false)
      expect(recordedBytes(grade)).toBeLessThanOrEqual(SUBMISSION_PACKED_BYTES_MAX)
    })
  }

  it('and the next honest submission passes', () => expectHonestPasses())
})

describe('after all attacks', () => {
  it('the grader holds no process, file or memory more than before', async () => {
    await vi.waitFor(
      () => {
        const { children, openFiles } = holdings()
        expect(children.length).toBeLessThanOrEqual(before.children.length)
        expect(openFiles).toBeLessThanOrEqual(before.openFiles)
      },
      { timeout: 10_000, interval: 50 },
    )
    expect(holdings().residentBytes - before.residentBytes).toBeLessThan(GRADER_GROWTH_MAX)
  })

  it('no worker held more memory than it may', () => {
    expect(meter.maxBytes).toBeGreaterThan(0)
    expect(meter.maxBytes).toBeLessThan(WORKER_BYTES_MAX)
  })

  it('the built-in objects of the grader are what they were', () => {
    expect(builtIns()).toBe(builtInsBefore)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})

/** Leaves the outcomes behind as a table for people. */
function writeTable(): void {
  const rows = CORPUS.map(({ name, attacks }) => {
    const ran = attacks.filter(({ id }) => endings.has(id))
    const counts = Map.groupBy(ran, ({ id }) => endings.get(id))
    const outcomes = [...counts].map(([ending, { length }]) => `${ending} ${length}`).join(', ')
    return `| ${name} | ${ran.length} of ${attacks.length} | ${outcomes} |`
  })
  const folder = join(import.meta.dirname, '../output')
  mkdirSync(folder, { recursive: true })
  const table = ['| Attacks | Run | How they ended |', '| --- | --- | --- |', ...rows, '']
  writeFileSync(join(folder, 'attacks.md'), table.join('\n'))
}
