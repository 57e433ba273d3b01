/** Nothing that a browser can fetch tells the hidden checks or the answers. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCorpus } from '../../scripts/power/lab-corpus.ts'

/** What the site serves as it is: built pages' scripts, the editor, the run worker. */
const SERVED = ['public', '.next/static']

const corpus = await readCorpus()
const files = SERVED.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|css|json|html|txt)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
)
const texts = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }))

function filesWith(word: string): readonly string[] {
  return texts.filter(({ text }) => text.includes(word)).map(({ file }) => file)
}

describe('what the site serves', () => {
  it.each(corpus)('has the visible checks of $lab.id/$step.id', ({ step }) => {
    // Shows that the search below would find what is there.
    for (const { id } of step.visible) expect(filesWith(id)).not.toEqual([])
  })

  it.each(corpus)('has no hidden check of $lab.id/$step.id', ({ checks, step }) => {
    const hidden = checks.filter((check) => !step.visible.includes(check))
    expect(hidden.length).toBeGreaterThan(0)
    for (const { id, title } of hidden) {
      expect([...filesWith(id), ...filesWith(title)]).toEqual([])
    }
  })

  it.each(corpus)('has no answer to $lab.id/$step.id', ({ solution, starter, mutants }) => {
    // Bundlers change the layout of code but keep the names of its methods.
    const methods = [...solution.matchAll(/private (\w{9,})\(/g)].map(([, name = '']) => name)
    expect(methods.length).toBeGreaterThan(3)
    for (const name of methods) expect(starter).not.toContain(name)
    for (const name of methods) expect(filesWith(name)).toEqual([])
    for (const { title } of mutants) expect(filesWith(title)).toEqual([])
  })
})
