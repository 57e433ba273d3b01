/** Turns what a browser sent into entries of the log: the judging of answers happens here. */
import 'server-only'
import { isRubricKind } from '../_quiz/answer.ts'
import { type Graded, gradeAnswer } from '../_quiz/grade.ts'
import type { SentEntry } from '../_quiz/wire.ts'
import { dayOf } from '../_review/day.ts'
import { rateAnswer } from '../_review/rate-answer.ts'
import type { QuestionBank } from './questions.ts'
import type { EntryToStore } from './review-store.ts'

export type JudgedEntry =
  | {
      readonly kind: 'judged'
      readonly entry: EntryToStore
      readonly graded?: Graded | undefined
    }
  | { readonly kind: 'refused'; readonly id: string; readonly why: string }

const SHARES = { again: 0, hard: 0.6, good: 1, easy: 1 } as const

/** @param now a clock that is ahead would order what comes after wrongly for ever */
export function judgeEntry(bank: QuestionBank, sent: SentEntry, now: Date): JudgedEntry {
  const { id, cardId } = sent
  if (!bank.cards.some((card) => card.id === cardId)) {
    const why = `There is no card ${cardId} any more: what you answered was not kept.`
    return { kind: 'refused', id, why }
  }
  const at = new Date(Math.min(Date.parse(sent.at), now.getTime()))
  const base = { id, cardId, at: at.toISOString(), day: dayOf(at, sent.timeZone) }
  if (sent.kind === 'undo') {
    return { kind: 'judged', entry: { ...base, kind: 'undo', undoes: sent.undoes } }
  }
  if (sent.kind !== 'answer') return { kind: 'judged', entry: { ...base, kind: sent.kind } }
  return judgeAnswer(bank, sent, base)
}

function judgeAnswer(
  bank: QuestionBank,
  { id, cardId, answer, confidence, after }: Extract<SentEntry, { kind: 'answer' }>,
  base: Pick<EntryToStore, 'id' | 'cardId' | 'at' | 'day'>,
): JudgedEntry {
  const key = bank.key(cardId.slice('question/'.length))
  if (!cardId.startsWith('question/') || key === undefined) {
    if (answer.kind !== 'recalled') {
      return { kind: 'refused', id, why: 'A flash card is answered by how well you knew it.' }
    }
    const { rating } = answer
    const share = SHARES[rating]
    const entry = { ...base, kind: 'answer', rating, share, confidence, answer, after } as const
    return { kind: 'judged', entry, graded: { share, misconceptions: [] } }
  }
  try {
    const graded = gradeAnswer(key, answer)
    const { share, misconceptions } = graded
    const rating = rateAnswer({ share, confidence, isRubric: isRubricKind(key.kind) })
    const entry = {
      ...base,
      kind: 'answer',
      rating,
      share,
      confidence,
      answer,
      misconceptions,
      after,
    }
    return { kind: 'judged', entry: entry as EntryToStore, graded }
  } catch (error) {
    // The question may have changed while the answer waited in a browser.
    if (!(error instanceof RangeError)) throw error
    return { kind: 'refused', id, why: `${error.message} Open the question again.` }
  }
}
