/** What came of grading an attack, and what must be true of every grade whatever was tried. */
import { gunzipSync } from 'node:zlib'
import { decodeKeptRun, encodeTrace, type KeptRun } from '#core'
import type { Grade } from '#host/grade.ts'
import type { Ending } from './attack.ts'

/** How a grade of one check ended; `our-fault` is what no learner may be able to cause. */
export function endingOf({ outcome, checks }: Grade): Ending | 'our-fault' {
  if (outcome === 'passed') return 'pass'
  if (outcome !== 'failed' && outcome !== 'unknown') return outcome
  const kind = checks[0]?.failure?.outcome.kind
  if (kind === undefined) throw new Error(`a grade that is ${outcome} says in which check`)
  return kind
}

/** What is said about the end: by the code when it threw, else by the grader. */
export function wordsOf({ message, checks }: Grade): string {
  const outcome = checks[0]?.failure?.outcome
  switch (outcome?.kind) {
    case 'threw':
      return outcome.message
    case 'claim-broken':
      return outcome.violation.message
    default:
      return message
  }
}

/** Controls, marks that reorder or hide text, breaks of lines, and halves of characters. */
export const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/** Every text of a grade that a person may come to see, without the recordings. */
function shownTexts(grade: Grade): readonly string[] {
  const { failures: _, seedBase: __, ...shown } = grade
  const texts: string[] = []
  JSON.stringify(shown, (_key, value: unknown) => {
    if (typeof value === 'string') texts.push(value)
    return value
  })
  return texts
}

/** The texts that would do something in a terminal, a log or a page. */
export function unprintableTexts(grade: Grade): readonly string[] {
  return shownTexts(grade).filter((text) => UNPRINTABLE.test(text))
}

/** True when a secret is anywhere in what grading gave back. */
export function holds(grade: Grade, secret: string): boolean {
  const recordings = recordingsOf(grade).map(({ trace }) => encodeTrace(trace))
  return [...shownTexts(grade), ...recordings].some((text) => text.includes(secret))
}

/** All recordings that were kept. @throws TraceFormatError when one is none */
function recordingsOf({ failures }: Grade): readonly KeptRun[] {
  return failures.flatMap(({ run }) => (run === 'too-large' ? [] : decodeKeptRun(gunzipSync(run))))
}

/** Bytes that the database would hold of the recordings. */
export function recordedBytes({ failures }: Grade): number {
  return failures.reduce((sum, { run }) => sum + (run === 'too-large' ? 0 : run.length), 0)
}
