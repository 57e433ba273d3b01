/** What learner code can write has a bound before it is stored. */
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { decodeKeptRun, type EventLine, encodeCompact, Prng, type TraceEvent } from '#core'
import type { Position } from '#host/compile.ts'
import {
  RUN_BYTES_MAX,
  RUN_PACKED_BYTES_MAX,
  RunKeeper,
  SUBMISSION_PACKED_BYTES_MAX,
} from '#host/kept-runs.ts'

const same = (place: Position): Position => place
const header = { version: 2, scenario: 's', seed: 1, nodes: ['n1'], clients: [] } as const

/** A run in which a node notes these texts. */
function noting(texts: readonly string[], lines: readonly EventLine[] = []) {
  const events = texts.map(
    (text, id): TraceEvent => ({ id, at: id, cause: -1, kind: 'note', node: 'n1', text }),
  )
  return { trace: encodeCompact({ header, events }), lines }
}

/** Text that no compressor makes smaller. */
function noise(length: number, seed: number): string {
  const prng = new Prng(seed, 'noise')
  return Array.from({ length }, () => String.fromCharCode(32 + (prng.next() % 90))).join('')
}

describe('a run to keep', () => {
  it('comes back as it was', async () => {
    const lines = [{ event: 0, line: 3, column: 5 }]
    const packed = await new RunKeeper().pack(noting(['hello', 'world'], lines), same)
    if (packed === 'too-large') throw new Error('it is small')
    const run = decodeKeptRun(gunzipSync(packed))
    expect(run.trace.events).toHaveLength(2)
    expect(run.lines).toEqual(lines)
  })

  it('tells only of lines that are in the text of the learner', async () => {
    const lines = [
      { event: 0, line: 3, column: 5 },
      { event: 1, line: 900_000, column: 1 },
    ]
    const positions = ({ line }: Position) =>
      line > 100 ? { line: 0, column: 0 } : { line: line + 1, column: 1 }
    const packed = await new RunKeeper().pack(noting(['a', 'b'], lines), positions)
    if (packed === 'too-large') throw new Error('it is small')
    expect(decodeKeptRun(gunzipSync(packed)).lines).toEqual([{ event: 0, line: 4, column: 1 }])
  })

  it('that would unpack to too much is refused, however small it packs', async () => {
    const run = noting(
      Array.from({ length: 5 }, (_, i) => `${i}${'x'.repeat(RUN_BYTES_MAX / 4)}${i}`),
    )
    expect(run.trace.length).toBeGreaterThan(RUN_BYTES_MAX)
    expect(await new RunKeeper().pack(run, same)).toBe('too-large')
  })

  it('that cannot be packed is refused', async () => {
    const run = noting([noise(RUN_PACKED_BYTES_MAX * 1.5, 1)])
    expect(run.trace.length).toBeLessThan(RUN_BYTES_MAX)
    expect(await new RunKeeper().pack(run, same)).toBe('too-large')
  })

  it('is refused when the submission has no room left, and a smaller one still has', async () => {
    const keeper = new RunKeeper()
    const each = RUN_PACKED_BYTES_MAX * 0.6
    const sizes: number[] = []
    for (let seed = 1; seed <= 20; seed++) {
      const packed = await keeper.pack(noting([noise(each, seed)]), same)
      if (packed !== 'too-large') sizes.push(packed.length)
    }
    const sum = sizes.reduce((total, size) => total + size, 0)
    expect(sizes.length).toBeGreaterThan(3)
    expect(sizes.length).toBeLessThan(20)
    expect(sum).toBeLessThanOrEqual(SUBMISSION_PACKED_BYTES_MAX)
    expect(await keeper.pack(noting(['small']), same)).not.toBe('too-large')
  })
})
