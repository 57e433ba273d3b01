/** Item statistics in words, for those who do not read correlations for a living. */
import { type Discrimination, PEOPLE_MIN } from './discrimination.ts'
import type { Range } from './share.ts'

/** `45 %`. */
export function percentText(share: number): string {
  return `${Math.round(100 * share)} %`
}

/** `between 38 and 52 %`. */
export function rangeText({ low, high }: Range): string {
  return `between ${Math.round(100 * low)} and ${Math.round(100 * high)} %`
}

/** A correlation with its sign: `+0.34`, `−0.10`. */
export function correlationText(correlation: number): string {
  const text = Math.abs(correlation).toFixed(2)
  return correlation < 0 && text !== '0.00' ? `−${text}` : `+${text}`
}

/** Ebel’s borders (Ebel and Frisbie 1991, chapter 13), with one word less. */
const TELLS_WELL = 0.3
const TELLS = 0.1

export interface Telling {
  readonly sign: '↑' | '↗' | '→' | '↓' | '·'
  readonly name: string
}

/** How well an item tells; a sign stands beside the name, for colour never stands alone. */
export function tellingOf(discrimination: Discrimination | undefined): Telling {
  if (discrimination === undefined) return { sign: '·', name: 'cannot be said' }
  const { correlation, range } = discrimination
  if (range.high < 0) return { sign: '↓', name: 'the wrong way round' }
  if (correlation < TELLS) return { sign: '→', name: 'does not tell' }
  return correlation < TELLS_WELL
    ? { sign: '↗', name: 'tells a little' }
    : { sign: '↑', name: 'tells well' }
}

/** One sentence with the figures behind the word. */
export function discriminationText(discrimination: Discrimination | undefined): string {
  if (discrimination === undefined) {
    return `Nothing can be said: it takes ${PEOPLE_MIN} learners, some of whom have it and some of whom do not.`
  }
  const { correlation, range, upper, lower } = discrimination
  const from = correlationText(range.low)
  const to = correlationText(range.high)
  return `Of the 27 % who do best in the rest ${percentText(upper)} have it, of the 27 % who do worst ${percentText(lower)}. The correlation with the rest is ${correlationText(correlation)} (from ${from} to ${to}).`
}
