/** How large a share is, and how far chance may have moved it. */

export interface Range {
  readonly low: number
  readonly high: number
}

/** The standard normal quantile for 95 % of the cases. */
export const Z_95 = 1.96

/**
 * In which range the true share lies, at 95 % (Wilson 1927, “Probable inference, the law of
 * succession, and statistical inference”). It stays within 0 and 1, and is honest for small numbers,
 * where the usual formula says that 3 of 3 is certain.
 * @param of how many were asked, at least 1
 */
export function wilson(count: number, of: number): Range {
  const share = count / of
  const z2 = Z_95 ** 2
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of)
  const half = (Z_95 / (1 + z2 / of)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of ** 2))
  // What rounding leaves beyond the ends is cut off.
  return {
    low: count === 0 ? 0 : Math.max(0, middle - half),
    high: count === of ? 1 : Math.min(1, middle + half),
  }
}

/** The middle one; of two in the middle the smaller. Undefined for none. */
export function lowerMedian(numbers: readonly number[]): number | undefined {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)]
}
