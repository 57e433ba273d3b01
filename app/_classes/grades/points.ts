/**
 * Points, in hundredths: whole numbers add up exactly, so that a grade is the sum of what its
 * breakdown says.
 */

/** `850` is `8.5`, `800` is `8`. */
export function pointsText(hundredths: number): string {
  const sign = hundredths < 0 ? '−' : ''
  return `${sign}${plainPoints(Math.abs(hundredths))}`
}

/** The same with a hyphen for a minus, as spreadsheets and forms read it. */
export function plainPoints(hundredths: number): string {
  return String(hundredths / 100)
}

/** `+0.5`, `−2`. */
export function signedPoints(hundredths: number): string {
  return hundredths < 0 ? pointsText(hundredths) : `+${pointsText(hundredths)}`
}

const HUNDREDTHS_MAX = 100_000

/** Hundredths of what somebody typed; undefined for what is no number of points. */
export function parsePoints(text: string): number | undefined {
  const plain = text.trim().replace('−', '-').replace(',', '.')
  if (!/^[+-]?\d{1,4}(\.\d{1,2})?$/.test(plain)) return undefined
  const hundredths = Math.round(Number(plain) * 100)
  return Math.abs(hundredths) > HUNDREDTHS_MAX ? undefined : hundredths + 0
}

/** Parts of a whole that differ by a hundredth at most, and add up to it. */
export function equalParts(hundredths: number, count: number): readonly number[] {
  const upTo = (at: number) => Math.floor((hundredths * at) / count)
  return Array.from({ length: count }, (_, at) => upTo(at + 1) - upTo(at))
}
