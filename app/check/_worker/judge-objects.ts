/**
 * Judges histories of single objects. Reads and writes are held against every level of
 * consistency; other objects against the two levels that need only a sequential model.
 */
import {
  type Classification,
  checkLinearizable,
  checkSequential,
  classify,
  findModel,
  type History,
  type HistoryVerdict,
  LEVELS,
  type LinearizabilityVerdict,
  type Model,
  present,
  type SearchLimits,
  tellHistory,
} from '#core'
import type { Answer } from './answer.ts'
import type { JudgedLevel, Judgement, Question } from './judgement.ts'

export function judgeObjects(history: History, question: Question, limits: SearchLimits): Answer {
  const family = present(findModel(question.model), 'the form offers only known models')
  const model = family.make(question.initial)
  const misfit = misfitOf(history, model)
  if (misfit !== undefined) return misfit
  const hasOnlyReadsAndWrites = history.operations.every(
    ({ f, outcome }) => outcome === 'fail' || READS_AND_WRITES.has(f),
  )
  const judgement =
    hasOnlyReadsAndWrites && ONE_VALUE.has(model.id)
      ? everyLevel(history, model, { initial: question.initial, limits })
      : strongLevels(history, model, limits)
  return { kind: 'judged', judgement }
}

const READS_AND_WRITES: ReadonlySet<string> = new Set(['read', 'write', 'get', 'put'])
const ONE_VALUE: ReadonlySet<string> = new Set(['register', 'cas-register', 'kv'])

/** The first operation that the model does not have. */
function misfitOf({ operations }: History, model: Model): Answer | undefined {
  for (const operation of operations) {
    const problem = operation.outcome === 'fail' ? undefined : model.problemWith(operation)
    if (problem !== undefined) return { kind: 'misfit', operation, problem }
  }
  return undefined
}

function everyLevel(
  history: History,
  model: Model,
  options: Parameters<typeof classify>[1],
): Judgement {
  const { perLevel, strongest } = classify(history, options)
  return {
    strongest,
    telling: tellingOf(perLevel),
    levels: perLevel.map(({ level, verdict, impliedBy }) => ({
      ...judgedLevel(history, model, { level, verdict, isOwn: impliedBy === undefined }),
      followsFrom: impliedBy === undefined ? undefined : levelOf(impliedBy).name,
    })),
  }
}

/**
 * The weakest level that was itself found broken; the levels of another kind, which stand last
 * in the list, only when no other was.
 */
function tellingOf(perLevel: Classification['perLevel']): string | undefined {
  const broken = perLevel.filter(
    ({ verdict, impliedBy }) => verdict.verdict === 'fail' && impliedBy === undefined,
  )
  return (broken.findLast(({ level }) => !OF_ANOTHER_KIND.has(level)) ?? broken.at(-1))?.level
}

const OF_ANOTHER_KIND: ReadonlySet<string> = new Set([
  'consistent-prefix',
  'bounded-staleness',
  'eventual',
])

/** Linearizability implies sequential consistency, so that is looked at only if need be. */
function strongLevels(history: History, model: Model, limits: SearchLimits): Judgement {
  const linearizable = checkLinearizable(history, model, limits)
  const isSettled = linearizable.verdict === 'pass'
  const sequential = isSettled ? linearizable : checkSequential(history, model, limits)
  const levels = [
    judgedLevel(history, model, { level: 'linearizable', verdict: linearizable, isOwn: true }),
    {
      ...judgedLevel(history, model, { level: 'sequential', verdict: sequential, isOwn: true }),
      followsFrom: isSettled ? levelOf('linearizable').name : undefined,
    },
  ]
  const strongest = levels.find(({ verdict }) => verdict.verdict === 'pass')
  return {
    levels,
    strongest: strongest === undefined ? [] : [strongest.id],
    telling: levels.findLast(({ verdict }) => verdict.verdict === 'fail')?.id,
  }
}

interface LevelAnswer {
  readonly level: string
  readonly verdict: HistoryVerdict
  /** The verdict was not taken over from another level. */
  readonly isOwn: boolean
}

function judgedLevel(
  history: History,
  model: Model,
  { level, verdict, isOwn }: LevelAnswer,
): JudgedLevel {
  const { id, name, sentence } = levelOf(level)
  return {
    id,
    name,
    promise: sentence,
    verdict,
    followsFrom: undefined,
    story:
      verdict.verdict === 'fail' && isOwn
        ? tellHistory({
            history,
            level,
            anomaly: verdict.anomaly,
            describe: (operation) => model.describeOperation(operation),
            ...orderOf(verdict),
          })
        : undefined,
  }
}

type Failure = Extract<LinearizabilityVerdict, { readonly verdict: 'fail' }>

/** How far a legal order comes, where the checker says so. */
function orderOf(verdict: HistoryVerdict): Partial<Pick<Failure, 'longestOrder' | 'stuck'>> {
  return showsOrder(verdict) && verdict.stuck.length > 0
    ? { longestOrder: verdict.longestOrder, stuck: verdict.stuck }
    : {}
}

function showsOrder(verdict: HistoryVerdict): verdict is Failure {
  return verdict.verdict === 'fail' && 'longestOrder' in verdict && 'stuck' in verdict
}

function levelOf(id: string): (typeof LEVELS)[number] {
  return present(
    LEVELS.find((level) => level.id === id),
    `core has the level ${id}`,
  )
}
