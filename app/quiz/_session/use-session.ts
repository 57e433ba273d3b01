'use client'
/** What a learner does in a session: each act is an entry of the outbox, and is kept here as well. */
import { useEffect, useRef, useState } from 'react'
import { type Answer, isRubricKind } from '../../_quiz/answer.ts'
import type { Graded } from '../../_quiz/grade.ts'
import { gradeAnswer } from '../../_quiz/grade.ts'
import { keptKey } from '../../_quiz/offline/kept-keys.ts'
import { outbox } from '../../_quiz/offline/outbox-here.ts'
import type { Feedback, Receipt, SentEntry } from '../../_quiz/wire.ts'
import { newVersion } from '../../labs/_workspace/drafts/new-version.ts'
import type { Session, SessionItem } from './session-item.ts'
import {
  type Draft,
  emptyMemory,
  readMemory,
  type SessionMemory,
  writeMemory,
} from './session-memory.ts'

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

export interface SessionDesk {
  readonly memory: SessionMemory
  readonly told: ReadonlyMap<string, Told>
  readonly current: SessionItem | undefined
  isDone(cardId: string): boolean
  shareOf(cardId: string): number | undefined
  goTo(cardId: string | undefined): void
  keepDraft(cardId: string, draft: Draft): void
  answer(item: SessionItem, answer: Answer, confidence: Draft['confidence']): Promise<void>
  undo(item: SessionItem): Promise<void>
  putAside(item: SessionItem): Promise<void>
}

export function useSession(session: Session): SessionDesk {
  const [memory, setMemory] = useState(() => emptyMemory(session))
  const { told, tell } = useTold()
  const latest = useRef(memory)
  const change = (make: (before: SessionMemory) => SessionMemory) => {
    latest.current = make(latest.current)
    setMemory(latest.current)
    writeMemory(latest.current)
  }
  // The browser's storage exists only there, so it is read after the first rendering.
  useEffect(() => {
    latest.current = readMemory(session)
    setMemory(latest.current)
  }, [session])
  const answeredBefore = (cardId: string) =>
    memory.undone.includes(cardId)
      ? undefined
      : session.items.find((item) => item.cardId === cardId)?.answered
  const isDone = (cardId: string) =>
    memory.done[cardId] !== undefined ||
    memory.aside.includes(cardId) ||
    answeredBefore(cardId) !== undefined
  const open = session.items.filter(({ cardId }) => !isDone(cardId))
  const current =
    memory.currentId === undefined
      ? open[0]
      : (session.items.find(({ cardId }) => cardId === memory.currentId) ?? open[0])

  return {
    memory,
    told,
    current,
    isDone,
    shareOf: (cardId) => memory.done[cardId]?.share ?? answeredBefore(cardId),
    goTo: (currentId) => change((before) => ({ ...before, currentId })),
    keepDraft: (cardId, draft) =>
      change((before) => ({
        ...before,
        currentId: cardId,
        drafts: { ...before.drafts, [cardId]: draft },
      })),
    async answer(item, answer, confidence) {
      const { cardId } = item
      const id = newVersion()
      const after = latest.current.done[cardId]?.entryId ?? item.lastId
      const confident = confidence === undefined ? {} : { confidence }
      const sent = { ...stamped(id, cardId), kind: 'answer', answer, after, ...confident } as const
      // Before it is sent: closing the tab now must not ask for it again.
      tell(cardId, { kind: 'sending' })
      change((before) => withDone(before, cardId, { entryId: id }))
      const what = toldBy(await outbox.put(sent), sent, session.day)
      tell(cardId, what)
      if (what.kind === 'refused') change((before) => withoutDone(before, cardId))
      if (what.kind === 'judged') {
        const { share } = what.graded
        change((before) => withDone(before, cardId, { entryId: id, share }))
      }
    },
    async undo({ cardId, lastId }) {
      const undoes = latest.current.done[cardId]?.entryId ?? lastId
      if (undoes === null) return
      change((before) => withoutDone(before, cardId))
      tell(cardId, undefined)
      await outbox.put({ ...stamped(newVersion(), cardId), kind: 'undo', undoes })
    },
    async putAside({ cardId }) {
      change((before) => ({ ...before, currentId: undefined, aside: [...before.aside, cardId] }))
      await outbox.put({ ...stamped(newVersion(), cardId), kind: 'suspend' })
    },
  }
}

/** What was told about each card, as long as the page lasts. */
function useTold() {
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

function stamped(id: string, cardId: string): Pick<SentEntry, 'id' | 'cardId' | 'at' | 'timeZone'> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return { id, cardId, at: new Date().toISOString(), timeZone }
}

function withDone(
  memory: SessionMemory,
  cardId: string,
  done: SessionMemory['done'][string],
): SessionMemory {
  const isHere = memory.currentId === undefined || memory.done[cardId] === undefined
  // What the server says may come when the learner has gone on.
  const currentId = isHere ? cardId : memory.currentId
  return { ...memory, currentId, done: { ...memory.done, [cardId]: done } }
}

function withoutDone(memory: SessionMemory, cardId: string): SessionMemory {
  const { [cardId]: _, ...done } = memory.done
  const undone = [...new Set([...memory.undone, cardId])]
  return { ...memory, currentId: cardId, done, undone }
}

/** What the server said; without it, what a key that was taken along says. */
function toldBy(
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

/** Whether its learner judges it, so that its key is asked for before the answer is sent. */
export function isSelfJudged({ shown }: SessionItem): boolean {
  return shown.kind === 'flash' || isRubricKind(shown.question.kind)
}
