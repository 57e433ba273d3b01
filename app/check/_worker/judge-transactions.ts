/** Judges histories of transactions at every level of isolation. */
import {
  classifyIsolation,
  type History,
  ISOLATION_LEVELS,
  present,
  type SearchLimits,
  tellHistory,
} from '#core'
import type { Answer } from './answer.ts'
import type { JudgedLevel } from './judgement.ts'

export function judgeTransactions(history: History, limits: SearchLimits): Answer {
  const operation = history.operations.find(({ f }) => f !== 'txn')
  if (operation !== undefined) {
    return {
      kind: 'misfit',
      operation,
      problem: `this is a “${operation.f}”, not a transaction (“txn”): choose another kind of object.`,
    }
  }
  const { workload, levels, strongest, summary } = classifyIsolation(history, limits)
  if (workload === undefined) return { kind: 'refused', why: summary }
  const judged = levels.map(({ level, verdict }): JudgedLevel => {
    const { id, name, sentence } = levelOf(level)
    const isFailed = verdict.verdict === 'fail'
    return {
      id,
      name,
      promise: sentence,
      verdict,
      followsFrom: verdict.verdict === 'pass' ? stronger(level, strongest) : undefined,
      story: isFailed ? tellHistory({ history, level, anomaly: verdict.anomaly }) : undefined,
    }
  })
  return {
    kind: 'judged',
    judgement: {
      levels: judged.toReversed(),
      strongest,
      // Levels come from the weakest on.
      telling: judged.find(({ story }) => story !== undefined)?.id,
    },
  }
}

/** The strongest level that was kept, for one that is weaker than it; only if there is one. */
function stronger(level: string, strongest: readonly string[]): string | undefined {
  const [only, ...others] = strongest
  return only === undefined || others.length > 0 || only === level ? undefined : levelOf(only).name
}

function levelOf(id: string): (typeof ISOLATION_LEVELS)[number] {
  return present(
    ISOLATION_LEVELS.find((level) => level.id === id),
    `core has the level ${id}`,
  )
}
