/** Similarity: what hides nothing, what counts for nobody, and that it equals all pairs compared. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { clusterPrograms, type Handed } from '#app/_classes/similarity/clusters.ts'
import {
  RUN_TOKENS,
  runHashes,
  SURE_TOKENS,
  winnow,
} from '#app/_classes/similarity/fingerprints.ts'
import { givenRuns, printOf } from '#app/_classes/similarity/print.ts'
import { regionsOf } from '#app/_classes/similarity/regions.ts'
import { tokensOf } from '#app/_classes/similarity/tokens.ts'
import { present } from '#core'
import type { StepCorpus } from '../../../scripts/power/lab-corpus.ts'
import {
  commented,
  leavesOf,
  lineAt,
  renamed,
  reordered,
  writtenApart,
} from './similarity-parts.ts'

let steps: readonly StepCorpus[]
let programs: readonly { readonly name: string; readonly source: string }[]
beforeAll(async () => {
  steps = await writtenApart()
  programs = steps.flatMap(({ lab, step, solution, variants }) => [
    { name: `${lab.id} ${step.id}`, source: solution },
    ...variants.map(({ name, source }) => ({ name: `${lab.id} ${step.id} ${name}`, source })),
  ])
})

const NOTHING: ReadonlySet<number> = new Set()
const anyProgram = () => fc.nat().map((at) => present(programs[at % programs.length], 'a rest'))

function handed(sources: readonly string[], given = NOTHING): readonly Handed[] {
  return sources.map((source, at) => ({ userId: `l${at}`, print: printOf(source, given) }))
}

/** Who is with whom, in letters. */
function groups(sources: readonly string[], given = NOTHING): readonly (readonly string[])[] {
  const { clusters } = clusterPrograms(handed(sources, given))
  return clusters.map((one) => one.programs.flatMap(({ userIds }) => userIds).toSorted())
}

describe('tokens', () => {
  test('begin where those of TypeScript’s own parser begin', () => {
    const silent = new Set([';', 'private', 'protected', 'public', 'readonly', 'override'])
    for (const { name, source } of programs) {
      const expected = leavesOf(source)
        .filter(({ text }) => !silent.has(text))
        .flatMap(({ start, text }) => {
          const signs = /^>+=?$/.test(text) ? text.length : 1
          return Array.from({ length: signs }, () => lineAt(source, start))
        })
      expect(tokensOf(source).firstLines, name).toEqual(expected)
    }
  })

  test.each([
    ['a / b / c', ['name', '/', 'name', '/', 'name']],
    ['x = /[/]"/g.test(y)', ['name', '=', 'text', '.', 'name', '(', 'name', ')']],
    ['return /a/', ['return', 'text']],
    ['`a${b}c${{ d: `e${1}` }}f`', 'text name text { name : text value text } text'.split(' ')],
    ['const a = 0x1F_n + .5e-3', ['let', 'name', '=', 'value', '+', 'value']],
    ['"never closed\nlet', ['text', 'let']],
    ['/* never closed', []],
    ['toString', ['name']],
  ])('of %s', (source, kinds) => {
    expect(tokensOf(source).kinds).toEqual(kinds)
  })

  test('are found in any text, and end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { kinds, firstLines, lastLines } = tokensOf(text)
        expect([firstLines.length, lastLines.length]).toEqual([kinds.length, kinds.length])
        expect(lastLines.at(-1) ?? 1).toBeLessThanOrEqual(text.split('\n').length)
      }),
    )
  })
})

describe('winnowing', () => {
  const tokens = fc.array(fc.constantFrom('name', '(', ')', 'if', '='), { maxLength: 120 })
  const prints = (kinds: readonly string[]) => {
    const hashes = runHashes(kinds)
    return new Set(winnow(hashes).map((at) => hashes[at]))
  }

  test('keeps of each window the rightmost smallest, and nothing else', () => {
    fc.assert(
      fc.property(fc.uint32Array({ max: 20, maxLength: 60 }), (hashes) => {
        const expected = new Set<number>()
        for (let first = 0; first < Math.max(1, hashes.length - 7); first++) {
          const window = hashes.slice(first, first + 8)
          if (window.length > 0) expected.add(first + window.lastIndexOf(Math.min(...window)))
        }
        expect(winnow(hashes)).toEqual([...expected])
      }),
    )
  })

  test('finds every stretch of SURE_TOKENS tokens that two programs share', () => {
    const stretch = fc.array(fc.constantFrom('name', '(', ')', 'if', '='), {
      minLength: SURE_TOKENS,
      maxLength: SURE_TOKENS,
    })
    fc.assert(
      fc.property(tokens, tokens, tokens, tokens, stretch, (a, b, c, d, shared) => {
        const left = prints([...a, ...shared, ...b])
        const right = prints([...c, ...shared, ...d])
        expect([...left].filter((hash) => right.has(hash))).not.toEqual([])
      }),
    )
  })

  test('gives equal runs equal hashes, wherever they stand', () => {
    fc.assert(
      fc.property(tokens, tokens, (before, kinds) => {
        const alone = runHashes(kinds)
        const moved = runHashes([...before, ...kinds])
        expect(moved.slice(moved.length - alone.length)).toEqual(alone)
      }),
    )
  })

  test('is for programs of some length', () => {
    expect(runHashes(Array.from({ length: RUN_TOKENS - 1 }, () => 'name'))).toHaveLength(0)
  })
})

describe('a copy', () => {
  test('is not hidden by other names, comments and empty lines', () => {
    fc.assert(
      fc.property(anyProgram(), fc.nat(999), fc.array(fc.nat()), ({ source }, salt, places) => {
        const copy = commented(renamed(source, salt), places)
        expect(tokensOf(copy).kinds).toEqual(tokensOf(source).kinds)
        expect(printOf(copy, NOTHING).digest).toBe(printOf(source, NOTHING).digest)
      }),
      { numRuns: 40 },
    )
  })

  test('is not hidden by another order of the members of its classes', () => {
    for (const { name, source } of programs) {
      const copy = renamed(reordered(source), 1)
      if (printOf(source, NOTHING).hashes.length >= 20) {
        expect(groups([source, copy]), name).toEqual([['l0', 'l1']])
      }
    }
  })

  test('of one half is found among programs that were written apart', () => {
    const { solution, variants } = present(
      steps.find(({ step }) => step.id === '09-persistence'),
      'a step of Raft',
    )
    const [first = '', second = ''] = variants.map(({ source }) => source)
    const half = first.slice(0, first.indexOf('\n  ', first.length / 2))
    const rest = second.slice(second.indexOf('\n  ', second.length / 2))
    expect(groups([first, renamed(`${half}\n${rest}`, 7), solution])).toEqual([['l0', 'l1']])
  })

  test('leaves programs alone that were written apart', () => {
    for (const { lab, step, starter, solution, variants } of steps) {
      const sources = [solution, ...variants.map(({ source }) => source)]
      expect(groups(sources, givenRuns([starter])), `${lab.id} ${step.id}`).toEqual([])
    }
  })
})

describe('what counts for nobody', () => {
  test('is the starter, renamed or not', () => {
    for (const { lab, step, starter } of steps) {
      const sources = [starter, renamed(starter, 3), commented(starter, [1, 5, 9])]
      expect(groups(sources, givenRuns([starter])), `${lab.id} ${step.id}`).toEqual([])
    }
  })

  test('is code that more than a tenth of the class has', () => {
    const { solution, variants } = present(
      steps.find(({ step }) => step.id === '09-persistence'),
      'a step of Raft',
    )
    const [copied = ''] = variants.map(({ source }) => source)
    const many = Array.from({ length: 48 }, (_, at) => renamed(solution, at))
    expect(groups([...many, copied, renamed(copied, 1)])).toEqual([['l48', 'l49']])
    const six = Array.from({ length: 6 }, (_, at) => renamed(copied, at))
    expect(groups([...many, ...six])).toEqual([])
    expect(groups([...many, ...six.slice(1)])).toHaveLength(1)
  })

  test('is what is too short to say anything', () => {
    expect(groups(['a = b + c; d = e * f', 'g = h + i; j = k * l'])).toEqual([])
  })
})

test('clusters are those of all pairs compared one by one', () => {
  // Few different hashes, so that much is shared; 13 learners, of which one in ten is one.
  const print = fc.record({
    hashes: fc.uniqueArray(fc.nat(60), { maxLength: 30 }).map((all) => Uint32Array.from(all)),
    digest: fc.nat(40).map(String),
  })
  const byDigest = (prints: readonly { hashes: Uint32Array; digest: string }[]) =>
    prints.map((one) =>
      present(
        prints.find(({ digest }) => digest === one.digest),
        'itself',
      ),
    )
  fc.assert(
    fc.property(fc.array(print, { maxLength: 13 }).map(byDigest), (prints) => {
      const people = prints.map((one, at) => ({ userId: `l${at}`, print: one }))
      const { common, clusters } = clusterPrograms(people)
      const holders = (hash: number) => prints.filter(({ hashes }) => hashes.includes(hash)).length
      const sets = prints.map(
        ({ hashes }) => new Set([...hashes].filter((one) => holders(one) <= 4)),
      )
      const isPair = (a: number, b: number) => {
        const [left, right] = [sets[a] ?? NOTHING, sets[b] ?? NOTHING]
        const shared = [...left].filter((hash) => right.has(hash)).length
        return shared >= 8 && shared / Math.min(left.size, right.size) >= 0.4
      }
      for (const hash of common) expect(holders(hash)).toBeGreaterThan(4)
      const places = new Map<string, number>()
      clusters.forEach((one, at) => {
        for (const { userIds } of one.programs) for (const id of userIds) places.set(id, at)
      })
      const reach = (from: number, seen = new Set([from])): Set<number> => {
        for (const to of sets.keys()) {
          if (!seen.has(to) && to !== from && isPair(from, to)) reach(to, seen.add(to))
        }
        return seen
      }
      for (const a of sets.keys()) {
        const group = reach(a)
        const together = [...sets.keys()].filter(
          (b) => a === b || (places.has(`l${a}`) && places.get(`l${a}`) === places.get(`l${b}`)),
        )
        expect(together).toEqual([...group].toSorted((x, y) => x - y))
      }
    }),
  )
})

describe('regions', () => {
  const code = (name: string) => `
  ${name}(from: string) {
    const known = this.terms.get(from) ?? 0
    for (const [peer, term] of this.terms) {
      if (term > known && peer !== from) this.send(peer, { type: 'Ask', term, known })
    }
    return known
  }`
  const own = (word: string) => `
  ${word}() {
    while (this.queue.length > 0) { try { this.drop(this.queue.pop()) } catch { break } }
  }`
  const none = { given: NOTHING, common: NOTHING }

  test('are the lines that both have, wherever they stand', () => {
    // The brace that ends the class comes after both of them.
    const left = `class A {${code('first')}\n}`
    const right = `class B {${own('second')}${code('third')}\n}`
    const regions = regionsOf(left, right, none)
    expect(regions).toHaveLength(1)
    expect(regions[0]).toMatchObject({ left: { first: 2, last: 9 }, right: { first: 5, last: 12 } })
  })

  test('never overlap on either side', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 6 }), (which) => {
        const source = which.map((is, at) => (is ? code(`a${at}`) : own(`b${at}`))).join('')
        const mirrored = which.toReversed().map((is, at) => (is ? code(`c${at}`) : own(`d${at}`)))
        const regions = regionsOf(source, mirrored.join(''), none)
        const tokens = regions.reduce((sum, one) => sum + one.tokens, 0)
        expect(tokens).toBeLessThanOrEqual(tokensOf(source).kinds.length)
        const starts = regions.map(({ left }) => left.first)
        expect(starts).toEqual(starts.toSorted((a, b) => a - b))
      }),
    )
  })

  test('leave out what was given', () => {
    const given = givenRuns([code('given')])
    expect(regionsOf(code('mine'), code('yours'), { given, common: NOTHING })).toEqual([])
  })
})
