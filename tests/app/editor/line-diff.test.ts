/** The difference of two texts: right for every pair, and as short as it can be. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesText, type DiffLine, diffLines, hunksOf } from '#app/labs/_editor/line-diff.ts'

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })
  .map((lines) => lines.map((line) => `${line}\n`).join(''))

function side(lines: readonly DiffLine[], without: 'added' | 'removed'): string {
  return lines
    .filter(({ kind }) => kind !== without)
    .map((line) => `${line.text}\n`)
    .join('')
}

/** Longest common subsequence by the plain table. */
function commonCount(a: readonly string[], b: readonly string[]): number {
  let row = b.map(() => 0)
  for (const one of a) {
    const before = row
    row = []
    for (const [index, other] of b.entries()) {
      const diagonal = index === 0 ? 0 : (before[index - 1] ?? 0)
      const above = before[index] ?? 0
      const left = row[index - 1] ?? 0
      row.push(one === other ? diagonal + 1 : Math.max(above, left))
    }
  }
  return row.at(-1) ?? 0
}

describe('a difference', () => {
  it('gives back both texts', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const lines = diffLines(left, right)
        expect(side(lines, 'added')).toBe(left)
        expect(side(lines, 'removed')).toBe(right)
      }),
    )
  })

  it('keeps as many lines as any could', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const [a, b] = [left, right].map((one) => one.split('\n').slice(0, -1))
        const same = diffLines(left, right).filter(({ kind }) => kind === 'same').length
        expect(same).toBe(commonCount(a ?? [], b ?? []))
      }),
    )
  })

  it('numbers the lines of each side from 1, without a gap', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const lines = diffLines(left, right)
        const lefts = lines.flatMap((line) => (line.kind === 'added' ? [] : [line.left]))
        const rights = lines.flatMap((line) => (line.kind === 'removed' ? [] : [line.right]))
        expect(lefts).toEqual(lefts.map((_, index) => index + 1))
        expect(rights).toEqual(rights.map((_, index) => index + 1))
      }),
    )
  })

  it('names what was removed before what came in its place', () => {
    const kinds = diffLines('a\nb\nc\n', 'a\nx\ny\nc\n').map(({ kind }) => kind)
    expect(kinds).toEqual(['same', 'removed', 'added', 'added', 'same'])
  })

  it('of two texts with nothing in common ends soon', () => {
    const many = (name: string) =>
      Array.from({ length: 3_000 }, (_, index) => `${name}${index}\n`).join('')
    const lines = diffLines(many('a'), many('b'))
    expect(lines.length).toBe(6_000)
    expect(changesText(lines)).toBe('3000 lines added, 3000 removed.')
  })
})

describe('what is shown of it', () => {
  const long = Array.from({ length: 40 }, (_, index) => `line ${index + 1}\n`).join('')
  const changed = long.replace('line 10\n', 'line ten\n').replace('line 30\n', '')

  it('is the changes with three lines around them, and how many are left out', () => {
    const hunks = hunksOf(diffLines(long, changed))
    expect(hunks.map(({ skipped, lines }) => [skipped, lines.length])).toEqual([
      [6, 8],
      [13, 7],
    ])
  })

  it('is nothing for two that are the same', () => {
    expect(hunksOf(diffLines(long, long))).toEqual([])
    expect(changesText(diffLines(long, long))).toBe('No difference.')
    expect(changesText(diffLines('', 'a\n'))).toBe('1 line added, 0 removed.')
  })
})
