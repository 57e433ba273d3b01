/** Arithmetic of quorums with other numbers: overlap, tolerance, stale reads, availability. */
import type { QuestionOf } from '#content/schema/question.ts'
import type { Generated } from './generated.ts'

type NumberQuestion = Generated<QuestionOf<'number'>>
type Common = NumberQuestion['common']

const PLACE = { lesson: 'linearizability-in-depth', futureLesson: 'N, R and W' } as const
const GIFFORD = [{ source: 'gifford-79', for: 'R + W > N' }]

/** The questions, always the same ones. */
export function quorumNumbers(): readonly NumberQuestion[] {
  return [
    ...(
      [
        [4, 2],
        [6, 3],
        [7, 2],
        [7, 5],
      ] as const
    ).map(([n, r]) => leastW(n, r)),
    ...(
      [
        [5, 4],
        [7, 4],
      ] as const
    ).map(([n, w]) => writesSurvive(n, w)),
    ...(
      [
        [3, 2, 1],
        [4, 1, 2],
        [5, 1, 2],
        [6, 2, 3],
      ] as const
    ).map(([n, r, w]) => staleChance(n, r, w)),
    ...(
      [
        [5, 3],
        [4, 3],
        [5, 4],
      ] as const
    ).map(([n, k]) => upShare(n, k)),
  ]
}

/** Those wrong values that are neither the right one nor named twice. */
function distinct(value: number, common: Common): Common {
  const near = (a: number, b: number) => Math.abs(a - b) < 0.02
  return common.filter(
    (wrong, index) =>
      !near(wrong.value, value) &&
      common.findIndex((other) => near(other.value, wrong.value)) === index,
  )
}

function leastW(n: number, r: number): NumberQuestion {
  const w = n - r + 1
  return {
    id: `least-w-${n}-${r}`,
    kind: 'number',
    ...PLACE,
    difficulty: 1,
    prompt: `${n} replicas, and reads wait for R = ${r}. How many must a write wait for at least, so that every read meets every finished write?`,
    value: w,
    unit: 'replicas',
    tolerance: { absolute: 0 },
    units: {},
    formula: `${n} - ${r} + 1`,
    common: distinct(w, [
      {
        value: n - r,
        why: `${r} + ${n - r} is ${n}, and not more. A read may ask the ${r} that the write missed.`,
        misconception: 'quorum-is-majority',
      },
      {
        value: Math.floor(n / 2) + 1,
        why: `That is a majority of ${n}. With R = ${r} another number is needed.`,
        misconception: 'quorum-is-majority',
      },
      {
        value: n,
        why: 'All replicas overlap with everything, and more than is needed is waited for.',
        misconception: 'quorum-waits-for-all',
      },
    ]),
    explanation: `R + W > N: W must be more than ${n} − ${r} = ${n - r}, so ${w}. Then ${r} + ${w} = ${r + w} > ${n}.`,
    sources: GIFFORD,
  }
}

function writesSurvive(n: number, w: number): NumberQuestion {
  const silent = n - w
  return {
    id: `writes-survive-${n}-${w}`,
    kind: 'number',
    ...PLACE,
    difficulty: 1,
    prompt: `${n} replicas, and a write waits for W = ${w}. How many replicas may be silent while **writes** still succeed?`,
    value: silent,
    unit: 'replicas',
    tolerance: { absolute: 0 },
    units: {},
    formula: `${n} - ${w}`,
    common: distinct(silent, [
      {
        value: w,
        why: `${w} is how many must answer, and not how many may be silent.`,
        misconception: 'quorum-is-majority',
      },
      {
        value: w - 1,
        why: `That is how many may be silent while a *read* that waits for ${n - w + 1} succeeds.`,
        misconception: 'quorum-is-majority',
      },
      {
        value: 0,
        why: 'That would be so if a write waited for all.',
        misconception: 'quorum-waits-for-all',
      },
    ]),
    explanation: `N − W = ${n} − ${w} = ${silent}. Each further acknowledgement that is waited for is one silent replica less that is survived.`,
    sources: GIFFORD,
  }
}

/** How many ways there are to choose k of n. */
function choose(n: number, k: number): number {
  let ways = 1
  for (let index = 0; index < k; index++) ways = (ways * (n - index)) / (index + 1)
  return Math.round(ways)
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(4))} %`
}

function staleChance(n: number, r: number, w: number): NumberQuestion {
  const missing = choose(n - w, r)
  const all = choose(n, r)
  const value = (100 * missing) / all
  return {
    id: `stale-chance-${n}-${r}-${w}`,
    kind: 'number',
    lesson: 'measuring',
    futureLesson: 'N, R and W',
    difficulty: 3,
    prompt: `${n} replicas, R = ${r}, W = ${w}. A write has just been acknowledged by ${w} of them and has not spread yet. A read asks ${r === 1 ? 'one, each' : `${r}, each set of ${r}`} with equal chance. What is the chance that the read misses the write?`,
    value,
    unit: '%',
    tolerance: { absolute: 0.5 },
    units: { share: 100 },
    formula: `100 * ${missing} / ${all}`,
    common: distinct(value, [
      {
        value: 100 * ((n - w) / n) ** r,
        why: `(${n - w}/${n}) to the power of ${r} draws one replica twice.`,
        misconception: 'stale-is-rare',
      },
      {
        value: 100 - value,
        why: 'That is the chance to meet the write.',
        misconception: 'stale-is-rare',
      },
      {
        value: 0,
        why: `${r} + ${w} is not more than ${n}, so the two sets need not overlap.`,
        misconception: 'overlap-is-linearizable',
      },
    ]),
    explanation: `${n - w} replicas do not have it. Of the ${all} ${r === 1 ? 'replicas' : `sets of ${r}`}, ${missing} ${missing === 1 ? 'lies' : 'lie'} among those: ${missing}/${all} = ${percent(missing / all)}. With time the write spreads, and the chance falls.`,
    sources: [{ source: 'bailis-12', for: 'probabilistically bounded staleness' }],
  }
}

const UP = 0.99

function upShare(n: number, k: number): NumberQuestion {
  const terms = Array.from({ length: n - k + 1 }, (_, index) => ({
    up: k + index,
    down: n - k - index,
  }))
  const share = terms.reduce(
    (total, { up, down }) => total + choose(n, up) * UP ** up * (1 - UP) ** down,
    0,
  )
  const value = 100 * share
  const written = terms
    .map(({ up, down }) =>
      [choose(n, up), ...Array(up).fill('0.99'), ...Array(down).fill('0.01')].join(' * '),
    )
    .join(' + ')
  return {
    id: `up-share-${n}-${k}`,
    kind: 'number',
    lesson: 'a-is-every-live-node',
    section: 'nines',
    difficulty: 3,
    prompt: `${n} nodes are each up 99 % of the time, independently. An operation needs ${k} of them. In what share of the time can it be done?`,
    value,
    unit: '%',
    tolerance: { absolute: 0.005 },
    units: { share: 100 },
    formula: `100 * (${written})`,
    common: distinct(value, [
      {
        value: 100 * UP ** k,
        why: `0.99 to the power of ${k} is for ${k} *given* nodes. Any ${k} will do.`,
        misconception: 'quorum-is-majority',
      },
      {
        value: 100 * UP ** n,
        why: `That is for all ${n} together.`,
        misconception: 'quorum-waits-for-all',
      },
      {
        value: 99,
        why: 'That is a single node.',
        misconception: 'more-replicas-more-available',
      },
    ]),
    explanation: `Add up the cases in which at least ${k} of ${n} are up: ${percent(share)}. All ${n} together are up ${percent(UP ** n)} of the time. “Independently” is an assumption that shared racks, software and people break.`,
    sources: [
      { source: 'gill-11', for: 'how much less redundancy helps than independence suggests' },
    ],
  }
}
