/** Code that knows the visible runs by heart gains nothing: hidden runs are new each time. */
import { expect, it } from 'vitest'
import { runSeed, visibleSeeds } from '#core'
import { FunctionHost } from '#kit/function-host.ts'
import { raft } from '#labs/raft/lab.ts'
import { honestWith } from './attacks/attack.ts'
import { compiled, gradeSource, useSandbox, VISIBLE } from './sandbox-fixture.ts'

const sandbox = useSandbox()

/** The first number that a node draws tells it which seed this is. */
const DRAW = 'const drawn = this.randomInt(0, 4294967295)'

/** What any learner can find out by running the visible checks at home. */
async function drawnInVisibleRuns(): Promise<readonly string[]> {
  const code = await compiled(honestWith(`${DRAW}; this.note('drawn ' + drawn)`))
  const drawn = new Set<string>()
  for (const check of VISIBLE) {
    for (const seed of visibleSeeds(check)) {
      const host = new FunctionHost(code, raft.modules)
      const { trace } = runSeed({ check, seed, host, keepTrace: true })
      for (const event of trace?.events ?? []) {
        if (event.kind === 'note') drawn.add(event.text.replace('drawn ', ''))
      }
    }
  }
  return [...drawn]
}

it('hard-coded seeds pass what is visible and nothing else', { timeout: 120_000 }, async () => {
  const known = await drawnInVisibleRuns()
  const source = honestWith(
    `${DRAW}; this.note('drawn ' + drawn); if (![${known.join()}].includes(drawn)) return`,
  )
  const { outcome, checks } = await gradeSource(sandbox().pool, source)
  expect(outcome).toBe('failed')
  const verdicts = Map.groupBy(checks, ({ visible, verdict }) => `${visible} ${verdict}`)
  expect([...verdicts.keys()].sort()).toEqual(['false fail', 'true pass'])
})
