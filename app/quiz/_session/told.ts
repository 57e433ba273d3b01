'use client'
/** What is told after an answer, and told again to who comes back to it. */
import { useState } from 'react'
import type { AnswerKey } from '#content/schema/compiled-question.ts'
import { type Graded, gradeAnswer } from '../../_quiz/grade.ts'
import { answerToSend, isComplete } from '../../_quiz/kinds/is-complete.ts'
import { keptKey } from '../../_quiz/offline/kept-keys.ts'
import type { Feedback, Receipt, SentEntry } from '../../_quiz/wire.ts'
import type { SessionItem } from './session-item.ts'
import type { SessionMemory } from './session-memory.ts'

/** What the page tells after an answer; kept as long as the page. */
export type Told =
  | { readonly kind: 'sending' }
  | {
      readonly kind: 'judged'
      readonly graded: Graded
      readonly feedback: Feedback
      readonly dueDay?: string | undefined
    }
  /** No network and no key: it is judged later. */
  | { readonly kind: 'waits' }
  | { readonly kind: 'refused'; readonly why: string }

/** What was told about each card, as long as the page lasts. */
export function useTold() {
  const [told, setTold] = useState<ReadonlyMap<string, Told>>(new Map())
  const tell = (cardId: string, what: Told | undefined) => {
    setTold((before) => {
      const after = new Map(before)
      if (what === undefined) after.delete(cardId)
      else after.set(cardId, what)
      return after
    })
  }
  return { told, tell }
}

/** What the server said; without it, what a key that was taken along says. */
export function toldBy(
  receipt: Receipt | undefined,
  sent: Extract<SentEntry, { kind: 'answer' }>,
  day: string,
): Told {
  if (receipt?.status === 'refused') return { kind: 'refused', why: receipt.why }
  if (receipt?.graded !== undefined && receipt.feedback !== undefined) {
    const { graded, feedback, dueDay } = receipt
    return { kind: 'judged', graded, feedback, dueDay }
  }
  const feedback = keptKey(sent.cardId, day)
  if (feedback === undefined) return { kind: 'waits' }
  const graded =
    feedback.kind === 'card'
      ? { share: 1, misconceptions: [] }
      : gradeAnswer(feedback.key, sent.answer)
  return { kind: 'judged', graded, feedback }
}

/** What was answered is here if it was answered in this browser; else only how much was right. */
export function toldAgain(feedback: Feedback, memory: SessionMemory, item: SessionItem): Told {
  const share = memory.done[item.cardId]?.share ?? item.answered
  const graded = feedback.kind === 'card' ? undefined : gradedAgain(feedback.key, memory, item)
  // “I do not know” leaves what had been chosen before.
  if (graded !== undefined && (share === undefined || graded.share === share)) {
    return { kind: 'judged', graded, feedback }
  }
  return { kind: 'judged', graded: { share: share ?? 1, misconceptions: [] }, feedback }
}

function gradedAgain(
  key: AnswerKey,
  { drafts }: SessionMemory,
  { cardId, shown }: SessionItem,
): Graded | undefined {
  const answer = drafts[cardId]?.answer
  if (shown.kind !== 'question' || !isComplete(shown.question, answer)) return undefined
  return gradeAnswer(key, answerToSend(shown.question, answer))
}
