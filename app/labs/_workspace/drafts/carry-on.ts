/**
 * Takes code from one step of a lab to the next. Each step may have a kit of its own, which
 * knows one more part of the protocol, so the import must name the new one.
 */

/**
 * What a step's code imports.
 * @param kit the step's own, where it names one
 */
export function kitOf(labId: string, kit: string | undefined): string {
  return kit ?? `netsplit/${labId}`
}

/** The source with every import of one kit changed into one of another. */
export function carryOn(source: string, from: string, to: string): string {
  if (from === to) return source
  const specifier = new RegExp(`(\\b(?:from|import)\\s*)(['"])${escaped(from)}\\2`, 'g')
  return source.replace(
    specifier,
    (_match, before: string, quote: string) => `${before}${quote}${to}${quote}`,
  )
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
