/** What is kept of a program to compare it with those of a whole class. */
import { runHashes, winnow } from './fingerprints.ts'
import { type Tokens, tokensOf } from './tokens.ts'

export interface Print {
  /** Its fingerprints, each once, without those of code that everybody was given. */
  readonly hashes: Uint32Array
  /** The same for two programs that differ in names, values, comments and layout only. */
  readonly digest: string
}

/** Every run of tokens of the code that learners are given: starters, and what the task shows. */
export function givenRuns(sources: readonly string[]): ReadonlySet<number> {
  return new Set(sources.flatMap((source) => [...runHashes(tokensOf(source).kinds)]))
}

/** @param given from `givenRuns` */
export function printOf(source: string, given: ReadonlySet<number>): Print {
  const { kinds } = tokensOf(source)
  const runs = runHashes(kinds)
  const kept = winnow(runs).flatMap((at) => runs[at] ?? [])
  return {
    hashes: Uint32Array.from(new Set(kept.filter((hash) => !given.has(hash)))),
    digest: digestOf(kinds),
  }
}

/** Which tokens lie in code that was given. */
export function givenTokens(
  { kinds }: Tokens,
  runs: Uint32Array,
  given: ReadonlySet<number>,
): Uint8Array {
  const covered = new Uint8Array(kinds.length)
  const length = kinds.length - runs.length + 1
  runs.forEach((hash, at) => {
    if (given.has(hash)) covered.fill(1, at, at + length)
  })
  return covered
}

/** Two hashes of 32 bits over all tokens, and their number. */
function digestOf(kinds: readonly string[]): string {
  let [left, right] = [0x811c9dc5, 0x9747b28c]
  for (const kind of kinds) {
    for (let at = 0; at <= kind.length; at++) {
      // NaN at the end of a kind counts as 0, which no kind has in it: it parts the kinds.
      const unit = kind.charCodeAt(at) | 0
      left = Math.imul(left ^ unit, 0x01000193)
      right = Math.imul(right ^ unit, 0x5bd1e995) ^ (right >>> 15)
    }
  }
  return `${kinds.length} ${left >>> 0} ${right >>> 0}`
}
