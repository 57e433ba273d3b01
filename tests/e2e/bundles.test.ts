/** Nothing that a browser can fetch tells the hidden checks or the answers; and lessons are light. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, inject, it } from 'vitest'
import type { Check } from '#core'
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

const shownTitles = new Set(corpus.flatMap(({ step }) => step.visible.map(({ title }) => title)))
/** Checks whose titles no step shows. The exam's hidden runs are of the kinds that it shows. */
function secretOf(checks: readonly Check[]): readonly Check[] {
  return checks.filter(({ title }) => !shownTitles.has(title))
}

/** The name of a method, of three words, which no other code has by chance. */
const METHOD = /private (?:get )?(\w+[a-z][A-Z]\w+[a-z][A-Z]\w+)/g

describe('what the site serves', () => {
  it.each(corpus)('has the visible checks of $lab.id/$step.id', ({ step }) => {
    // Shows that the search below would find what is there.
    for (const { id } of step.visible) expect(filesWith(id)).not.toEqual([])
  })

  it.each(corpus)('has no hidden check of $lab.id/$step.id', ({ lab, checks, step }) => {
    const hidden = checks.filter((check) => !step.visible.includes(check))
    expect(hidden.length).toBeGreaterThan(0)
    for (const { id } of hidden) expect(filesWith(`${lab.id}/${step.id}/${id}`)).toEqual([])
    // A title that a step shows openly, like “A healthy network”, gives nothing away elsewhere.
    for (const { title } of secretOf(hidden)) expect(filesWith(title)).toEqual([])
  })

  it.each(corpus)('has no answer to $lab.id/$step.id', ({ solution, starter, mutants }) => {
    // Bundlers change the layout of code but keep the names of its methods. A starter holds
    // the answers to the steps before, so it is what this step adds that must not be there.
    const own = [...solution.matchAll(METHOD)].map(([, name = '']) => name)
    const added = own.filter((name) => !starter.includes(name))
    // The editor is a library of others, and may use the same name.
    const ours = (file: string) => !file.startsWith('public/monaco')
    for (const name of added) expect(filesWith(name).filter(ours)).toEqual([])
    for (const { title } of mutants) expect(filesWith(title)).toEqual([])
  })

  it('would be searched for something in every lab', () => {
    const titles = corpus.flatMap(({ checks }) => secretOf(checks))
    expect(titles.length).toBeGreaterThan(corpus.length)
    const names = corpus.flatMap(({ solution }) => [...solution.matchAll(METHOD)])
    expect(names.length).toBeGreaterThan(corpus.length)
    for (const { mutants } of corpus) expect(mutants.length).toBeGreaterThan(0)
  })
})

describe('a lesson', () => {
  const BYTES_MAX = 150_000

  it(`ships less than ${BYTES_MAX} bytes of scripts before a figure is used`, async () => {
    const lesson = new URL('/learn/the-three-of-cap-precisely', inject('siteUrl'))
    const html = await (await fetch(lesson)).text()
    const scripts = [...html.matchAll(/<script(?![^>]*noModule)[^>]* src="\/_next\/([^"?]+)/g)]
    const sizes = scripts.map(([, file = '']) => gzipSync(readFileSync(join('.next', file))).length)
    expect(sizes.length).toBeGreaterThan(3)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(BYTES_MAX)
  })
})
