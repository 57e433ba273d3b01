/** A build step runs again when what it reads or wrote has changed, and only then. */
import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type BuildStep, isFresh, recordBuild } from '../../scripts/build-stamps.ts'
import { BUILD_FOLDER, ROOT } from '../../scripts/state/paths.ts'

let name: string
let folder: string
let step: BuildStep

beforeEach(async () => {
  name = `trial-${randomUUID()}`
  folder = `tests/output/${name}`
  await mkdir(join(ROOT, folder, 'in'), { recursive: true })
  await mkdir(BUILD_FOLDER, { recursive: true })
  await writeFile(join(ROOT, folder, 'in', 'a.txt'), 'a')
  step = {
    inputs: [`${folder}/in`],
    outputs: [`${folder}/out.txt`],
    build: () => writeFile(join(ROOT, folder, 'out.txt'), 'made'),
  }
  await step.build()
  await recordBuild(name, step)
})
afterEach(async () => {
  await rm(join(ROOT, folder), { recursive: true, force: true })
  await rm(join(BUILD_FOLDER, `${name}.stamp.json`), { force: true })
})

test('a step that has never run is not fresh', async () => {
  expect(await isFresh(`${name}-other`, step)).toBe(false)
})

test('nothing changed: fresh, also when an input was written anew with the same text', async () => {
  expect(await isFresh(name, step)).toBe(true)
  await writeFile(join(ROOT, folder, 'in', 'a.txt'), 'a')
  expect(await isFresh(name, step)).toBe(true)
})

test.each([
  ['an input has another text', () => writeFile(join(ROOT, folder, 'in', 'a.txt'), 'b')],
  ['there is one more input', () => writeFile(join(ROOT, folder, 'in', 'b.txt'), '')],
  ['an input is gone', () => rm(join(ROOT, folder, 'in', 'a.txt'))],
  ['the output is gone', () => rm(join(ROOT, folder, 'out.txt'))],
  ['the output was changed by hand', () => writeFile(join(ROOT, folder, 'out.txt'), 'by hand')],
])('%s: not fresh', async (_what, change) => {
  await change()
  expect(await isFresh(name, step)).toBe(false)
})
