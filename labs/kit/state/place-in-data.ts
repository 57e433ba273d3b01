/** Places in a node's data, as a learner would write them: `log[2].command`. */

/** The keys that lead from the node to the place. */
type Place = readonly unknown[]

export function placeText(place: Place): string {
  return place
    .map((part, index) => {
      if (typeof part !== 'string') return `[${String(part)}]`
      if (!/^[A-Za-z_$][\w$]*$/.test(part)) return `[${JSON.stringify(part)}]`
      return index === 0 ? part : `.${part}`
    })
    .join('')
}

/** Another place than `here` at which `target` is found below `root`, the nearest to the root. */
export function otherPlace(root: object, target: object, here: Place): Place | undefined {
  const seen = new Set<object>()
  let level: { readonly place: Place; readonly value: object }[] = [{ place: [], value: root }]
  while (level.length > 0) {
    const next: typeof level = []
    for (const { place, value } of level) {
      if (value === target && !areEqual(place, here)) return place
      if (seen.has(value)) continue
      seen.add(value)
      for (const [key, part] of partsOf(value)) {
        if (typeof part === 'object' && part !== null) {
          next.push({ place: [...place, key], value: part })
        }
      }
    }
    level = next
  }
  return undefined
}

function areEqual(a: Place, b: Place): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index])
}

function partsOf(value: object): Iterable<readonly [unknown, unknown]> {
  if (value instanceof Map || value instanceof Set) return value.entries()
  if (Array.isArray(value)) return value.entries()
  return Object.entries(value)
}
