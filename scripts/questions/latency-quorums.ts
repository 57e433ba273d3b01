/** What waiting for k of n costs on a given map; a test measures each in the simulator. */
import type { QuestionOf } from '#content/schema/question.ts'
import type { Generated } from './generated.ts'

type NumberQuestion = Generated<QuestionOf<'number'>>

/** The coordinator is a replica itself; round trips to the others in milliseconds, sorted. */
export interface LatencyCase {
  readonly rttsMs: readonly number[]
  /** How many replicas, the coordinator included, must have answered. */
  readonly needed: number
}

export const LATENCY_CASES: readonly LatencyCase[] = [
  { rttsMs: [12, 60], needed: 2 },
  { rttsMs: [20, 90], needed: 3 },
  { rttsMs: [10, 30, 80, 160], needed: 3 },
  { rttsMs: [10, 30, 80, 160], needed: 4 },
  { rttsMs: [4, 6, 120, 140], needed: 3 },
  { rttsMs: [70, 72, 74, 210], needed: 2 },
]

/** The questions, always the same ones. */
export function latencyQuorums(): readonly NumberQuestion[] {
  return [...LATENCY_CASES.map(waitOf), ...[2, 4].map(firstCandidate)]
}

export function latencyId({ rttsMs, needed }: LatencyCase): string {
  return `wait-for-${needed}-of-${rttsMs.length + 1}-${rttsMs.join('-')}`
}

function waitOf(latency: LatencyCase): NumberQuestion {
  const { rttsMs, needed } = latency
  const n = rttsMs.length + 1
  const value = rttsMs[needed - 2] ?? 0
  const total = rttsMs.slice(0, needed - 1).reduce((sum, rtt) => sum + rtt, 0)
  const wrong = [
    {
      value: rttsMs.at(-1) ?? 0,
      why: `That is the farthest replica. Only ${needed} of ${n} are needed.`,
      misconception: 'quorum-waits-for-all',
    },
    {
      value: total,
      why: 'The questions go out at the same time, so round trips do not add up.',
      misconception: 'round-trips-add-up',
    },
    {
      value: rttsMs[needed - 1] ?? 0,
      why: 'The coordinator has a copy itself, so it needs one answer less.',
      misconception: 'quorum-waits-for-all',
    },
  ]
  const common = wrong.filter(
    (each, index) =>
      Math.abs(each.value - value) > 1 &&
      each.value > 0 &&
      wrong.findIndex((other) => Math.abs(other.value - each.value) <= 1) === index,
  )
  return {
    id: latencyId(latency),
    kind: 'number',
    lesson: 'else',
    section: 'three-sites-nothing-broken',
    difficulty: 2,
    prompt: `A coordinator with a copy of its own asks ${n - 1} other replicas at once; their round trips are ${listed(rttsMs)} ms. A read waits until ${needed} of the ${n} replicas, the coordinator included, have answered. How long does it wait for journeys?`,
    value,
    unit: 'ms',
    tolerance: { absolute: 1 },
    units: { s: 1000 },
    formula: `Math.max(0, ${rttsMs.slice(0, needed - 1).join(', ')})`,
    common,
    explanation: `The coordinator counts itself, so it needs ${needed - 1} of the others. The ${needed === 2 ? 'nearest answers' : `nearest ${needed - 1} answer`} within ${value} ms${needed === n ? '' : '; the rest are not waited for'}.`,
    sources: [{ source: 'cass-dynamo', for: 'levels as numbers of answers that are waited for' }],
  }
}

function listed(values: readonly number[]): string {
  return `${values.slice(0, -1).join(', ')} and ${values.at(-1) ?? ''}`
}

/** Raft's usual range, with other numbers of followers. */
function firstCandidate(followers: number): NumberQuestion {
  const value = 150 + 150 / (followers + 1)
  return {
    id: `first-candidate-of-${followers}`,
    kind: 'number',
    lesson: 'slow-or-dead',
    futureLesson: 'Raft election',
    difficulty: 3,
    prompt: `A leader falls silent. ${followers} followers are left; each draws its election timeout evenly between 150 and 300 ms, from the last heartbeat, which all got at the same moment. After how long, on average, does the first of them stand for election?`,
    value,
    unit: 'ms',
    tolerance: { relative: 0.01 },
    units: { s: 1000 },
    formula: `150 + 150 / ${followers + 1}`,
    common: [
      {
        value: 225,
        why: `That is the mean of one timeout. The first of ${followers} is sooner.`,
        misconception: 'longer-timeout-is-safe',
      },
      {
        value: 150,
        why: 'That is the least that it can be.',
        misconception: 'longer-timeout-is-safe',
      },
    ],
    explanation: `The least of ${followers} even draws lies, on average, at 1/${followers + 1} of the range: 150 + 150/${followers + 1} = ${Number(value.toFixed(1))} ms. More followers stand sooner, and split the votes more often.`,
    sources: [{ source: 'raft-14', for: 'random election timeouts (section 5.2)' }],
  }
}
