/** One start for each data folder, whatever became of the start before. */
import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { processIdentity } from '../../scripts/process/process-identity.ts'
import { takeLock } from '../../scripts/state/lock.ts'
import { type ThrowawayFolder, throwawayFolder } from '../support/throwaway-folder.ts'

let folder: ThrowawayFolder
let file: string

beforeEach(async () => {
  folder = await throwawayFolder()
  file = join(folder.path, 'start.lock')
})
afterEach(() => folder.remove())

/** The number of a process that has ended. */
function endedPid(): number {
  return spawnSync(process.execPath, ['--version']).pid
}

test('a held lock names its holder, and can be had once it is given back', async () => {
  const lock = await takeLock(file)
  if (!('release' in lock)) throw new Error('nobody else holds it')
  expect(await takeLock(file)).toEqual({ pid: process.pid })
  await lock.release()
  expect(await takeLock(file)).toHaveProperty('release')
})

test('a lock of a process that is gone is taken over', async () => {
  await writeFile(file, `${endedPid()} some-boot 12345`)
  expect(await takeLock(file)).toHaveProperty('release')
})

test('a lock whose number was given to another process is taken over', async () => {
  await writeFile(file, `${process.pid} an-earlier-boot 1`)
  expect(await takeLock(file)).toHaveProperty('release')
  expect(await readFile(file, 'utf8')).toBe(processIdentity(process.pid))
})

test('an empty lock, left by a full disk, is taken over', async () => {
  await writeFile(file, '')
  expect(await takeLock(file)).toHaveProperty('release')
})

test('of many who want a stale lock, one has it', async () => {
  await writeFile(file, `${endedPid()} some-boot 12345`)
  const results = await Promise.all(Array.from({ length: 8 }, () => takeLock(file)))
  expect(results.filter((result) => 'release' in result)).toHaveLength(1)
})

test('giving back a lock that another has by now leaves it alone', async () => {
  const lock = await takeLock(file)
  await writeFile(file, 'somebody else')
  if ('release' in lock) await lock.release()
  expect(await readFile(file, 'utf8')).toBe('somebody else')
})
