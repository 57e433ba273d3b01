/** Why somebody is listed, in a sentence. */
import type { Reason } from './list.ts'

/** The sentence says what was seen, and nothing about the person. */
export function reasonText(reason: Reason): string {
  switch (reason.kind) {
    case 'quiet':
      return `No sign of work for ${days(reason.days)}, with ${pieces(reason.open)} open.`
    case 'same-claim':
      return `${reason.submissions} submissions of “${reason.unit.title}” broke the same claim, and none passed${reason.sentence === '' ? '.' : `: “${reason.sentence}”`}`
    case 'missed':
      return reason.of === 1
        ? 'Missed the only due date so far.'
        : `Missed ${reason.missed} of the last ${reason.of} due dates.`
    case 'behind':
      return `Has done ${pieces(reason.done)}; half of the class has done ${reason.median} or more.`
  }
}

function days(count: number): string {
  return count === 1 ? 'a day' : `${count} days`
}

function pieces(count: number): string {
  return count === 1 ? '1 piece of work' : `${count} pieces of work`
}
