/**
 * A worker that was taken over whole can write any bytes to the grader. No bytes are a
 * verdict: what is not exactly the tape of the job's runs decides nothing, and costs the
 * grader neither its memory nor its time.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { decodeCompact } from '#core'
import type { PlannedCheck } from '#host/planned-check.ts'
import type { SandboxPool } from '#host/sandbox/pool.ts'
import { type TrialResult, tryAll } from '#host/trial.ts'
import { UNPRINTABLE } from './attacks/grading.ts'
import { type RecordedRun, recordRun, withLiars } from './attacks/lying-worker.ts'
import { replies } from './attacks/replies.ts'
import { floods, type TapeAttack, type TapeEnding, tapes } from './attacks/tapes.ts'
import { compiled, honestPasses, REFERENCE, useSandbox, VISIBLE } from './sandbox-fixture.ts'

/** How much more the grader may hold at once than it ever did before. */
const GRADER_GROWTH_MAX_KB = 262_144
/** Words of a worker end up in a line of a log. */
const WORDS_LENGTH_MAX = 2_500
const RUNS_ALL = process.env.NETSPLIT_ATTACKS === 'all'

const sandbox = useSandbox()
const [check] = VISIBLE
const PLAN: readonly PlannedCheck[] =
  check === undefined ? [] : [{ check, visible: true, seeds: [1, 2] }]
let honest: readonly RecordedRun[]

beforeAll(async () => {
  if (check === undefined) throw new Error('the step has a visible check')
  const code = await compiled(REFERENCE)
  honest = [1, 1, 2].map((seed) => recordRun(check, code, seed))
})

function tryOut(pool: SandboxPool): Promise<TrialResult> {
  const signal = new AbortController().signal
  const code = { code: '', specifiers: [] }
  return tryAll(PLAN, code, { pool, signal, workerCount: 1, onProgress: () => {} })
}

function endingOf({ end, judged }: TrialResult): TapeEnding {
  if (end.kind !== 'finished') return end.kind
  return judged[0]?.result.verdict === 'pass' ? 'passed' : 'failed'
}

function wordsOf({ end, judged, message }: TrialResult): string {
  if (end.kind === 'our-fault') return end.why
  const outcome = judged[0]?.result.failure?.outcome
  if (outcome === undefined) return message
  if (outcome.kind === 'threw') return outcome.message
  return outcome.kind === 'over-budget' ? outcome.budget : outcome.kind
}

async function attempt({ script, expected, says }: TapeAttack): Promise<void> {
  const result = await withLiars(script, honest, tryOut)
  const words = wordsOf(result)
  expect(expected, words).toContain(endingOf(result))
  if (says !== undefined) expect(words).toMatch(says)
  expect(words.length).toBeLessThan(WORDS_LENGTH_MAX)
  expect(words).not.toMatch(UNPRINTABLE)
}

describe('a worker that writes', () => {
  const chosen = tapes.filter(({ runs }) => runs === undefined || RUNS_ALL)

  it.for(chosen)('$id: $title', { concurrent: true }, (attack) => attempt(attack))

  it.for(floods)('$id: $title, and the grader holds little of it', async (attack) => {
    const before = process.resourceUsage().maxRSS
    await attempt(attack)
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(GRADER_GROWTH_MAX_KB)
  })

  it('and the next honest submission passes', async () => {
    expect(await honestPasses(sandbox().pool)).toBe(true)
  })
})

describe('a worker that replies with', () => {
  it.for(replies)('$id: $title', { concurrent: true }, async ({ reply, says }) => {
    const runs = [1, 1].map((seed) => ({ seed, replies: [reply, 'E["Error","taken",0,0]'] }))
    // Where the first reply ends the run, the second belongs to nothing.
    const script = says.test('taken') ? 'put(runs.flatMap(run))' : 'put(forged(runs[0].replies[0]))'
    const result = await withLiars(`${script}; put(frame('D'))`, runs, tryOut)
    expect(endingOf(result), wordsOf(result)).toBe('failed')
    expect(wordsOf(result)).toMatch(says)
    const trace = result.judged[0]?.failed?.trace ?? new Uint8Array()
    expect(decodeCompact(trace).events.at(-1)?.kind).toBe('end')
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})
