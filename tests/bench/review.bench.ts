/** Ninety days of reviews with simulated learners: what a day costs, and what is remembered. */
import { addDays } from '#app/_review/day.ts'
import type { DayQuestion } from '#app/_review/day-plan.ts'
import { type ProjectedDay, project } from '#app/_review/projection.ts'
import { DEFAULT_SETTINGS } from '#app/_review/settings.ts'
import { type LearnerTraits, simulatedLearner } from '../app/review/simulated-learner.ts'
import { someCards, TODAY } from '../app/review/some-cards.ts'
import type { Figure } from './figure.ts'

export const name = 'review'

const DAYS = 90
const CARDS = 260

const LEARNERS = [
  { who: 'as expected', traits: { seed: 1, strength: 1, firstTryRight: 0.6 }, away: false },
  {
    who: 'forgets twice as fast',
    traits: { seed: 2, strength: 0.5, firstTryRight: 0.4 },
    away: false,
  },
  { who: 'knows most of it', traits: { seed: 3, strength: 1.5, firstTryRight: 0.85 }, away: false },
  {
    who: 'away in days 31–60, then sixty more',
    traits: { seed: 4, strength: 1, firstTryRight: 0.6 },
    away: true,
  },
] as const

export function run(): Promise<readonly Figure[]> {
  return Promise.resolve(LEARNERS.flatMap(figuresOf))
}

function figuresOf({ who, traits, away }: (typeof LEARNERS)[number]): readonly Figure[] {
  const days = away ? withBreak(traits) : project(start(), DAYS, simulatedLearner(traits)).days
  const asked = days.map(({ due, fresh }) => due + fresh)
  const [due, recalled] = [total(days, 'due'), total(days, 'recalled')]
  const weeks = [1, 4, 8, 12].map((week) => {
    const own = days.slice((week - 1) * 7, week * 7)
    return {
      name: `${who}: due a day, week ${week}`,
      value: total(own, 'due') / own.length,
      unit: 'cards',
    }
  })
  return [
    { name: `${who}: cards seen`, value: total(days, 'fresh'), unit: `of ${CARDS}` },
    { name: `${who}: asked on the fullest day`, value: Math.max(...asked), unit: 'cards' },
    ...weeks,
    {
      name: `${who}: put off, at most`,
      value: Math.max(...days.map(({ waiting }) => waiting)),
      unit: 'cards',
    },
    { name: `${who}: recalled when asked again`, value: (100 * recalled) / due, unit: '%' },
  ]
}

function withBreak(traits: LearnerTraits): readonly ProjectedDay[] {
  const learner = simulatedLearner(traits)
  const before = project(start(), 30, learner)
  const back = { ...start(), states: before.states, today: addDays(TODAY, 60) }
  return [...before.days, ...project(back, 60, learner).days]
}

function start(): DayQuestion {
  const cards = someCards(CARDS, ['cap', 'time', 'consensus', 'crdts'])
  const done = { answers: 0, fresh: 0 }
  return { cards, states: new Map(), settings: DEFAULT_SETTINGS, today: TODAY, done }
}

function total(days: readonly ProjectedDay[], what: 'due' | 'fresh' | 'recalled'): number {
  return days.reduce((sum, day) => sum + day[what], 0)
}
