/**
 * Small random histories of a register, judged by core's checkers: which claims did they break? A
 * history is kept for its verdicts, so that each pattern of them comes a few times.
 */
import { textOf } from '#content/figures/operations.ts'
import type { QuestionOf } from '#content/schema/question.ts'
import {
  type Classification,
  checkLinearizable,
  checkSequential,
  classify,
  findModel,
  type History,
  type Operation,
  Prng,
  present,
  writeJsonLines,
} from '#core'
import type { Generated } from './generated.ts'

type ClaimQuestion = Generated<QuestionOf<'claim'>>
type Claims = ClaimQuestion['claims']

const LIMITS = { stepsMax: 100_000 } as const
const INITIAL = 0
const SEEDS_MAX = 3_000
const LEVELS_ASKED = ['linearizable', 'sequential', 'monotonic-reads', 'read-your-writes'] as const

/** How many histories of each pattern: which of the four levels are broken (`x`) and which hold. */
const WANTED: Readonly<Record<string, number>> = {
  '....': 4,
  'x...': 5,
  'xx..': 2,
  'xxx.': 3,
  'xx.x': 3,
}

/** Why somebody answers wrongly who answers wrongly about this level. */
const MISCONCEPTIONS: Readonly<Record<string, readonly [broken: string, held: string]>> = {
  linearizable: ['concurrent-excuses-all', 'any-old-value-is-a-bug'],
  sequential: ['sequential-is-linearizable', 'sequential-is-linearizable'],
  'monotonic-reads': ['staleness-counted-once', 'staleness-counted-once'],
  'read-your-writes': ['eventual-guarantees-reads', 'single-ladder'],
}

/** The questions, always the same ones. */
export function registerHistories(): readonly ClaimQuestion[] {
  const left = new Map(Object.entries(WANTED))
  const questions: ClaimQuestion[] = []
  for (let seed = 1; seed <= SEEDS_MAX; seed++) {
    const history = randomHistory(new Prng(seed, 'histories'))
    if (!isInteresting(history)) continue
    const judged = classify(history, { initial: INITIAL, limits: LIMITS })
    const pattern = patternOf(judged)
    const open = left.get(pattern) ?? 0
    if (open === 0) continue
    left.set(pattern, open - 1)
    questions.push(questionOf(`random-history-${seed}`, history, judged))
  }
  return questions
}

/** Two or three clients with one or two operations each; no two events at one time. */
function randomHistory(prng: Prng): History {
  const clients = ['A', 'B', 'C'].map((name) => ({ name, events: prng.between(1, 2) * 2 }))
  const begun = new Map<string, { client: string; from: number; to: number }>()
  const spans: { client: string; from: number; to: number }[] = []
  let time = 0
  for (;;) {
    const able = clients.filter(({ events }) => events > 0)
    const client = able[prng.between(0, Math.max(0, able.length - 1))]
    if (client === undefined) break
    client.events -= 1
    time += prng.between(1, 3)
    const running = begun.get(client.name)
    if (running === undefined) {
      const span = { client: client.name, from: time, to: time }
      spans.push(span)
      begun.set(client.name, span)
    } else {
      running.to = time
      begun.delete(client.name)
    }
  }
  let written = 0
  const operations = spans.map(({ client, from, to }, id): Operation => {
    const isWrite = written < 2 && prng.chance(450)
    if (isWrite) written += 1
    const value = isWrite ? written : prng.between(0, written)
    const done = isWrite
      ? ({ f: 'write', input: value, output: null } as const)
      : ({ f: 'read', input: null, output: value } as const)
    return { id, process: client, key: '', ...done, call: from, return: to, outcome: 'ok' }
  })
  return { operations }
}

/** Something to think about: a few operations, and a read that did not return the newest write. */
function isInteresting({ operations }: History): boolean {
  const reads = operations.filter(({ f }) => f === 'read')
  const isOld = reads.some((read) =>
    operations.some(
      ({ f, input, call }) =>
        f === 'write' && call < (read.return ?? 0) && Number(input) > Number(read.output),
    ),
  )
  return operations.length >= 4 && operations.length <= 5 && reads.length >= 2 && isOld
}

function patternOf({ perLevel }: Classification): string {
  return LEVELS_ASKED.map((level) => {
    const { verdict } = present(
      perLevel.find((each) => each.level === level),
      'every level is judged',
    ).verdict
    return { pass: '.', fail: 'x', unknown: '?' }[verdict]
  }).join('')
}

function questionOf(id: string, history: History, { perLevel }: Classification): ClaimQuestion {
  const claims: Claims = LEVELS_ASKED.map((level) => {
    const { verdict } = present(
      perLevel.find((each) => each.level === level),
      'every level is judged',
    )
    const isBroken = verdict.verdict === 'fail'
    const [broken, held] = present(MISCONCEPTIONS[level], 'every level has its misconceptions')
    const why = isBroken ? verdict.anomaly.message : whyItHolds(level, history)
    return { level, isBroken, why, misconception: isBroken ? broken : held }
  })
  const broken = claims.filter(({ isBroken }) => isBroken)
  const operations = history.operations.map(inWords).join('; ')
  return {
    id,
    kind: 'claim',
    lesson: broken.length > 1 ? 'session-guarantees' : 'linearizability-in-depth',
    difficulty: broken.length > 1 ? 2 : 3,
    prompt: `A register holds 0, and this happens: ${operations}. Which of these does the history break?`,
    object: 'register',
    initial: INITIAL,
    history: writeJsonLines(history),
    claims,
    explanation: explanationOf(broken, history),
    sources: [{ source: 'hw-90', for: 'linearizability' }],
  }
}

function explanationOf(broken: Claims, history: History): string {
  const [first] = broken
  if (first === undefined) return `Nothing is broken. ${whyItHolds('linearizable', history)}`
  if (broken.length === 1) {
    return `Only real time is broken. ${first.why} Without the clock all is well: ${sequentialOrder(history)}.`
  }
  return `${first.why} No order repairs that, so each level that asks for one order breaks with it.`
}

function inWords({ process, f, input, output, call, return: end }: Operation): string {
  const what = f === 'write' ? `writes ${textOf(input)}` : `reads ${textOf(output)}`
  return `${process} ${what} from ${call} to ${end ?? 'no end'}`
}

function whyItHolds(level: (typeof LEVELS_ASKED)[number], history: History): string {
  switch (level) {
    case 'linearizable':
      return `This order fits, with a moment inside each bar: ${linearOrder(history)}.`
    case 'sequential':
      return `This order keeps what each client did in its order, and explains every read: ${sequentialOrder(history)}.`
    case 'monotonic-reads':
      return 'No client reads a value and later one that must be older.'
    case 'read-your-writes':
      return 'No client writes and then reads something that must be older than its write.'
  }
}

function modelOfRegister() {
  return present(findModel('register'), 'core has a model of a register').make(INITIAL)
}

function linearOrder(history: History): string {
  const verdict = checkLinearizable(history, modelOfRegister(), LIMITS)
  return spoken(history, verdict.verdict === 'pass' ? verdict.order : [])
}

function sequentialOrder(history: History): string {
  const verdict = checkSequential(history, modelOfRegister(), LIMITS)
  return spoken(history, verdict.verdict === 'pass' ? verdict.order : [])
}

function spoken({ operations }: History, order: readonly number[]): string {
  return order
    .map((id) => present(operations[id], 'an order names operations of its history'))
    .map(({ process, f, input, output }) =>
      f === 'write' ? `${process} writes ${textOf(input)}` : `${process} reads ${textOf(output)}`,
    )
    .join(', ')
}
