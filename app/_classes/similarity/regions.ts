/** Which lines of two programs are alike: stretches of equal tokens, each found once. */
import { RUN_TOKENS, runHashes, winnow } from './fingerprints.ts'
import { givenTokens } from './print.ts'
import { type Tokens, tokensOf } from './tokens.ts'

export interface Lines {
  readonly first: number
  readonly last: number
}

export interface Region {
  readonly left: Lines
  readonly right: Lines
  /** How many tokens are equal. */
  readonly tokens: number
}

/** Code that counts for nobody. */
export interface Discounted {
  readonly given: ReadonlySet<number>
  readonly common: ReadonlySet<number>
}

interface Side {
  readonly tokens: Tokens
  readonly runs: Uint32Array
  /** 1 for a token that was given, or is in a stretch already. */
  readonly taken: Uint8Array
}

/** A run of tokens that occurs often is looked for at its first places only. */
const PLACES_MAX = 20

/** Stretches that both programs have, in the order of the left one. */
export function regionsOf(
  leftSource: string,
  rightSource: string,
  { given, common }: Discounted,
): readonly Region[] {
  const [left, right] = [sideOf(leftSource, given), sideOf(rightSource, given)]
  const places = Map.groupBy(right.runs.keys(), (at) => right.runs[at] ?? 0)
  const stretches: Stretch[] = []
  for (const at of winnow(left.runs)) {
    const hash = left.runs[at] ?? 0
    if (given.has(hash) || common.has(hash)) continue
    const candidates = (places.get(hash) ?? []).slice(0, PLACES_MAX)
    const found = candidates
      .map((to) => stretchAt({ left, right }, at, to))
      .reduce((best, one) => (one.length > best.length ? one : best), NONE)
    if (found.length < RUN_TOKENS) continue
    left.taken.fill(1, found.left, found.left + found.length)
    right.taken.fill(1, found.right, found.right + found.length)
    stretches.push(found)
  }
  return stretches
    .toSorted((a, b) => a.left - b.left)
    .map(({ left: from, right: to, length }) => ({
      left: linesOf(left.tokens, from, length),
      right: linesOf(right.tokens, to, length),
      tokens: length,
    }))
}

interface Stretch {
  readonly left: number
  readonly right: number
  readonly length: number
}

const NONE: Stretch = { left: 0, right: 0, length: 0 }

function sideOf(source: string, given: ReadonlySet<number>): Side {
  const tokens = tokensOf(source)
  const runs = runHashes(tokens.kinds)
  return { tokens, runs, taken: givenTokens(tokens, runs, given) }
}

/** The longest stretch of equal tokens around these two places that nothing else has taken. */
function stretchAt(
  sides: { readonly left: Side; readonly right: Side },
  left: number,
  right: number,
): Stretch {
  const isEqual = (by: number) =>
    isFree(sides.left, left + by) &&
    isFree(sides.right, right + by) &&
    sides.left.tokens.kinds[left + by] === sides.right.tokens.kinds[right + by]
  let end = 0
  while (isEqual(end)) end++
  let start = 0
  while (end > 0 && isEqual(start - 1)) start--
  return { left: left + start, right: right + start, length: end - start }
}

function isFree({ taken }: Side, at: number): boolean {
  return taken[at] === 0
}

function linesOf({ firstLines, lastLines }: Tokens, at: number, length: number): Lines {
  return { first: firstLines[at] ?? 0, last: lastLines[at + length - 1] ?? 0 }
}
