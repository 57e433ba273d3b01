/** Judges a history at every level that makes sense for what it acts on. Runs in the worker. */
import type { ReadHistory, SearchLimits } from '#core'
import { judgeObjects } from './judge-objects.ts'
import { judgeTransactions } from './judge-transactions.ts'
import type { Question } from './judgement.ts'
import type { CheckReply } from './messages.ts'
import { withProcessNames } from './process-names.ts'

/** Hears of the steps of all searches together, now and then. */
export type OnSteps = (steps: number) => void

/** Answers a question about a history, or says why it cannot be asked. */
export function judge(read: ReadHistory, question: Question, onSteps: OnSteps): CheckReply {
  const history = withProcessNames(read.history)
  const limits = countingLimits(question.stepsMax, onSteps)
  const answer =
    question.model === 'transactions'
      ? judgeTransactions(history, limits)
      : judgeObjects(history, question, limits)
  if (answer.kind !== 'misfit') return answer
  const line = read.lines[answer.operation.id]
  return { kind: 'refused', why: `Line ${line}: ${answer.problem}` }
}

/** Each search counts from 0; a person wants to see one number that grows. */
function countingLimits(stepsMax: number, onSteps: OnSteps): SearchLimits {
  let before = 0
  let last = 0
  return {
    stepsMax,
    onProgress(steps) {
      if (steps < last) before += last
      last = steps
      onSteps(before + steps)
      return 'continue'
    },
  }
}
