/** The words that the text form of a nemesis is made of: names, times, options. */

/** A line that is not a fault; says which line and what was expected. */
export class NemesisSyntaxError extends Error {
  override readonly name = 'NemesisSyntaxError'
}

const MICROS_PER_MS = 1_000

/** Whole microseconds of a number of milliseconds with at most three decimals. */
export function microsOf(text: string | undefined): number {
  if (text === undefined || !/^-?\d{1,10}(\.\d{1,3})?$/.test(text)) {
    throw new NemesisSyntaxError(
      `expected milliseconds with at most three decimals, not "${text ?? ''}"`,
    )
  }
  return Math.round(Number(text) * MICROS_PER_MS)
}

/** As `microsOf`, for times that cannot lie before the beginning. */
export function durationOf(text: string | undefined): number {
  const micros = microsOf(text)
  if (micros >= 0) return micros
  throw new NemesisSyntaxError(`expected milliseconds, 0 or more, not "${text ?? ''}"`)
}

/** A whole number, negative or not. */
export function wholeOf(text: string | undefined, name: string): number {
  if (text === undefined || !/^-?\d{1,9}$/.test(text)) {
    throw new NemesisSyntaxError(`expected ${name}=<whole number>, not "${text ?? ''}"`)
  }
  return Number(text)
}

/** Names with blanks between them; at least one. */
export function wordsOf(text: string, known: readonly string[] | undefined): readonly string[] {
  const words = text.split(' ').filter((word) => word !== '')
  if (words.length === 0) throw new NemesisSyntaxError('expected the name of a node or client')
  for (const word of words) checkName(word, known)
  return words
}

/** @throws NemesisSyntaxError when the name is malformed, or not one of the known ones */
export function checkName(name: string, known: readonly string[] | undefined): void {
  if (!/^[\w-]+$/.test(name)) {
    throw new NemesisSyntaxError(`expected the name of a node or client, not "${name}"`)
  }
  if (known !== undefined && !known.includes(name)) {
    throw new NemesisSyntaxError(`there is no "${name}"; there are ${known.join(', ')}`)
  }
}

/** Takes `name=value` words of these names out of a text. */
export function optionsOf<Name extends string>(
  text: string,
  names: readonly Name[],
): { readonly options: Partial<Record<Name, string>>; readonly rest: string } {
  const options: Partial<Record<Name, string>> = {}
  const rest = text.split(' ').filter((word) => {
    const name = names.find((candidate) => word.startsWith(`${candidate}=`))
    if (name === undefined) return true
    options[name] = word.slice(name.length + 1)
    return false
  })
  return { options, rest: rest.join(' ').trim() }
}
