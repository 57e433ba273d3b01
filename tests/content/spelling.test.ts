/**
 * What learners read is spelt as in Britain. A word that is right and in no dictionary goes into
 * content/spelling.txt.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../../scripts/state/paths.ts'

const TEXTS = ['content/**/*.{mdx,yaml,figure.ts}', 'labs/**/*.mdx']

/** Words in no dictionary, each with its file and line. */
async function misspelt(files: readonly string[], input = ''): Promise<readonly string[]> {
  const command = [
    join(ROOT, 'node_modules', 'cspell', 'bin.mjs'),
    '--no-progress',
    '--no-summary',
    '--no-color',
    '--language-id=markdown',
    '--config=content/cspell.json',
    ...files,
  ]
  return await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd: ROOT })
    let [found, complaints] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      found += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints += text
    })
    child.on('error', reject)
    child.on('close', (code) => {
      const lines = found.split('\n').filter((line) => line !== '')
      // 1 means that words were found; without any it means that the checker itself failed.
      if (code === 0 || lines.length > 0) resolve(lines)
      else reject(new Error(`cspell ended with ${code}: ${complaints}`))
    })
    child.stdin.end(input)
  })
}

it('finds what is misspelt or American, and passes over code', async () => {
  const text = 'We recieve this behavior, in colour.\n\n```\nrecieve\n```\n'
  const found = await misspelt(['stdin'], text)
  expect(found).toHaveLength(2)
  expect(found.join('\n')).toMatch(/recieve[\s\S]*behavior/)
})

it('finds nothing in what learners read', async () => {
  expect(await misspelt(TEXTS)).toEqual([])
})
