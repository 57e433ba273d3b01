/**
 * Who is in the demo class and what each hands in when: plain data that follows from a number,
 * so that an interrupted demo goes on where it stopped.
 */
import { Prng } from '#core'

export interface DemoWork {
  readonly title: string
  readonly labId: string
  readonly stepIds: readonly string[]
  readonly lesson: string
}

/** A week each; the last is open. */
export const DEMO_WORK: readonly DemoWork[] = [
  {
    title: 'Week 1: timers',
    labId: 'raft',
    stepIds: ['01-timers'],
    lesson: 'three-nodes-one-network',
  },
  { title: 'Week 2: voting', labId: 'raft', stepIds: ['02-voting'], lesson: 'reading-a-history' },
  {
    title: 'Week 3: elections',
    labId: 'raft',
    stepIds: ['03-election', '04-pre-vote'],
    lesson: 'what-can-go-wrong',
  },
  { title: 'Week 4: the log', labId: 'raft', stepIds: ['05-append'], lesson: 'two-bank-branches' },
  {
    title: 'Week 5: counters',
    labId: 'crdt',
    stepIds: ['01-g-counter', '02-pn-counter'],
    lesson: 'c-is-linearizability',
  },
  { title: 'Week 6: sets', labId: 'crdt', stepIds: ['03-sets'], lesson: 'healing' },
]

export const DEMO_SECTIONS = ['Monday', 'Tuesday', 'Thursday'] as const

/** What a learner hands in: by place in the list of a step's mutants, or of its correct solutions. */
export type DemoCode =
  | { readonly kind: 'starter' }
  | { readonly kind: 'mutant' | 'correct'; readonly at: number }

export interface DemoSubmission {
  readonly labId: string
  readonly stepId: string
  readonly code: DemoCode
  /** After the class began. */
  readonly atMs: number
}

export interface DemoLearner {
  readonly id: string
  readonly name: string
  readonly section: (typeof DEMO_SECTIONS)[number]
  /** In the order of time. */
  readonly submissions: readonly DemoSubmission[]
  /** When lessons were read to their end. */
  readonly lessons: readonly { readonly slug: string; readonly atMs: number }[]
}

/** How many mutants and correct solutions a step has. */
export type CorpusSizes = (
  labId: string,
  stepId: string,
) => { readonly mutants: number; readonly correct: number }

export const DAY_MS = 86_400_000
export const WEEK_MS = 7 * DAY_MS
const MINUTE_MS = 60_000
const PER_MILLE = 1_000

const GIVEN = [
  'Ada',
  'Barbara',
  'Cem',
  'Dipa',
  'Edsger',
  'Fatima',
  'Grace',
  'Hugo',
  'Ines',
  'Jun',
  'Kofi',
  'Leslie',
  'Mei',
  'Nancy',
  'Olu',
  'Priya',
  'Quentin',
  'Radia',
  'Sofia',
  'Tariq',
]
const FAMILY = [
  'Adeyemi',
  'Bauer',
  'Chen',
  'Dubois',
  'Eriksen',
  'Ferrari',
  'García',
  'Haddad',
  'Ivanova',
  'Jensen',
  'Kaya',
  'Lindqvist',
  'Mbeki',
  'Novak',
  'Okafor',
  'Patel',
  'Rossi',
  'Silva',
  'Tanaka',
  'Weber',
]

/** The learners of a demo class; the first n are the same whatever their number. */
export function planLearners(count: number, sizesOf: CorpusSizes): readonly DemoLearner[] {
  return Array.from({ length: count }, (_, at) => planLearner(at, sizesOf))
}

function planLearner(at: number, sizesOf: CorpusSizes): DemoLearner {
  const random = new Prng(at + 1, 'learner of the demo')
  // From 0 to 999: how well they do, and how early they begin.
  const skill = random.between(0, PER_MILLE - 1)
  const diligence = random.between(0, PER_MILLE - 1)
  const gaveUpInWeek = random.chance(120) ? random.between(1, 4) : DEMO_WORK.length
  const submissions: DemoSubmission[] = []
  const lessons: { slug: string; atMs: number }[] = []
  for (const [week, work] of DEMO_WORK.entries()) {
    const begins = week * WEEK_MS + startInWeek(random, diligence)
    const takesPart = random.chance(500 + diligence / 2)
    if (week >= gaveUpInWeek || !takesPart) continue
    lessons.push({ slug: work.lesson, atMs: begins - 30 * MINUTE_MS })
    let atMs = begins
    for (const stepId of work.stepIds) {
      const place = { labId: work.labId, stepId }
      const tries = planStep(random, skill, sizesOf(work.labId, stepId))
      for (const code of tries) {
        atMs += random.between(8, 240) * MINUTE_MS
        submissions.push({ ...place, code, atMs })
      }
      // The next step opens with the code of this one.
      if (tries.at(-1)?.kind !== 'correct') break
    }
  }
  const name = `${GIVEN[at % GIVEN.length]} ${FAMILY[Math.floor(at / GIVEN.length + at) % FAMILY.length]}`
  return {
    id: `demo-${String(at + 1).padStart(3, '0')}`,
    name,
    section: DEMO_SECTIONS[at % DEMO_SECTIONS.length] ?? 'Monday',
    submissions,
    lessons,
  }
}

/** The diligent begin on the first days, the others in the last hours. */
function startInWeek(random: Prng, diligence: number): number {
  const earliest = ((PER_MILLE - diligence) / PER_MILLE) * 5 * DAY_MS
  return Math.floor(earliest) + random.between(0, 1_400) * MINUTE_MS
}

const WRONG_TRIES_MAX = 4

function planStep(
  random: Prng,
  skill: number,
  { mutants, correct }: ReturnType<CorpusSizes>,
): readonly DemoCode[] {
  const tries: DemoCode[] = random.chance(60) ? [{ kind: 'starter' }] : []
  const wrong = Math.floor(
    (random.between(0, PER_MILLE - 1) * (1_300 - skill) * WRONG_TRIES_MAX) / 1e6,
  )
  for (let at = 0; at < wrong && mutants > 0; at++) {
    // Some mistakes are made by many, most by few.
    const share = random.between(0, PER_MILLE - 1) / PER_MILLE
    tries.push({ kind: 'mutant', at: Math.floor(share * share * mutants) })
  }
  if (random.chance(620 + skill / 3)) {
    // Most find the way of the reference, few one of their own.
    const share = random.between(0, PER_MILLE - 1) / PER_MILLE
    tries.push({ kind: 'correct', at: Math.floor(share ** 3 * correct) })
  }
  return tries
}
