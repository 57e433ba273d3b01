/**
 * Takes away what is not needed: the core of delta debugging (Zeller and Hildebrandt,
 * "Simplifying and Isolating Failure-Inducing Input", IEEE TSE 2002).
 */

/**
 * Returns a part of `items`, in their order, that is still good and from which no single
 * item can be taken. Large chunks go first, so that one try may take away half.
 *
 * Yields each part to try, and is told whether it is good.
 * @param items must be good as a whole
 */
export function* removeParts<T>(
  items: readonly T[],
): Generator<readonly T[], readonly T[], boolean> {
  let kept = items
  let size = Math.ceil(kept.length / 2)
  while (size >= 1 && kept.length > 0) {
    let hasShrunk = false
    // From the end: what comes late is most often not needed.
    for (let end = kept.length; end > 0; end -= size) {
      const start = Math.max(0, end - size)
      const rest = [...kept.slice(0, start), ...kept.slice(end)]
      const isGood = yield rest
      if (!isGood) continue
      kept = rest
      hasShrunk = true
    }
    if (size > 1) size = Math.ceil(size / 2)
    // With single items: again until none of them can go.
    else if (!hasShrunk) return kept
  }
  return kept
}
