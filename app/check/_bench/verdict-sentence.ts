/** The verdict in one or two sentences. A history without a violation proves nothing. */
import type { Judgement } from '../_worker/judgement.ts'
import { inSentence } from './in-sentence.ts'

/** Names the strongest levels in which nothing wrong was found. */
export function verdictSentence({ levels, strongest }: Judgement): string {
  const count = (wanted: string) =>
    levels.filter(({ verdict }) => verdict.verdict === wanted).length
  const [failed, undecided] = [count('fail'), count('unknown')]
  const rest =
    undecided === 0
      ? ''
      : ` ${undecided === 1 ? 'One level' : `${undecided} levels`} could not be decided.`
  if (strongest.length > 0) {
    const names = levels.filter(({ id }) => strongest.includes(id)).map(({ name }) => name)
    const kept = `Strongest level kept: ${listed(names.map(inSentence))}.`
    return `${kept} No violation found in 1 history, which is no proof: another run may show one.${rest}`
  }
  if (failed === 0) return `Nothing could be decided about this history.${rest}`
  return undecided === 0
    ? 'This history violates every level that was checked.'
    : `This history violates ${failed} of ${levels.length} levels.${rest}`
}

function listed(names: readonly string[]): string {
  return names.length < 2
    ? names.join()
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}, of which neither implies the other`
}
