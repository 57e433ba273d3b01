/**
 * How many acknowledged writes a last-writer-wins register throws away: measured on the reference,
 * and quoted by the instructions of the step, which must say the same.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isRegisterUpdate, runSeed, WorldView } from '#core'
import { FunctionHost } from '#kit/function-host.ts'
import { UpdatesKnown } from '../../../grader/core/check/replicas/updates-known.ts'
import { compileSolution, readCorpus } from '../../../scripts/power/lab-corpus.ts'
import { ROOT } from '../../../scripts/state/paths.ts'

const STEP = '04-lww-register'
const CHECK = 'two-sides'

/** Writes that were acknowledged, and those of them that nobody who knew of them replaced. */
async function writesOf(seed: number) {
  const corpus = (await readCorpus()).find(({ step }) => step.id === STEP)
  const check = corpus?.checks.find(({ id }) => id === CHECK)
  if (corpus === undefined || check === undefined) throw new Error(`${STEP} has ${CHECK}`)
  const host = new FunctionHost(compileSolution(corpus.solution), corpus.lab.modules)
  const { trace } = runSeed({ check, seed, host, keepTrace: true })
  if (trace === undefined) throw new Error('the trace was asked for')
  const view = new WorldView(trace.header)
  const known = new UpdatesKnown({ isUpdate: isRegisterUpdate })
  for (const event of trace.events) {
    view.fold(event)
    known.look(event, view)
  }
  const acknowledged = known.updates.filter(({ isAcknowledged }) => isAcknowledged)
  // A writer replaces what its replica shows; what is shown in the end is not lost either.
  const seen = new Set([
    ...known.updates.map(({ before }) => before.shown),
    ...[...view.nodes()].map(({ fields }) => fields.get('shown') ?? null),
  ])
  const lost = acknowledged.filter(({ command }) => !seen.has(command.value ?? null))
  return { acknowledged: acknowledged.length, lost: lost.length }
}

test('the instructions say how many writes are lost', async () => {
  const { acknowledged, lost } = await writesOf(1)
  expect(lost).toBeGreaterThan(0)
  const file = join(ROOT, 'labs/crdt/steps', STEP, 'instructions.mdx')
  const text = readFileSync(file, 'utf8').replace(/\s+/g, ' ')
  expect(text).toContain(`of ${acknowledged} writes that were answered, ${lost} were thrown away`)
})
