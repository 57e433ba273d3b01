/**
 * Fingerprints of a program by winnowing: of the hashes of all runs of tokens, the smallest in
 * each window. Whatever two programs share in SURE tokens or more, they share a fingerprint of.
 * Schleimer, Wilkerson, Aiken: Winnowing: local algorithms for document fingerprinting, SIGMOD
 * 2003, sections 3 and 4.
 */

/** Tokens of one hash: less than this in common is noise, such as a loop over a map. */
export const RUN_TOKENS = 18
/** Hashes in a window, of which one is kept. */
const WINDOW = 8
/** A stretch of so many equal tokens is always found (section 3: t = w + k - 1). */
export const SURE_TOKENS = RUN_TOKENS + WINDOW - 1

const BASE = 0x01000193

/**
 * A hash of each run of RUN_TOKENS tokens, by the place where it begins; 32 bits. Two different
 * runs share one by chance in one of 4,000 million cases: who marks code compares the tokens.
 */
export function runHashes(kinds: readonly string[]): Uint32Array {
  const count = Math.max(0, kinds.length - RUN_TOKENS + 1)
  const hashes = new Uint32Array(count)
  const codes = Uint32Array.from(kinds, codeOf)
  let leaving = 1
  for (let at = 1; at < RUN_TOKENS; at++) leaving = Math.imul(leaving, BASE)
  let rolling = 0
  for (let at = 0; at < kinds.length; at++) {
    if (at >= RUN_TOKENS) rolling -= Math.imul(codes[at - RUN_TOKENS] ?? 0, leaving)
    rolling = (Math.imul(rolling, BASE) + (codes[at] ?? 0)) | 0
    if (at >= RUN_TOKENS - 1) hashes[at - RUN_TOKENS + 1] = mix(rolling)
  }
  return hashes
}

/** The places whose hashes are kept: the rightmost smallest of each window (section 4). */
export function winnow(hashes: Uint32Array): readonly number[] {
  const kept: number[] = []
  const windows = Math.max(hashes.length === 0 ? 0 : 1, hashes.length - WINDOW + 1)
  let smallest = -1
  for (let first = 0; first < windows; first++) {
    const end = Math.min(first + WINDOW, hashes.length)
    if (smallest < first) smallest = rightmostSmallest(hashes, first, end)
    else if ((hashes[end - 1] ?? 0) <= (hashes[smallest] ?? 0)) smallest = end - 1
    if (kept.at(-1) !== smallest) kept.push(smallest)
  }
  return kept
}

function rightmostSmallest(hashes: Uint32Array, first: number, end: number): number {
  let smallest = first
  for (let at = first + 1; at < end; at++) {
    if ((hashes[at] ?? 0) <= (hashes[smallest] ?? 0)) smallest = at
  }
  return smallest
}

const codes = new Map<string, number>()

/** FNV-1a, remembered: a language has few kinds of tokens. */
function codeOf(kind: string): number {
  const known = codes.get(kind)
  if (known !== undefined) return known
  let hash = 0x811c9dc5
  for (let at = 0; at < kind.length; at++) hash = Math.imul(hash ^ kind.charCodeAt(at), BASE)
  codes.set(kind, hash >>> 0)
  return hash >>> 0
}

/** The last step of MurmurHash3: without it the order of hashes would follow the last token. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
