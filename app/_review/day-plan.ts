/**
 * What to ask today. The cap holds whatever happened before: after a break, what was at risk for
 * longest comes first, the rest waits for the days after, and nothing new is added until the pile is
 * gone. A deadline sets the pace of new cards, lets its topics go first and asks again, in the last
 * days, what would fall due on the day itself; it does not change the cap.
 */
import { dueDay, isStubborn, recallOn } from './card-state.ts'
import { addDays, type Day, daysBetween } from './day.ts'
import { type CardInfo, type States, stateOf } from './joined.ts'
import type { Deadline, ReviewSettings } from './settings.ts'

export interface DayQuestion {
  /** Those that take part, in the order in which new ones are shown. */
  readonly cards: readonly CardInfo[]
  readonly states: States
  readonly settings: ReviewSettings
  readonly today: Day
  /** What was answered today already. */
  readonly done: { readonly answers: number; readonly fresh: number }
}

export interface DayPlan {
  /** Asked before, in the order to ask. */
  readonly due: readonly CardInfo[]
  /** Never asked before. */
  readonly fresh: readonly CardInfo[]
  /** How many that are due wait for another day. */
  readonly waiting: number
  /** How many new ones take part and wait for another day. */
  readonly freshWaiting: number
}

/** At the end nothing new comes, so that all is asked at least twice before the day. */
const SETTLING_DAYS = 4

export function planDay({ cards, states, settings, today, done }: DayQuestion): DayPlan {
  const active = cards.filter(({ id }) => !stateOf(states, id).isSuspended)
  const room = Math.max(0, settings.perDay - done.answers)
  const deadline = openDeadline(settings.deadline, today)
  const due = deadlineFirst(dueCards(active, { states, settings, today }), deadline)
  const isUnseen = ({ id }: CardInfo) => stateOf(states, id).answers === 0
  const unseen = ofDeadline(active.filter(isUnseen), deadline)
  const wanted = freshWanted({ unseen, settings, today, deadline }) - done.fresh
  const reserved = deadline === undefined ? 0 : Math.min(wanted, Math.ceil(room / 2))
  const freshCount = Math.max(0, Math.min(wanted, Math.max(room - due.length, reserved)))
  const fresh = unseen.slice(0, freshCount)
  const dueToday = due.slice(0, room - fresh.length)
  const early = earlyCards(active, { states, settings, today, deadline })
  const roomLeft = room - fresh.length - dueToday.length
  return {
    due: [...dueToday, ...early.slice(0, Math.max(0, roomLeft))],
    fresh,
    waiting: due.length - dueToday.length,
    freshWaiting: unseen.length - fresh.length,
  }
}

/** New ones among the others, so that neither comes in a block. */
export function inOrder({ due, fresh }: DayPlan): readonly CardInfo[] {
  const every = Math.max(1, Math.floor(due.length / fresh.length))
  const mixed: CardInfo[] = []
  let taken = 0
  for (const [index, card] of fresh.entries()) {
    mixed.push(...due.slice(index * every, (index + 1) * every), card)
    taken = (index + 1) * every
  }
  return [...mixed, ...due.slice(taken)]
}

interface Setting {
  readonly states: States
  readonly settings: ReviewSettings
  readonly today: Day
}

/** What was due first is at risk for longest; of the same day, the least likely to be recalled. */
function dueCards(
  cards: readonly CardInfo[],
  { states, settings, today }: Setting,
): readonly CardInfo[] {
  return byDueDay(cards, { states, settings, today }).filter(({ id }) => {
    const day = dueDay(stateOf(states, id), settings.retention)
    return day !== undefined && day <= today
  })
}

function byDueDay(
  cards: readonly CardInfo[],
  { states, settings, today }: Setting,
): readonly CardInfo[] {
  return cards
    .map((card) => {
      const state = stateOf(states, card.id)
      const day = dueDay(state, settings.retention) ?? ''
      return { card, day, recall: recallOn(state, today) ?? 0, isStubborn: isStubborn(state) }
    })
    .toSorted(
      (a, b) =>
        Number(a.isStubborn) - Number(b.isStubborn) ||
        (a.day < b.day ? -1 : a.day > b.day ? 1 : a.recall - b.recall) ||
        (a.card.id < b.card.id ? -1 : 1),
    )
    .map(({ card }) => card)
}

function freshWanted({
  unseen,
  settings,
  today,
  deadline,
}: {
  readonly unseen: readonly CardInfo[]
  readonly settings: ReviewSettings
  readonly today: Day
  readonly deadline: Deadline | undefined
}): number {
  if (deadline === undefined) return settings.newPerDay
  const days = daysBetween(today, deadline.day) - settlingDays(deadline, today)
  return Math.max(settings.newPerDay, Math.ceil(unseen.length / Math.max(1, days)))
}

/** Until the deadline, only its topics bring new cards. */
function ofDeadline(
  cards: readonly CardInfo[],
  deadline: Deadline | undefined,
): readonly CardInfo[] {
  return deadline === undefined ? cards : cards.filter(isChosenFor(deadline))
}

/** Where not all has room, what the deadline is about goes first. */
function deadlineFirst(
  cards: readonly CardInfo[],
  deadline: Deadline | undefined,
): readonly CardInfo[] {
  if (deadline === undefined) return cards
  const isChosen = isChosenFor(deadline)
  return [...cards.filter(isChosen), ...cards.filter((card) => !isChosen(card))]
}

function isChosenFor({ topics }: Deadline): (card: CardInfo) => boolean {
  const chosen = new Set(topics)
  return ({ topic }) => chosen.has(topic)
}

/** In the last days: what would fall due by the day of the deadline is asked before it. */
function earlyCards(
  cards: readonly CardInfo[],
  { deadline, ...setting }: Setting & { readonly deadline: Deadline | undefined },
): readonly CardInfo[] {
  const { states, settings, today } = setting
  if (deadline === undefined || addDays(today, settlingDays(deadline, today)) < deadline.day) {
    return []
  }
  return ofDeadline(byDueDay(cards, setting), deadline).filter(({ id }) => {
    const state = stateOf(states, id)
    const day = dueDay(state, settings.retention)
    if (day === undefined || state.lastDay === today) return false
    return day > today && day <= deadline.day
  })
}

/** A third of a short time, so that something is left for new cards; the last day always. */
function settlingDays(deadline: Deadline, today: Day): number {
  const third = Math.floor(daysBetween(today, deadline.day) / 3)
  return Math.max(1, Math.min(SETTLING_DAYS, third))
}

function openDeadline(deadline: Deadline | undefined, today: Day): Deadline | undefined {
  return deadline !== undefined && deadline.day > today ? deadline : undefined
}
