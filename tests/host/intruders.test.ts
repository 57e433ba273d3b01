/** Code with a whole process of the sandbox in its hands finds no secret and harms nobody. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { PlannedCheck } from '#host/planned-check.ts'
import type { Launch } from '#host/sandbox/launch.ts'
import { SandboxPool } from '#host/sandbox/pool.ts'
import { type TrialResult, tryAll } from '#host/trial.ts'
import { INTRUDER_PRELUDE, intruders } from './attacks/intruders.ts'
import { honestPasses, useSandbox, VISIBLE } from './sandbox-fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'netsplit-intruder-'))
const canary = join(folder, 'canary')
chmodSync(folder, 0o755)
writeFileSync(canary, 'canary', { mode: 0o644 })
afterAll(() => rmSync(folder, { recursive: true }))

const sandbox = useSandbox()
const PLAN: readonly PlannedCheck[] = VISIBLE.slice(0, 1).map((check) => ({
  check,
  visible: true,
  seeds: [1],
}))

/** The command of the real worker, with another program in it and without Node's seat belt. */
function withProgram({ command, args, descriptor3 }: Launch, program: string): Launch {
  const isWorker = (each: string) => each.endsWith('/.netsplit/build/sandbox/worker.cjs')
  expect(args.some(isWorker)).toBe(true)
  return {
    command,
    args: args
      .filter((each) => !/^--(permission|allow-)/.test(each))
      .map((each) => (isWorker(each) ? program : each)),
    descriptor3,
  }
}

async function intrude(id: string, script: string): Promise<TrialResult> {
  const program = join(folder, `${id}.cjs`)
  writeFileSync(program, `${INTRUDER_PRELUDE}\n${script}`, { mode: 0o644 })
  const pool = new SandboxPool(withProgram(sandbox().capabilities.launch, program), 0)
  const signal = new AbortController().signal
  try {
    const code = { code: '', specifiers: [] }
    return await tryAll(PLAN, code, { pool, signal, workerCount: 1, onProgress: () => {} })
  } finally {
    pool.close()
  }
}

describe('an intruder looks for', () => {
  it.for(intruders(canary))(
    '$id: $title',
    { concurrent: true, timeout: 120_000 },
    async ({ id, script, expected, says }) => {
      const { end } = await intrude(id, script)
      const words = end.kind === 'our-fault' ? end.why : ''
      expect(expected, words).toContain(end.kind)
      if (says !== undefined) expect(words).toMatch(says)
    },
  )

  it('and the next honest submission passes', async () => {
    expect(await honestPasses(sandbox().pool)).toBe(true)
  })
})
