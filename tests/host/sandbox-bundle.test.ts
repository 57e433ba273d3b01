/**
 * What a sandbox holds is what whoever breaks out of it can read. It holds the simulator and
 * the kit, and nothing of any check: neither its scenarios nor its claims nor its words.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Check } from '#core'
import { hiddenChecks } from '#labs/hidden-checks.ts'
import { labs } from '#labs/index.ts'
import { build } from '../../scripts/build/sandbox.ts'

const FOLDER = join(import.meta.dirname, '../../.netsplit/build/sandbox')
let bundles: readonly string[]

beforeAll(async () => {
  await build()
  bundles = ['worker.cjs', 'realm.js'].map((name) => readFileSync(join(FOLDER, name), 'utf8'))
})

const steps = labs.flatMap((lab) =>
  lab.steps.map(({ id, visible }) => ({
    step: `${lab.id}/${id}`,
    checks: [...visible, ...hiddenChecks(lab.id, id)],
  })),
)

/** Everything that a check says of itself, and of what it does to the nodes. */
function wordsOf(check: Check): readonly string[] {
  const { id, title, claims } = check
  const scenario = check.scenario(1)
  const told = claims.flatMap((claim) => [claim.id, claim.sentence, claim.ask])
  const faults = scenario.nemesis.map(({ at, fault }) => JSON.stringify({ at, fault }))
  return [id, title, scenario.id, ...told, ...faults].filter((text) => text.length >= LENGTH_MIN)
}

/** Shorter words, such as \`c\`, may well be part of something else. */
const LENGTH_MIN = 8

describe('the bundles of the sandbox', () => {
  it('are the real ones', () => {
    for (const text of bundles) expect(text.length).toBeGreaterThan(10_000)
    expect(bundles[0]).toContain('the time of the scenario is over')
    expect(bundles[1]).toContain('a node must not use promises')
    expect(steps.flatMap(({ checks }) => checks).length).toBeGreaterThan(5)
  })

  it.each(steps)('hold nothing of the checks of $step', ({ checks }) => {
    const found = checks
      .flatMap(wordsOf)
      .filter((word) => bundles.some((text) => text.includes(word)))
    expect(found).toEqual([])
  })
})

describe('a scenario', () => {
  it.each(steps)('of $step is the same after it has crossed as JSON', ({ checks }) => {
    for (const check of checks) {
      for (const seed of [1, 2, 3, 4_294_967_295]) {
        const scenario = check.scenario(seed)
        expect(JSON.parse(JSON.stringify(scenario))).toEqual(scenario)
      }
    }
  })
})
