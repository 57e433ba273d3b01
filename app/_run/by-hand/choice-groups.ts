/** The choices of a run by hand as a list for people: grouped by where they happen. */
import { type Choice, formatSeconds } from '#core'

export interface ChoiceGroup {
  /** A node, a client, or undefined for what happens to the whole run. */
  readonly place: string | undefined
  readonly choices: readonly Choice[]
}

/** Places in the order of the run, the whole run last; in each, what is due soonest first. */
export function groupChoices(
  choices: readonly Choice[],
  places: readonly string[],
): readonly ChoiceGroup[] {
  return [...places, undefined].flatMap((place) => {
    const here = choices.filter((choice) => choice.place === place)
    const sorted = here.toSorted((a, b) => a.due - b.due)
    return sorted.length === 0 ? [] : [{ place, choices: sorted }]
  })
}

/** When it would happen by itself, seen from now. */
export function dueText({ due }: Choice, now: number): string {
  if (due <= now) return due === now ? 'due now' : `late, was due at ${formatSeconds(due)}`
  return `due at ${formatSeconds(due)}`
}

const PREVIEW_LENGTH_MAX = 160

/** What it carries, on one line. */
export function previewOf({ body }: Choice): string {
  if (body === '') return ''
  return body.length <= PREVIEW_LENGTH_MAX ? body : `${body.slice(0, PREVIEW_LENGTH_MAX - 1)}…`
}
