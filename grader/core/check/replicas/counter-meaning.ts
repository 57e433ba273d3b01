/** What a replicated counter means: the sum of the updates that have reached it. */
import { printJson } from '../../json.ts'
import type { Claim } from '../claim.ts'
import { type Judgement, replicaClaim } from './replica-claim.ts'
import type { Command, Update, UpdateOptions } from './updates-known.ts'

/** `{ op: 'increment' | 'decrement', by }` changes a counter. */
export function isCounterUpdate({ op }: Command): boolean {
  return op === 'increment' || op === 'decrement'
}

function amountOf({ command: { op, by } }: Update): number {
  const amount = typeof by === 'number' ? by : 0
  return op === 'decrement' ? -amount : amount
}

/** Updates that it surely has count; each that it may have, counts or does not. */
export const judgeCounter: Judgement = ({ sure, possible }, shown) => {
  const doubtful = possible.filter((update) => !sure.includes(update)).map(amountOf)
  const total = sum(sure.map(amountOf))
  const least = total + sum(doubtful.filter((amount) => amount < 0))
  const most = total + sum(doubtful.filter((amount) => amount > 0))
  if (typeof shown === 'number' && shown >= least && shown <= most) return undefined
  const should = least === most ? `${least}` : `something between ${least} and ${most}`
  return {
    what: `shows ${printJson(shown)}, but the updates that it should know make ${should}`,
    updates: possible,
  }
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}

/** No update is lost, none counts twice, and nothing is counted that nobody asked for. */
export function countsEachOnce(options: Pick<UpdateOptions, 'isWhole'> = {}): Claim {
  return replicaClaim({
    ...options,
    isUpdate: isCounterUpdate,
    judge: judgeCounter,
    claim: {
      id: 'counts-each-once',
      sentence: 'A counter shows the sum of the updates that have reached it, each counted once.',
      source: 'Shapiro et al. 2011, INRIA RR-7506, sections 3.1.1 to 3.1.3 (counters)',
      ask: 'Which update is missing or counted twice, and what did the node know of it a moment before?',
    },
  })
}
