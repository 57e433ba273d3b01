/** Raft's claims on simulated runs: silent about a correct Raft, and precise about bugs. */
import { describe, expect, test } from 'vitest'
import { type Claim, runSeed, type SeedOutcome } from '#core'
import { ClassHost } from '#systems/class-host.ts'
import { FUZZ_LIMIT, fuzzRuns } from '../../support/traces/laws.ts'
import { ReplicatedLog } from './replicated-log.ts'
import { REPLICATED_LOG_CLAIMS, replicatedLogCheck } from './replicated-log-check.ts'
import type { Bug } from './replicated-log-types.ts'

function outcomeOf(seed: number, bug: Bug, claims = REPLICATED_LOG_CLAIMS): SeedOutcome {
  const check = replicatedLogCheck(bug, claims)
  const host = new ClassHost(ReplicatedLog)
  return runSeed({ check, seed, host, keepTrace: false, hashTrace: false }).result.outcome
}

/** Breaks never; tells what happened. */
function watcher(tell: (what: string) => void): Claim {
  return {
    id: 'watch',
    sentence: 'Anything may happen.',
    source: 'this test',
    ask: 'What happened?',
    monitor: () => ({
      onEvent(event) {
        tell(event.kind === 'complete' ? event.outcome : event.kind)
        if (event.kind !== 'observe') return undefined
        if (event.fields.role === 'leader') tell('leader')
        if (Number(event.fields.snapshotIndex) > 0) tell('snapshot')
        return undefined
      },
    }),
  }
}

describe('claims about Raft', FUZZ_LIMIT, () => {
  const seeds = Array.from({ length: fuzzRuns(25) }, (_, index) => index + 1)

  test('say nothing of a correct one', () => {
    const did = new Map<string, number>()
    const watch = watcher((what) => did.set(what, (did.get(what) ?? 0) + 1))
    const accused = seeds
      .map((seed) => ({ seed, ...outcomeOf(seed, 'none', [watch, ...REPLICATED_LOG_CLAIMS]) }))
      .filter(({ kind }) => kind !== 'pass')
    expect(accused).toEqual([])
    // Silence says little of runs in which nothing happens.
    for (const what of ['apply', 'crash', 'cut', 'snapshot', 'leader', 'ok', 'fail', 'info']) {
      expect(did.get(what), what).toBeGreaterThan(seeds.length)
    }
  })

  const bugs: readonly (readonly [Bug, readonly string[]])[] = [
    ['R04 vote before sync', ['promises-are-durable']],
    ['R07 no election restriction', ['votes-for-up-to-date-logs']],
    ['R30 no check of the previous term', ['log-matching']],
    [
      'R33 unconditional truncation',
      ['commit-has-majority', 'committed-entries-agree', 'indexes-in-order'],
    ],
    ['R38 half is a majority', ['commit-has-majority']],
    ['R39 takes the present end for acknowledged', ['commit-has-majority']],
    ['R44 applies twice', ['applies-in-order']],
    ['R45 applies on append', ['applies-in-order', 'applies-only-committed']],
    ['R50 new leader drops its tail', ['leader-append-only']],
    ['R55 log not persisted', ['leader-completeness', 'commit-has-majority', 'indexes-in-order']],
    ['Figure 8 commits old terms', ['commits-own-term']],
    ['commit index goes back', ['commit-index-grows']],
  ]

  test.each(bugs)('name what is broken by: %s', (bug, expected) => {
    const broken = new Set<string>()
    for (let seed = 1; seed <= 60 && broken.size === 0; seed++) {
      const outcome = outcomeOf(seed, bug)
      if (outcome.kind === 'claim-broken') broken.add(outcome.claimId)
    }
    expect([...broken].filter((id) => !expected.includes(id))).toEqual([])
    expect(broken.size).toBe(1)
  })
})
