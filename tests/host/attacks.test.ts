/** Hostile submissions end in the outcome that they earn, and harm nobody after them. */
import { describe, expect, it } from 'vitest'
import type { Attack } from './attacks/attack.ts'
import { forgedValues } from './attacks/forged-values.ts'
import { memory } from './attacks/memory.ts'
import { neverReturn } from './attacks/never-return.ts'
import { reach } from './attacks/reach.ts'
import { gradeSource, honestPasses, useSandbox } from './sandbox-fixture.ts'

const TIMEOUT_MS = 120_000

describe.concurrent('an attack', () => {
  const sandbox = useSandbox()

  async function attempt({ source, outcomes, ends, says }: Attack): Promise<void> {
    const { pool } = sandbox()
    const grade = await gradeSource(pool, source)
    expect(outcomes, grade.fault ?? grade.message).toContain(grade.outcome)
    const end = grade.checks[0]?.failure?.outcome
    if (ends !== undefined) expect(end?.kind).toBe(ends)
    if (says !== undefined) expect(end).toMatchObject({ message: expect.stringMatching(says) })
    expect(await honestPasses(pool)).toBe(true)
  }

  const all = { neverReturn, memory, reach, forgedValues }
  for (const [group, attacks] of Object.entries(all)) {
    for (const attack of attacks) {
      it(`${group}: ${attack.id}`, { timeout: TIMEOUT_MS }, () => attempt(attack))
    }
  }
})

describe('a limit', () => {
  const sandbox = useSandbox()

  it('names the check, the seed, the handler and the time', { timeout: TIMEOUT_MS }, async () => {
    const { message } = await gradeSource(
      sandbox().pool,
      [
        "import { RaftNode } from 'netsplit/raft'",
        'export class Late extends RaftNode {',
        "  onStart() { if (this.id === 'n2') this.setTimer('think', 70) }",
        '  onTimer() { for (;;); }',
        '}',
      ].join('\n'),
    )
    expect(message).toBe(
      'A handler did not return within 2 seconds, in “A healthy network” with seed 1. ' +
        'onTimer("think") of n2 at 70.000 ms of simulated time was running.',
    )
  })
})
