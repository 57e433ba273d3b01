/** The days to come: the plan of each, answered by an imagined learner. Nothing here is random. */
import type { CardState } from './card-state.ts'
import { recallOn } from './card-state.ts'
import { addDays, type Day, daysBetween } from './day.ts'
import { type DayQuestion, planDay } from './day-plan.ts'
import { type CardInfo, stateOf } from './joined.ts'
import { type Rating, remembered } from './memory.ts'

/** How the learner does at a card; `recall` is undefined when it was never asked before. */
export type Learner = (
  card: CardInfo,
  day: Day,
  state: { readonly recall: number | undefined; readonly answers: number },
) => Rating

export interface ProjectedDay {
  readonly day: Day
  readonly due: number
  readonly fresh: number
  /** Of the due ones, how many were recalled. */
  readonly recalled: number
  /** Due and put off, when the day ends. */
  readonly waiting: number
}

export interface Projection {
  readonly days: readonly ProjectedDay[]
  readonly states: ReadonlyMap<string, CardState>
}

/** Of first tries at questions of a course that one has not practised, about so many are right. */
const FIRST_TRY_RIGHT = 0.6

/** Plays `count` days from today on. */
export function project(
  start: DayQuestion,
  count: number,
  learner: Learner = expected,
): Projection {
  const states = new Map(start.states)
  const days: ProjectedDay[] = []
  for (let index = 0; index < count; index++) {
    const today = addDays(start.today, index)
    const done = index === 0 ? start.done : { answers: 0, fresh: 0 }
    const plan = planDay({ ...start, states, today, done })
    let recalled = 0
    for (const card of [...plan.due, ...plan.fresh]) {
      const state = stateOf(states, card.id)
      const rating = learner(card, today, {
        recall: recallOn(state, today),
        answers: state.answers,
      })
      if (rating !== 'again' && state.memory !== undefined) recalled += 1
      states.set(card.id, after(state, rating, today))
    }
    const { due, fresh, waiting } = plan
    days.push({ day: today, due: due.length, fresh: fresh.length, recalled, waiting })
  }
  return { days, states }
}

function after(state: CardState, rating: Rating, today: Day): CardState {
  const since = state.lastDay === undefined ? 0 : daysBetween(state.lastDay, today)
  return {
    ...state,
    memory: remembered(state.memory, rating, since),
    lastDay: today,
    answers: state.answers + 1,
  }
}

/** Right as often as memory says; which ones is settled by their names and the day. */
function expected(card: CardInfo, day: Day, { recall }: { readonly recall: number | undefined }) {
  return fraction(`${card.id} ${day}`) < (recall ?? FIRST_TRY_RIGHT) ? 'good' : 'again'
}

/** A number from 0 to 1 out of a text, evenly spread: FNV-1a, then a final mixing. */
export function fraction(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
