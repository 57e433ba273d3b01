/** Zip files that are written while they are read. */
import { expect, test } from 'vitest'
import { type FileToZip, zip } from '#app/_server/account/export/zip.ts'
import { unzip } from '../support/unzip.ts'

async function packed(files: readonly FileToZip[]): Promise<Uint8Array> {
  async function* given() {
    yield* files
  }
  const parts: Uint8Array[] = []
  for await (const part of zip(given())) parts.push(part)
  return Buffer.concat(parts)
}

test('hold what was put into them, in its order, whatever it is', async () => {
  const files = [
    { path: 'README.txt', text: 'hello' },
    { path: 'empty.txt', text: '' },
    { path: 'größe/日本.ts', text: 'const π = “3.14” \u0000 🙂' },
    { path: 'long.txt', text: 'x'.repeat(300_000) },
  ]
  const bytes = await packed(files)
  expect([...unzip(bytes)]).toEqual(files.map(({ path, text }) => [path, text]))
  expect(bytes.length).toBeLessThan(2_000)
})

test('may be empty', async () => {
  expect(unzip(await packed([])).size).toBe(0)
})

test('ask for the next file only when the one before was taken', async () => {
  const asked: number[] = []
  async function* given() {
    for (const index of [1, 2, 3]) {
      asked.push(index)
      yield { path: `${index}.txt`, text: 'text' }
    }
  }
  const bytes = zip(given())
  await bytes.next()
  expect(asked).toEqual([1])
  await bytes.return(undefined)
  expect(asked).toEqual([1])
})
