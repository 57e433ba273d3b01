/**
 * What a figure shows on paper is the same for every reader, so the runs behind it are made
 * once in a process and not for each request.
 */

const results = new WeakMap<object, Map<string, unknown>>()

/** @param what tells apart what is computed of one figure */
export function computedOnce<T>(figure: object, what: string, compute: () => T): T {
  const ofFigure = results.get(figure) ?? new Map<string, unknown>()
  results.set(figure, ofFigure)
  if (!ofFigure.has(what)) ofFigure.set(what, compute())
  return ofFigure.get(what) as T
}
